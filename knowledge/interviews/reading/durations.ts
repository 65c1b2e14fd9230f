import { type Found, findAll, type Reader, whole } from "./found.ts";
import { number, numberOf } from "./numbers-said.ts";

/** Months in every duration of a calm text: "3 nam 6 thang", "36 thang", "3n6t", "mot nam ruoi", "3 cuon lich". */
export function findDurations(text: string): readonly Found<number>[] {
  return findAll(text, readers);
}

/** 42 as "3 năm 6 tháng". */
export function saidDuration(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [...(years > 0 ? [`${years} năm`] : []), ...(rest > 0 || years === 0 ? [`${rest} tháng`] : [])].join(" ");
}

/** Not of a date ("5 nam 2023", "thang 5 nam ngoai"), nor of a time ago ("2 nam truoc", "2 nam roi"). */
const year = "(?:nam|nien|cuon lich|cuon|n)(?! ?(?:19|20)\\d\\d| (?:ngoai|nay|kia|truoc|sau|roi))";
const month = "(?:thang|thg|con trang|th|t)(?! ?\\d| (?:nay|truoc|sau|nam|roi))";
const half = " ?ruoi";

const readers: readonly Reader<number>[] = [
  [whole(`(${number}) ?${year}(?:(${half})|,? ?(?:va |le )?(${number}) ?${month})?`), readYears],
  [whole(`(${number}) ?${month}`), ([, said = ""]) => inMonths(numberOf(said))],
  [whole("nua nam"), () => 6],
  [whole(`(?<!\\S )nam${half}`), () => 18],
];

function readYears([, years = "", withHalf, months]: RegExpExecArray): number | undefined {
  return inMonths(numberOf(years) * 12 + (withHalf === undefined ? 0 : 6) + (months === undefined ? 0 : numberOf(months)));
}

/** Courts count in whole months. */
function inMonths(months: number): number | undefined {
  return Math.abs(months - Math.round(months)) < 1e-9 ? Math.round(months) : undefined;
}
