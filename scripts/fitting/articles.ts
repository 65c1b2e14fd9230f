import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { articleEvidence } from "../../knowledge/articles/weigh-articles.ts";
import { ablate } from "../benchmarks/ablation.ts";
import { benchFolder, whyNoBench } from "../benchmarks/bench-set.ts";
import { fitWeights } from "../benchmarks/fit-articles.ts";
import { judge, readTraining, weighQuestionWords } from "../benchmarks/training.ts";

// Fits what the search over articles knows of questions, on the training splits of the benchmark sets alone. First what a
// question's words are worth (`words`), then, in a second run, what each piece of evidence says; `ablation` shows what each adds.

const { values, positionals } = parseArgs({ allowPositionals: true, options: { folder: { type: "string", default: benchFolder } } });
const missing = whyNoBench(values.folder);
if (missing !== undefined) {
  console.log(`skipped: ${missing}`);
  process.exit(0);
}

const room = (name: string) => fileURLToPath(new URL(`../../knowledge/articles/${name}`, import.meta.url));
const training = readTraining(values.folder);

if (positionals[0] === "words") {
  const words = weighQuestionWords(training);
  const lines = [...words].map(([term, worth]) => `  ${/^[a-z]+$/.test(term) ? term : JSON.stringify(term)}: ${worth},`);
  writeFileSync(
    room("question-words.ts"),
    `/** Folded words and pairs that a question has and its answer has not: what they count, of 1. Fitted by \`npm run fit-articles\`. */
export const questionWords: Readonly<Record<string, number>> = {\n${lines.join("\n")}\n};\n`,
  );
  console.log(`${words.size} words and pairs`);
} else if (positionals[0] === "ablation") {
  for (const { without, gains } of ablate(values.folder)) {
    const shown = Object.entries(gains).map(([set, gain]) => `${set} ${(100 * gain).toFixed(2)}`);
    console.log(`without ${without.padEnd(34)} ${shown.join(" · ")}`);
  }
} else {
  const judged = judge(training);
  const weights = fitWeights(judged, articleEvidence.length);
  writeFileSync(
    room("article-weights.ts"),
    `/** What each piece of evidence says for an article, in the order of \`articleEvidence\`. Fitted by \`npm run fit-articles\`. */
export const articleWeights: readonly number[] = [\n  ${weights.join(", ")},\n];\n`,
  );
  console.log(`${judged.length} questions`);
  for (const [piece, name] of articleEvidence.entries()) console.log(`${name.padEnd(16)} ${weights[piece]}`);
}
