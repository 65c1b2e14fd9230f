import type { Reply } from "../reply.ts";
import { type Asked, respond } from "../respond.ts";
import { understand } from "../understand.ts";
import { type Help, withTrace } from "./help.ts";
import { rephraseAnswer } from "./rephrase-answer.ts";
import { rewriteQuestion } from "./rewrite-question.ts";

/** An answer this sure needs no other reading of the question. */
const sureEnough = 0.8;

/**
 * What `respond` says, helped by a model where there is one: a follow-up whose answer is not sure is read again as a question of
 * its own, and the surer reply kept; then its short answer may be put in other words. Danger, lures, commands and wishes to
 * break the law never reach the model.
 */
export async function respondWithModel(asked: Asked, help: Help): Promise<Reply> {
  const reply = respond(asked);
  if (understand(asked).kind !== "question") return reply;
  return await rephraseAnswer(await readAgain(reply, asked, help), asked, help);
}

async function readAgain(reply: Reply, asked: Asked, help: Help): Promise<Reply> {
  if (reply.outcome === "answer" && reply.confidence >= sureEnough) return reply;
  const rewritten = await rewriteQuestion(asked, help);
  if (rewritten.kind === "none") return reply;
  if (rewritten.kind === "kept") return withTrace(reply, { rewriting: rewritten.why });
  const again = respond({ ...asked, message: rewritten.message });
  const isSurer = again.outcome === "answer" && (reply.outcome !== "answer" || again.confidence > reply.confidence);
  return withTrace(isSurer ? again : reply, { rewriting: isSurer ? "used" : "not surer" });
}
