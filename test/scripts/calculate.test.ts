import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { factsWith } from "../knowledge/rules/clearance-facts.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

function calculate(parameters: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/calculate.ts", ...parameters], {
    cwd: root,
    input,
    encoding: "utf8",
  });
  const lines = stdout.split("\n").filter((text) => text !== "");
  return { status, stdout, stderr, lines };
}

const line = (id: unknown, asOf = "2026-11-23", input: unknown = factsWith()) => JSON.stringify({ id, input, asOf });

test("lines go in and come out in order, each with its id and the fields of the contract", () => {
  const { lines, status, stderr } = calculate(["record-clearance", "--jsonl"], [line("a"), line(2, "2026-02-09"), line("c")].join("\n"));
  const results = lines.map((text) => JSON.parse(text));
  expect(results.map(({ id, reachedAsOf }) => [id, reachedAsOf])).toEqual([
    ["a", true],
    [2, false],
    ["c", true],
  ]);
  for (const result of results)
    expect(Object.keys(result)).toEqual(["id", "route", "earliestDate", "reachedAsOf", "because", "working", "doubts"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("a bad line says what is wrong with it, with its id where it has one, and the rest goes on", () => {
  const { newOffence: _, ...oneMissing } = factsWith();
  const bad = [
    "not json",
    "[]",
    line("asOf", "2026-02-30"),
    line("value", "2026-11-23", factsWith({ fault: "careless" })),
    line("missing", "2026-11-23", oneMissing),
    line("unknown", "2026-11-23", { ...factsWith(), nickname: "x" }),
    line("date", "2026-11-23", factsWith({ mainEndedOn: "10/02/2024" })),
    line(null),
    JSON.stringify({ id: "empty" }),
  ];
  const { lines, status } = calculate(["record-clearance", "--jsonl"], [line("first"), ...bad, "", line("last")].join("\r\n"));
  const results = lines.map((text) => JSON.parse(text));
  expect(results.map(({ id, error }) => [id, typeof error])).toEqual([
    ["first", "undefined"],
    [undefined, "string"],
    [undefined, "string"],
    ["asOf", "string"],
    ["value", "string"],
    ["missing", "string"],
    ["unknown", "string"],
    ["date", "string"],
    [null, "string"],
    ["empty", "string"],
    ["last", "undefined"],
  ]);
  expect(results.find(({ id }) => id === "value").error).toContain("input.fault");
  expect(results.find(({ id }) => id === "missing").error).toContain("input.newOffence");
  expect(results.find(({ id }) => id === "unknown").error).toContain("nickname");
  expect(status).toBe(0);
});

test("the schema names exactly the fields of the contract", () => {
  const { input, output } = JSON.parse(calculate(["record-clearance", "--schema"]).stdout);
  expect(Object.keys(input.properties)).toEqual(Object.keys(factsWith()));
  expect(input.required).toEqual(Object.keys(factsWith()));
  expect(input.additionalProperties).toBe(false);
  expect(output.required).toEqual(["id", "route", "earliestDate", "reachedAsOf", "because", "working", "doubts"]);
  expect(output.properties.route.enum).toEqual(["none-needed", "automatic", "court", "never-yet", "hand-over"]);
});

test("an unknown rule lists the known ones, and a call without what it needs says how", () => {
  const unknown = calculate(["pardon", "--jsonl"]);
  expect(unknown.status).toBe(1);
  expect(unknown.stderr).toContain("record-clearance");
  for (const parameters of [[], ["record-clearance"], ["record-clearance", "--jsonl", "--schema"]]) {
    const { status, stderr, stdout } = calculate(parameters);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("usage");
  }
});

test("a thousand lines take no more than some seconds", () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => line(index)).join("\n");
  const started = performance.now();
  const result = calculate(["record-clearance", "--jsonl"], lines);
  expect(result.lines.length).toBe(1_000);
  expect(performance.now() - started).toBeLessThan(10_000);
});
