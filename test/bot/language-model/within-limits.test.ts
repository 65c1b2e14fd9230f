import { expect, test } from "vitest";
import { failed, type LanguageModel, type Written } from "../../../bot/language-model/language-model.ts";
import { type ModelLimits, usualModelLimits, withinLimits } from "../../../bot/language-model/within-limits.ts";

const prompt = { instructions: "", given: {} };
const said: Written = { kind: "text", text: "Dạ." };
const never = new Promise<Written>(() => {});
const soon = () => AbortSignal.timeout(2000);

function limited(answers: () => Promise<Written>, limits: Partial<ModelLimits> = {}) {
  const clock = { at: 1_000_000, asked: 0 };
  const inner: LanguageModel = {
    name: "giả",
    write: () => {
      clock.asked += 1;
      return answers();
    },
  };
  return { clock, model: withinLimits(inner, { ...usualModelLimits, ...limits }, () => clock.at) };
}

test("a model that heeds no deadline is left behind at it", async () => {
  const { model } = limited(() => never);
  const startedAt = performance.now();
  expect(await model.write(prompt, AbortSignal.timeout(150))).toEqual(failed("too-slow"));
  expect(performance.now() - startedAt).toBeLessThan(600);
});

test("one that throws is a failure, never a fault", async () => {
  const { model } = limited(() => Promise.reject(new Error("hỏng")));
  expect(await model.write(prompt, soon())).toMatchObject({ kind: "failed", why: "unreachable" });
});

test("more prompts at once than allowed are refused at once, and a slot given up is free again", async () => {
  const { model, clock } = limited(() => never, { atOnce: 2, failuresInARow: 100 });
  const under = [model.write(prompt, AbortSignal.timeout(100)), model.write(prompt, AbortSignal.timeout(100))];
  expect(await model.write(prompt, soon())).toEqual(failed("busy"));
  expect(clock.asked).toBe(2);
  await Promise.all(under);
  expect(await model.write(prompt, AbortSignal.timeout(50))).toEqual(failed("too-slow"));
});

test("in an hour no more prompts are sent than allowed, repeats counted, and the next hour begins anew", async () => {
  const { model, clock } = limited(async () => said, { perHour: 3 });
  for (let count = 0; count < 3; count++) expect(await model.write(prompt, soon())).toEqual(said);
  expect(await model.write(prompt, soon())).toEqual(failed("over-budget"));
  expect(clock.asked).toBe(3);
  clock.at += 3_600_001;
  expect(await model.write(prompt, soon())).toEqual(said);
});

test("a refusal is tried once more, a slow one is not", async () => {
  const answers = [failed("refused", "500"), said];
  const lucky = limited(async () => answers.shift() ?? said);
  expect(await lucky.model.write(prompt, soon())).toEqual(said);
  expect(lucky.clock.asked).toBe(2);
  const slow = limited(async () => failed("too-slow"));
  expect(await slow.model.write(prompt, soon())).toEqual(failed("too-slow"));
  expect(slow.clock.asked).toBe(1);
});

test("a model that fails again and again is left alone, tried once after the rest, and used again when it is back", async () => {
  let isBack = false;
  const { model, clock } = limited(async () => (isBack ? said : failed("too-slow")), { failuresInARow: 3, restMs: 60_000 });
  for (let count = 0; count < 3; count++) await model.write(prompt, soon());
  for (let count = 0; count < 50; count++) expect(await model.write(prompt, soon())).toEqual(failed("resting"));
  expect(clock.asked).toBe(3);
  clock.at += 60_001;
  const together = await Promise.all([model.write(prompt, soon()), model.write(prompt, soon())]);
  expect(together.map((written) => written.kind === "failed" && written.why).sort()).toEqual(["resting", "too-slow"]);
  expect(clock.asked).toBe(4);
  isBack = true;
  clock.at += 60_001;
  expect(await model.write(prompt, soon())).toEqual(said);
  expect(await model.write(prompt, soon())).toEqual(said);
});
