import { headings, type WrittenEntry } from "../entry.ts";

export const longestSentence = 32;

/** Official words a reader with five years of school stumbles over; each has a plain one. */
const officialese = [
  "căn cứ vào",
  "căn cứ theo",
  "theo quy định tại",
  "nêu trên",
  "nói trên",
  "thực hiện việc",
  "tiến hành việc",
  "có thẩm quyền",
  "nhằm mục đích",
  "chủ thể",
  "trong trường hợp",
  "được quy định",
  "kể từ thời điểm",
  "theo đó,",
];

/** Short forms everybody reads on a phone or a sign; any other is written out. */
const knownShortForms = new Set([
  "SIM",
  "QR",
  "OTP",
  "HIV",
  "AIDS",
  "ATM",
  "PIN",
  "HCM",
  "TP",
  "AI",
  "USB",
  "GPS",
  "ADN",
  "II",
  "III",
  "IV",
  "VI",
  "VII",
]);
const shortForm = /(?<![\p{L}\d(])(?![IVX]+(?!\p{L}))\p{Lu}{2,}(?![\p{L}\d])/gu;
const documentNumber = /\d+\/(?:\d{4}\/)?[\p{L}\d-]+/gu;

export interface HardToRead {
  readonly kind: "long-sentence" | "officialese" | "short-form";
  readonly words: string;
  readonly why: string;
}

/** What a reader would stumble over in an entry. */
export function hardToRead(entry: Pick<WrittenEntry, "short" | "sections" | "next">): readonly HardToRead[] {
  const texts = [
    entry.short,
    entry.next,
    ...(Object.keys(headings) as (keyof typeof headings)[]).flatMap((section) => entry.sections[section] ?? []),
  ];
  return texts.flatMap((text) => [...longSentences(text), ...hardWords(text)]);
}

function longSentences(text: string): readonly HardToRead[] {
  return text
    .split(/(?<=[.!?:;])\s+|\n+/u)
    .map((sentence) => ({ sentence, length: sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length }))
    .filter(({ length }) => length > longestSentence)
    .map(({ sentence, length }) => ({
      kind: "long-sentence",
      words: `${sentence.slice(0, 60)}…`,
      why: `a sentence of ${length} words (at most ${longestSentence})`,
    }));
}

function hardWords(text: string): readonly HardToRead[] {
  const lower = text.toLowerCase();
  const plain = text.replace(documentNumber, "");
  return [
    ...officialese.filter((words) => lower.includes(words)).map((words) => ({ kind: "officialese" as const, words, why: "officialese" })),
    ...[...plain.matchAll(shortForm)]
      .filter(([form]) => !knownShortForms.has(form) && !text.includes(`(${form})`))
      .map(([form]) => ({ kind: "short-form" as const, words: form, why: "a short form people may not know" })),
  ];
}
