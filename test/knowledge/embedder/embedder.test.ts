import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chooseEmbedder } from "../../../knowledge/embedder/choose.ts";
import { transformersEmbedder } from "../../../knowledge/embedder/transformers.ts";
import { describeEmbedder } from "../../contract/embedder.ts";
import { fakeEmbedder } from "../../support/fake-embedder.ts";
import { type TinyModel, writeTinyModel } from "../../support/tiny-model.ts";

const tiny: TinyModel = {
  dimensions: 32,
  words: [["ra"], ["trại", "tù"], ["vay", "mượn"], ["vốn", "tiền"], ["0", "1", "2", "3", "4", "5", "6"]],
};

function modelFolder(more: Partial<TinyModel> = {}): string {
  const folder = join(mkdtempSync(join(tmpdir(), "huong-thien-model-")), "tiny");
  writeTinyModel(folder, { ...tiny, ...more });
  return folder;
}

describeEmbedder("transformers.js on a model of a few words", () => transformersEmbedder(modelFolder()));
describeEmbedder("that tests use", async () => fakeEmbedder());

test("words of one meaning give the same vector, and nothing is fetched", async () => {
  const real = globalThis.fetch;
  const fetched: string[] = [];
  globalThis.fetch = async (input) => {
    fetched.push(String(input));
    throw new Error("no network");
  };
  try {
    const chosen = await chooseEmbedder(modelFolder());
    if (chosen.kind === "none") throw new Error(chosen.detail);
    const [one, other, third] = await chosen.embedder.embed(["vay vốn", "mượn tiền", "ra trại"]);
    const alike = (a?: Float32Array, b?: Float32Array) => [...(a ?? [])].reduce((sum, value, at) => sum + value * (b?.[at] ?? 0), 0);
    expect(alike(one, other)).toBeCloseTo(1, 4);
    expect(alike(one, third)).toBeLessThan(0.8);
    expect(fetched).toEqual([]);
  } finally {
    globalThis.fetch = real;
  }
});

test("no folder, no model in it, or a broken one: there is none, and why is said", async () => {
  expect(await chooseEmbedder(undefined)).toEqual({ kind: "none", why: "off" });
  expect(await chooseEmbedder("/nowhere/model")).toEqual({ kind: "none", why: "missing" });
  const withoutGraph = modelFolder();
  rmSync(join(withoutGraph, "onnx"), { recursive: true });
  const cut = modelFolder();
  writeFileSync(join(cut, "onnx/model.onnx"), "không phải mô hình");
  const withoutWords = modelFolder();
  writeFileSync(join(withoutWords, "tokenizer.json"), "{");
  const broken = [
    withoutGraph,
    cut,
    withoutWords,
    modelFolder({ fill: Number.NaN }),
    modelFolder({ fill: 0 }),
    modelFolder({ claimed: 384 }),
  ];
  for (const folder of broken) expect(await chooseEmbedder(folder)).toMatchObject({ kind: "none", why: "broken" });
});
