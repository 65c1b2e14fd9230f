import { writtenDay } from "../knowledge/provision.ts";
import { citationsOf, type Reply, type ReplyPart } from "./reply.ts";

/** A reply as plain text, for a terminal and for other programs. */
export function replyText({ parts }: Reply): string {
  return parts.map(partText).join("\n\n———\n\n");
}

function partText(part: ReplyPart): string {
  const citations = citationsOf(part).map(({ label }) => `• ${label}`);
  const lines = part.outcome === "safety" ? part.hotlines.map(({ number, name }) => `☎ ${number} – ${name}`) : [];
  const since = "inForceFrom" in part ? `Theo quy định từ ${writtenDay(part.inForceFrom)}:` : "Theo:";
  return [part.text, ...lines, ...(citations.length > 0 ? [`${since}\n${citations.join("\n")}`] : [])].join("\n\n");
}
