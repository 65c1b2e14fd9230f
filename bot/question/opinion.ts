import type { Conversation } from "../conversation.ts";
import type { MessageContent } from "../message.ts";
import type { Choice, Reply } from "../reply.ts";

/** Whether an answer helped, in one tap; only because the editors read it. */
export interface Opinion {
  readonly entry: string;
  readonly helped: boolean;
}

const helped = "gop:co:";
const helpedNot = "gop:chua:";
const isOpinion = /^gop:(?:co|chua):/;

/** Not again for so many answers: who asks one thing after another is not to be asked each time. */
const quietTurns = 4;

/** The two taps under an answer of one entry; none where it was asked of late. */
export function opinionChoices({ outcome, parts }: Reply, { turns, interview }: Conversation): readonly Choice[] {
  const [part, ...others] = parts;
  if (outcome !== "answer" || part.outcome !== "answer" || others.length > 0 || interview?.phase === "running") return [];
  const ours = turns.filter((turn) => turn.from === "bot").slice(-quietTurns);
  if (ours.some(({ choices }) => choices.some(({ value }) => isOpinion.test(value)))) return [];
  return [
    { label: "Câu này giúp được", value: `${helped}${part.entry}` },
    { label: "Câu này chưa giúp", value: `${helpedNot}${part.entry}` },
  ];
}

/** What a tap says. */
export function readOpinion(value: string): Opinion | undefined {
  if (!isOpinion.test(value)) return undefined;
  return { entry: value.replace(isOpinion, ""), helped: value.startsWith(helped) };
}

/** The opinion in a message: tapped, or the button's words typed. */
export function opinionIn(content: MessageContent, { turns }: Conversation): Opinion | undefined {
  if (content.kind === "choice") return readOpinion(content.value);
  if (content.kind !== "text") return undefined;
  const last = turns.findLast((turn) => turn.from === "bot");
  const typed = last?.choices.find(({ label }) => label.toLowerCase() === content.text.trim().toLowerCase());
  return typed && readOpinion(typed.value);
}

/** What else could be tapped under the answer: it stays there after an opinion is given. */
export function stillOffered({ turns }: Conversation): readonly Choice[] {
  const last = turns.findLast((turn) => turn.from === "bot");
  return last?.choices.filter(({ value }) => !isOpinion.test(value)) ?? [];
}
