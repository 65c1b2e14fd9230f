import type { Interview } from "../../knowledge/interviews/interview.ts";
import { type Conversation, lastFromUs } from "../conversation.ts";
import type { Asked } from "../respond.ts";
import type { KeptInterview } from "./kept-interview.ts";
import { readTap } from "./taps.ts";

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
