import { Day, writtenDay } from "../../knowledge/provision.ts";
import type { OutgoingMessage, OutgoingPart } from "../outgoing.ts";

/** A message as one plain text, for channels that carry nothing else. Each citation and each hotline is a line of its own. */
export function plainText({ from, name, parts }: Pick<OutgoingMessage, "from" | "name" | "parts">, publicUrl: string): string {
  const speaker = from === "counsellor" ? [`${name ?? "Tư vấn viên"} (tư vấn viên):`] : [];
  return paragraphs([...speaker, ...parts.map((part) => plainPart(part, publicUrl))]);
}

function plainPart({ text, citations, hotlines, inForceFrom }: OutgoingPart, publicUrl: string): string {
  const lines = citations.map(({ label, page }) => `${label} – ${publicUrl}${page}`);
  return paragraphs([
    text.trim(),
    hotlines.map(({ number, name, hours }) => `☎ ${number} – ${name} (${hours})`).join("\n"),
    lines.length > 0 || inForceFrom !== undefined ? [since(inForceFrom), ...lines].join("\n") : "",
  ]);
}

function since(day: string | undefined): string {
  return day === undefined ? "Theo:" : `Theo quy định từ ${writtenDay(Day.parse(day))}:`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}
