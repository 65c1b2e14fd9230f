import { citationsOf, type Reply, type ReplyPart } from "../bot/reply.ts";
import { isOpen, type LocalTime, type OpeningHours } from "../knowledge/hotline.ts";
import type { OutgoingMessage, OutgoingPart } from "./outgoing.ts";

/** A reply as it is stored and shown. */
export function outgoingOf(reply: Reply, now: LocalTime): OutgoingMessage {
  const [first, ...others] = reply.parts;
  return {
    from: "bot",
    parts: [outgoingPart(first, now), ...others.map((part) => outgoingPart(part, now))],
    choices: reply.parts.flatMap(({ choices }) => choices).map(({ label, value }) => ({ label, value })),
  };
}

function outgoingPart(part: ReplyPart, now: LocalTime): OutgoingPart {
  return {
    outcome: part.outcome,
    text: part.text,
    ...(part.outcome === "answer" && { inForceFrom: part.inForceFrom }),
    citations: citationsOf(part).map(({ label, page, inForceFrom }) => ({ label, page, inForceFrom })),
    hotlines:
      part.outcome === "safety" ? part.hotlines.map(({ number, name, hours }) => ({ number, name, hours: hoursInWords(hours, now) })) : [],
  };
}

function hoursInWords(hours: OpeningHours, now: LocalTime): string {
  if (hours === "always") return "24/24";
  return `${isOpen(hours, now) ? "đang mở, " : ""}${hours.from}–${hours.to}`;
}
