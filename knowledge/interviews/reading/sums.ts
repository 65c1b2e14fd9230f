import { type Found, findAll, type Reader, whole } from "./found.ts";
import { number, numberOf } from "./numbers-said.ts";

/** Đồng in every sum of a calm text: "50 trieu", "1,5 ty", "50tr", "1tr5", "100 cu", "500k", "50.000.000". */
export function findSums(text: string): readonly Found<number>[] {
  return findAll(text, readers);
}

const scales: Readonly<Record<string, number>> = {
  ...{ nghin: 1e3, ngan: 1e3, k: 1e3 },
  ...{ trieu: 1e6, tr: 1e6, cu: 1e6, chai: 1e6 },
  ...{ ty: 1e9, ti: 1e9 },
};
const scale = Object.keys(scales)
  .sort((a, b) => b.length - a.length)
  .join("|");
const dong = "(?: ?(?:dong|d|vnd))?";

const readers: readonly Reader<number>[] = [
  [whole(`(${number}) ?(${scale})(?:( ruoi)| ?(\\d)(?!\\d)| (\\d{1,3}) ?(${scale}))?${dong}`), readScaled],
  [whole(`(\\d{1,3}(?:[. ]\\d{3})+|\\d{4,})${dong}`), ([, digits = ""]) => Number(digits.replace(/\D/g, ""))],
];

/** "1tr5" is a million and a half; "1 ty 200 trieu" is both. */
function readScaled([, said = "", first = "", half, tenth, more, second]: RegExpExecArray): number {
  const one = scales[first] ?? 1;
  const rest = more === undefined ? 0 : Number(more) * (scales[second ?? ""] ?? 1);
  const tenths = half === undefined ? Number(tenth ?? 0) / 10 : 0.5;
  return Math.round((numberOf(said) + tenths) * one + rest);
}
