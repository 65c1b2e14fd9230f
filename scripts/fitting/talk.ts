import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Conversation } from "../../bot/conversation.ts";
import { standingOf } from "../../bot/question/follow-up.ts";
import { talkEvidence, weighInTalk } from "../../bot/question/search-in-talk.ts";
import { openKnowledge, readKnowledge } from "../../knowledge/compiled.ts";
import { Day } from "../../knowledge/provision.ts";
import { fit } from "../../knowledge/ranking/fit.ts";
import { historyOf } from "../evaluating/ask.ts";
import { type Golden, goldenFolders, readSet } from "../evaluating/sets.ts";

// Fits how much each reading of a message in its conversation says, on golden conversations already seen.

const asking = { ...openKnowledge(readKnowledge()), day: Day.parse("2026-11-25") };
const { library, search, day } = asking;
/** Follow-ups made from lists name their subject oftener than those of a true conversation do. */
const timesCounted = { conversations: 4, "follow-ups": 1 } as const;
const all = Object.entries(timesCounted).flatMap(([name, times]) =>
  readSet(goldenFolders.seen, name).flatMap((golden) => Array.from({ length: times }, () => golden)),
);
const judged = all.flatMap(judge).filter(({ right }) => right.includes(true));
const weightsOf = (leans: boolean) => {
  const { weights, loss } = fit(
    judged.filter((each) => each.leans === leans),
    talkEvidence.length,
  );
  console.log(
    `${leans ? "leaning" : "standing"}  ${talkEvidence.map((name, at) => `${name} ${weights[at]}`).join(" · ")}  loss ${loss.toFixed(3)}`,
  );
  return weights.join(", ");
};
writeFileSync(
  fileURLToPath(new URL("../../bot/question/talk-weights.ts", import.meta.url)),
  `/** What each piece of \`talkEvidence\` says for an entry, where a message leans on what was said before and where it does not. Fitted by \`npm run fit-talk\`. */
export const talkWeights = { leaning: [${weightsOf(true)}], standing: [${weightsOf(false)}] } as const;
`,
);

function judge({ turns, facts }: Golden) {
  const conversation: Conversation = { speaker: { kind: "bot" }, turns: historyOf(turns.slice(0, -1), asking), introduce: false };
  const { alone, before } = standingOf({ text: turns.at(-1) ?? "", context: "" }, conversation, library);
  if (before === undefined) return [];
  const wanted = new Set(facts.flat());
  const { candidates } = weighInTalk({ alone, before }, (reading) => search({ ...reading, day, limit: 12 }));
  const right = candidates.map(({ passage: { entry } }) =>
    [...entry.basis, ...entry.formerly].some((provision) => provision.facts.some((fact) => wanted.has(fact))),
  );
  return [{ evidence: candidates.map(({ evidence }) => evidence), right, leans: before.leans }];
}
