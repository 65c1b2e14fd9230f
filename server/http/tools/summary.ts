import { askPerson } from "../../../bot/wording.ts";
import type { Interview } from "../../../knowledge/interviews/interview.ts";
import type { Presented } from "../../../knowledge/interviews/present.ts";
import { type Day, writtenDay } from "../../../knowledge/provision.ts";
import { longestText } from "../paths.ts";

/**
 * A result as a message to a counsellor: its first line alone asks for a person, so the bot hands over whatever stands below.
 * What does not fit is left out line by line from the end; the verdict comes first.
 */
export function summaryFor({ title }: Interview, { heading, given, citations, former }: Presented, asOf: Day): string {
  const lines = [
    `${askPerson.label}.`,
    "",
    `Tôi tự tính “${title}”, tính ngày ${writtenDay(asOf)}.`,
    `Kết quả: ${heading}`,
    "",
    "Tôi đã trả lời:",
    ...given.map(({ ask, said }) => `- ${ask} ${said}`),
    "",
    `Dựa vào: ${[...citations, ...former].map(({ label }) => label).join("; ")}`,
  ];
  return lines.reduce((text, line) => (text.length + line.length < longestText ? `${text}${line}\n` : text), "").trim();
}
