import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openKnowledge, readKnowledge } from "../knowledge/compiled.ts";
import type { Entry } from "../knowledge/passage.ts";
import { Day } from "../knowledge/provision.ts";
import { evidenceNames } from "../knowledge/ranking/evidence.ts";
import { fit, type Judged } from "../knowledge/ranking/fit.ts";
import { type Golden, goldenFolders, readQuestions, readSet } from "./evaluating/sets.ts";

// Fits what each piece of evidence says for an entry on the golden questions already seen, those outside the subject among them.

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { search } = openKnowledge(readKnowledge());
const day = Day.parse("2026-11-25");

const answerable = readQuestions(goldenFolders.seen);
const outside = readSet(goldenFolders.seen, "outside");
const judged = [...answerable, ...outside].map(judge).filter(({ evidence }) => evidence.length > 0);
const { weights, none, loss } = fit(judged, evidenceNames.length);

writeFileSync(
  at("knowledge/ranking/weights.ts"),
  `/** What each piece of evidence says for an entry, in the order of \`evidenceNames\`. Fitted by \`npm run fit-ranking\`. */
export const weights: readonly number[] = [${weights.join(", ")}];
/** How strong the evidence for an entry must be to outweigh that none is meant. */
export const none = ${none};
`,
);
console.log(`${judged.length} questions, loss ${loss.toFixed(3)}`);
evidenceNames.forEach((name, position) => {
  console.log(`${name.padEnd(16)} ${weights[position]}`);
});
console.log(`${"none".padEnd(16)} ${none}`);

function judge({ turns, facts }: Golden): Judged {
  const wanted = new Set(facts.flat());
  const passages = search({ text: turns[0] ?? "", day, limit: 40 });
  return { evidence: passages.map(({ evidence }) => evidence), right: passages.map(({ entry }) => restsOn(entry, wanted)) };
}

function restsOn({ basis, formerly }: Entry, facts: ReadonlySet<string>): boolean {
  return [...basis, ...formerly].some((provision) => provision.facts.some((fact) => facts.has(fact)));
}
