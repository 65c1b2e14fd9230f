import type { Reply, ReplyPart } from "../../bot/reply.ts";
import type { Library } from "../../knowledge/library.ts";
import type { EscalationRequest } from "../store/store.ts";
import { type Risk, risks } from "./escalation.ts";

/** What a reply asks of the people behind the bot. While a counsellor speaks only danger does: the rest they read themselves. */
export function escalationFor(
  reply: Reply,
  { library, silent }: { readonly library: Library; readonly silent: boolean },
): EscalationRequest | undefined {
  if (reply.parts.some(({ outcome }) => outcome === "safety")) return { reason: "danger", risk: "danger" };
  const part = reply.parts.find((each): each is Extract<ReplyPart, { outcome: "hand-over" }> => each.outcome === "hand-over");
  if (part === undefined || silent) return undefined;
  return { reason: part.reason, risk: riskOf(reply, library) };
}

/** The gravest risk among the entries the bot came near to: what a wrong answer here would cost. */
export function riskOf({ trace }: Reply, library: Library): Risk {
  const near = trace.candidates.slice(0, 2).flatMap(({ entry }) => library.entries.get(entry)?.risk ?? []);
  return risks.findLast((risk) => near.some((each) => each === risk)) ?? "none";
}
