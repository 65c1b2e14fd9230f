import type { Interview } from "../../../knowledge/interviews/interview.ts";
import { normalise, syllables } from "../../../knowledge/words/normalise.ts";
import { type Spoken, spoken } from "../../../knowledge/words/phrases.ts";
import { type Conversation, lastFromUs } from "../../conversation.ts";
import type { Asked } from "../../respond.ts";
import type { KeptInterview } from "../kept-interview.ts";
import { readTap } from "../taps.ts";

/** With the marks they were typed with: "dừng" is no "đúng", but "dung" may be either. */
export function typedWords(text: string): Spoken {
  const words = syllables(normalise(text)).map((word) => (/^(?:k|ko|kh|hk|hong|hông|hok)$/.test(word) ? "không" : word));
  return spoken(words);
}

export type Listening = Pick<Asked, "conversation" | "library" | "day">;

/** The interview a conversation keeps, and where it stands for what is typed now. */
export interface Kept {
  readonly interview: Interview;
  readonly kept: KeptInterview;
  readonly phase: KeptInterview["phase"];
}

/** Undefined where none is kept, the library has it no more, or it was only offered and something else has been said since. */
export function keptIn({ conversation, library }: Pick<Listening, "conversation" | "library">): Kept | undefined {
  const { interview: kept } = conversation;
  const interview = kept && library.interviews.get(kept.state.interview);
  if (kept === undefined || interview === undefined) return undefined;
  if (kept.phase === "offered" && !offersLast(conversation)) return undefined;
  return { interview, kept, phase: phaseOf(kept, conversation) };
}

/** Whoever has spoken with a counsellor since is asked before going on. */
function phaseOf({ phase }: KeptInterview, conversation: Conversation): KeptInterview["phase"] {
  return phase === "running" && lastFromUs(conversation)?.from === "counsellor" ? "left" : phase;
}

function offersLast(conversation: Conversation): boolean {
  const last = lastFromUs(conversation);
  return last?.from === "bot" && last.choices.some(({ value }) => readTap(value)?.doing.kind === "yes");
}
