import { answeredLast } from "../conversation.ts";
import type { Reply } from "../reply.ts";
import { type Asked, respond } from "../respond.ts";
import { understand } from "../understand.ts";
import { type Help, withTrace } from "./help.ts";
import { rephraseAnswer } from "./rephrase-answer.ts";
import { rewriteQuestion } from "./rewrite-question.ts";

/**
 * What `respond` says, helped by a model where there is one: a follow-up is read again as a question of its own, and the better reply
 * kept; then its short answer may be put in other words. Danger, lures, commands and wishes to
 * break the law never reach the model, nor do answers to a guided interview.
 */
export async function respondWithModel(asked: Asked, help: Help): Promise<Reply> {
  const reply = respond(asked);
  if (reply.trace.interview !== undefined || understand(asked).kind !== "question") return reply;
  return await rephraseAnswer(await readAgain(reply, asked, help), asked, help);
}

async function readAgain(reply: Reply, asked: Asked, help: Help): Promise<Reply> {
  const rewritten = await rewriteQuestion(asked, help);
  if (rewritten.kind === "none") return reply;
  if (rewritten.kind === "kept") return withTrace(reply, { rewriting: rewritten.why });
  // It stands by itself: what was said before would only pull it back there.
  const again = respond({ ...asked, message: rewritten.message, conversation: { ...asked.conversation, turns: [] } });
  const isBetter = again.outcome === "answer" && (isRepeated(reply, asked) || again.confidence > reply.confidence);
  return withTrace(isBetter ? again : reply, { rewriting: isBetter ? "used" : "not surer" });
}

/** No answer, or the answer that was given last: to "còn cái kia thì sao" neither is one. */
function isRepeated({ outcome, parts: [part] }: Reply, { conversation }: Asked): boolean {
  return outcome !== "answer" || (part.outcome === "answer" && answeredLast(conversation).includes(part.entry));
}
