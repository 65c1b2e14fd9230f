import { citationsOf, type Reply, type ReplyPart } from "../bot/reply.ts";
import { isOpen, type LocalTime, type OpeningHours } from "../knowledge/hotline.ts";
import type { OutgoingMessage, OutgoingPart } from "./outgoing.ts";

/** A reply as it is stored and shown. */
export function outgoingOf(reply: Reply, now: LocalTime): OutgoingMessage {
  const [first, ...others] = reply.parts;
  return {
    from: "bot",
    parts: [outgoingPart(first, now), ...others.map((part) => outgoingPart(part, now))],
    choices: reply.parts
      .flatMap(({ choices }) => choices)
      .map(({ label, value, says }) => ({ label, value, ...(says !== undefined && { says }) })),
  };
}

function outgoingPart(part: ReplyPart, now: LocalTime): OutgoingPart {
  return {
    outcome: part.outcome,
    text: part.text,
    ...(part.headline !== undefined && { headline: part.headline }),
    ...("inForceFrom" in part && { inForceFrom: part.inForceFrom }),
    ...("progress" in part && part.progress && { progress: part.progress }),
    ...(isResult(part) && { result: true as const }),
    citations: citationsOf(part).map(({ label, page, inForceFrom }) => ({ label, page, inForceFrom })),
    hotlines:
      part.outcome === "safety" ? part.hotlines.map(({ number, name, hours }) => ({ number, name, hours: hoursInWords(hours, now) })) : [],
  };
}

function isResult(part: ReplyPart): boolean {
  return "interview" in part && "citations" in part;
}

function hoursInWords(hours: OpeningHours, now: LocalTime): string {
  if (hours === "always") return "24/24";
  return `${isOpen(hours, now) ? "đang mở, " : ""}${hours.from}–${hours.to}`;
}
