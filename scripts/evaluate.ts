import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openKnowledge, readKnowledge } from "../knowledge/compiled.ts";
import { Day } from "../knowledge/provision.ts";
import { measureConversations, measureHearing, measureQuestions, measureSpelling } from "./evaluating/measure.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, wrong: { type: "boolean", default: false } } });
const asking = { ...openKnowledge(readKnowledge()), day: Day.parse("2026-11-25") };
const golden = at("test/golden");
const rows = [
  ...measureQuestions(golden, asking),
  ...measureSpelling(golden, asking),
  ...measureConversations(golden, asking),
  ...measureHearing(golden, asking),
];

if (values.json) console.log(JSON.stringify({ library: asking.library.version, rows: rows.map(({ wrong: _, ...row }) => row) }));
else {
  console.log(`library ${asking.library.version}: ${asking.library.entries.size} entries`);
  for (const { set, count, figures, wrong } of rows) {
    const shown = Object.entries(figures).map(([name, share]) => `${name} ${(100 * share).toFixed(1)} %`);
    console.log(`${set.padEnd(28)} ${String(count).padStart(4)}  ${shown.join(" · ")}`);
    if (values.wrong) for (const line of wrong) console.log(`    ${line}`);
  }
}
