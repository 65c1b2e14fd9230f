import type { EntryKind } from "../../../knowledge/entry.ts";
import { cite, type Entry } from "../../../knowledge/passage.ts";
import { type Day, type Provision, writtenDay } from "../../../knowledge/provision.ts";
import type { Card } from "../../cards/card.ts";
import { entryPage } from "../reading/addresses.ts";
import { doubts } from "../reading/entry-page.ts";
import { typedAddress } from "./addresses.ts";

const labels: Readonly<Record<EntryKind, string>> = {
  topic: "Hỏi đáp",
  warning: "Cảnh báo",
  rumour: "Tin đồn và sự thật",
};
const mostCitations = 4;

/** The short answer as a card to be kept and sent on: with what it rests on, since when, and what is not sure. */
export function answerCard(entry: Entry, publicUrl: string, today: Day): Card {
  const isUnsure = doubts(entry, today).length > 0 || entry.sections.unsure !== undefined;
  return {
    label: labels[entry.kind],
    heading: entry.question,
    says: [entry.short],
    doubts: isUnsure ? ["Còn điều chưa chắc. Anh/chị đọc thêm ở trang ghi dưới đây, và hỏi lại nơi giải quyết trước khi làm."] : [],
    since: `Theo quy định từ ${writtenDay(entry.inForce.from)}:`,
    citations: shortList([...new Set(entry.basis.map((provision) => cite(provision).label))]),
    checked: writtenCheck(entry.basis),
    address: typedAddress(publicUrl, entryPage(entry)),
  };
}

/** When the oldest of them was read again; whether any was read through a report only. */
export function writtenCheck(provisions: readonly Provision[]): string {
  const day = provisions.map(({ checked: { on } }) => on).sort()[0];
  const isReported = provisions.some(({ checked: { by } }) => by === "report");
  return day === undefined ? "" : `Kiểm lại ngày ${writtenDay(day)}${isReported ? " qua nguồn tóm tắt, chưa đọc được toàn văn" : ""}.`;
}

function shortList(labels: readonly string[]): readonly string[] {
  if (labels.length <= mostCitations) return labels;
  return [...labels.slice(0, mostCitations - 1), `và ${labels.length - mostCitations + 1} điều nữa, ghi ở trang dưới đây`];
}
