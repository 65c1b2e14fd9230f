import { parseArgs } from "node:util";
import { openKnowledge, readKnowledge } from "../knowledge/compiled.ts";
import { Day } from "../knowledge/provision.ts";
import { benchFolder, setNames, whyNoBench } from "./benchmarks/bench-set.ts";
import { measureBench, published } from "./evaluating/bench.ts";
import { measureCalibration } from "./evaluating/calibration.ts";
import { compareWith } from "./evaluating/compare.ts";
import { measureConversations, measureHearing, measureQuestions, measureSpelling } from "./evaluating/measure.ts";
import { goldenFolders } from "./evaluating/sets.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    wrong: { type: "boolean", default: false },
    /** The questions the weights were fitted on, instead of those nobody fitted anything to. */
    seen: { type: "boolean", default: false },
    /** The search over articles on the benchmark sets too: a minute or two. */
    bench: { type: "boolean", default: false },
    folder: { type: "string", default: benchFolder },
    /** A file kept with --json before a change: what it did to every question. */
    before: { type: "string" },
  },
});
const asking = { ...openKnowledge(readKnowledge()), day: Day.parse("2026-11-25") };
const golden = values.seen ? goldenFolders.seen : goldenFolders.unseen;
const rows = [
  ...measureQuestions(golden, asking),
  ...measureSpelling(golden, asking),
  ...measureConversations(golden, asking),
  ...measureHearing(golden, asking),
];

const calibration = measureCalibration(golden, asking);
const missing = values.bench ? whyNoBench(values.folder) : undefined;
const bench = values.bench && missing === undefined ? [...published, ...setNames.flatMap((name) => measureBench(name, values.folder))] : [];

if (values.json) console.log(JSON.stringify({ library: asking.library.version, rows, calibration, bench }));
else if (values.before !== undefined) {
  const changes = compareWith(values.before, rows);
  console.log(changes.length === 0 ? "every question is answered as before" : changes.join("\n"));
} else {
  console.log(`${values.seen ? "seen" : "unseen"} questions; library ${asking.library.version}: ${asking.library.entries.size} entries`);
  for (const { set, count, figures, asked } of rows) {
    const shown = Object.entries(figures).map(([name, share]) => `${name} ${(100 * share).toFixed(1)} %`);
    console.log(`${set.padEnd(28)} ${String(count).padStart(4)}  ${shown.join(" · ")}`);
    const wrong = values.wrong ? asked.filter(({ right }) => !right) : [];
    for (const { id, reply, turns, facts } of wrong) console.log(`    ${id}  ${reply} | ${turns.join(" || ")} | ${facts.join(" ")}`);
  }
  console.log("how sure the search is, beside how often it is right:");
  for (const { from, count, meanProbability, right } of calibration.reliability)
    console.log(
      `  from ${from.toFixed(1)}  ${String(count).padStart(4)} questions  said ${(100 * meanProbability).toFixed(0)} %  right ${(100 * right).toFixed(0)} %`,
    );
  console.log("answering from a probability on:");
  for (const { threshold, answered, wrong, outsideAnswered } of calibration.coverage)
    console.log(
      `  ${threshold.toFixed(1)}  answers ${(100 * answered).toFixed(0)} %, of them wrong ${(100 * wrong).toFixed(0)} %; outside the subject answered ${(100 * outsideAnswered).toFixed(0)} %`,
    );
  if (missing !== undefined) console.log(`bench: skipped: ${missing}`);
  for (const { set, of, count, recallAt1, recallAt10, reciprocalRank, gain } of bench) {
    const shown = Object.entries({ "R@1": recallAt1, "R@10": recallAt10, "MRR@10": reciprocalRank, "nDCG@10": gain });
    const figures = shown.map(([name, share]) => `${name} ${(100 * share).toFixed(2)}`).join(" · ");
    console.log(`${set.padEnd(12)} ${of.padEnd(30)} ${String(count).padStart(4)}  ${figures}`);
  }
}
