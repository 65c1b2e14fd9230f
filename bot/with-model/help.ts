import type { LanguageModel } from "../language-model/language-model.ts";
import type { Reply } from "../reply.ts";

/** A model that may be asked while a message is answered. */
export interface Help {
  readonly model: LanguageModel;
  /** For all of its uses together; when it is over the answer goes out as it is. */
  readonly deadline: AbortSignal;
}

export function withTrace(reply: Reply, said: NonNullable<Reply["trace"]["model"]>): Reply {
  return { ...reply, trace: { ...reply.trace, model: { ...reply.trace.model, ...said } } };
}
