import { numberInWords } from "./number-words.ts";

/** A number, date, sum, percentage, article or form number as a text states it. */
export interface Figure {
  /** As written. */
  readonly said: string;
  /** Equal for figures that mean the same: "100 triệu đồng" and "100.000.000 đồng"; "01/7/2026" and "1-7-2026". */
  readonly meaning: string;
  /** The number alone, where the figure is one with or without a unit. */
  readonly value?: number;
}

const scales: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };
const sameUnits: Readonly<Record<string, string>> = { "phần trăm": "%", đ: "đồng", hôm: "ngày", bữa: "ngày" };
const units = [
  ...["ngày làm việc", "phần trăm", "%", "đồng", "đ", "năm", "tháng", "tuần", "ngày", "hôm", "bữa", "giờ", "phút", "quý", "tuổi"],
  ...["lần", "lượt", "người", "bản", "bộ", "ảnh", "tờ", "km", "kg", "gam", "mét", "m2", "lao động", "con"],
];
const named = [
  "Điều",
  "khoản",
  "Chương",
  "Mẫu số",
  "Mẫu",
  "Phiếu số",
  "Phiếu lý lịch tư pháp số",
  "Phụ lục",
  "tháng",
  "ngày",
  "năm",
  "mức",
  "hạng",
  "khu vực",
  "nhóm",
  "cấp",
];

const alternatives = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join("|");
const after = "(?![\\p{L}\\p{N}])";
const digits = "\\d{1,3}(?:\\.\\d{3})+(?!\\d)|\\d+";
const unitPattern = `(?:\\s*(?:(%)|(${alternatives(units.filter((unit) => unit !== "%"))})${after}))?`;
const scaleAndUnit = `(?:\\s*(${alternatives(Object.keys(scales))})${after})?${unitPattern}(\\s+rưỡi${after})?`;
const number = `(${digits})(,\\d+)?`;

const patterns = {
  listNumber: /^\s*\d+\.\s/u,
  document:
    /(\d+\/\d{4}\/[\p{L}\d-]+|\d+\/(?:QĐ|NĐ|KH|NQ|TT)-[\p{L}\d-]+)|(?<=(?:định|tư|Luật|quyết)\s+)(?!(?:19|20)\d{2}(?![\d/]))(\d+(?:\/\d{4})?)(?![\d/])/uy,
  phone: /(?:0\d{2,3}|1[89]00|\+84)[ .]?\d[\d .]{2,9}\d/uy,
  date: /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/uy,
  month: /(0?[1-9]|1[0-2])\/((?:19|20)\d{2})(?!\d)/uy,
  fraction: /(\d{1,2})\/(\d{1,2})(?![\d/])/uy,
  time: /(\d{1,2})(?::|h)(\d{2})(?!\d)/uy,
  named: new RegExp(
    `(${alternatives(named)})\\s+(\\d+)(?![\\d.,]*\\d|\\s*[%/]|\\s*(?:${alternatives([...Object.keys(scales), ...units.slice(0, 22)])})${after})`,
    "iuy",
  ),
  another: /(\s*(?:,|và|hoặc|hay|đến|–|-)\s*(?:số\s+)?)(\d+)(?![\d.,]*\d|\s*[%/]|\s*\p{L}*(?:đồng|năm|tháng|ngày|triệu|tuổi|lần|giờ))/uy,
  number: new RegExp(`${number}${scaleAndUnit}`, "uy"),
  range: new RegExp(`\\s*(?:đến|tới|–|-|hoặc|và)\\s*(?:dưới\\s+|không quá\\s+|trên\\s+)?${number}(?![\\d/])${scaleAndUnit}`, "uy"),
  unit: new RegExp(
    `(?:\\s+(${alternatives(Object.keys(scales))})${after})?${unitPattern.replace("\\s*", "\\s+")}(\\s+rưỡi${after})?`,
    "iuy",
  ),
};

/** Every figure of a text, in order. Numbers at the start of a list line are not figures. */
export function figuresIn(text: string): readonly Figure[] {
  return text.split("\n").flatMap((line) => figuresInLine(line));
}

function figuresInLine(line: string): readonly Figure[] {
  const found: Figure[] = [];
  let at = patterns.listNumber.exec(line)?.[0].length ?? 0;
  while (at < line.length) {
    const atWordStart = at === 0 || !/[\p{L}\p{N}]/u.test(line[at - 1] ?? "");
    const read = atWordStart ? readFigures(line, at) : undefined;
    if (read) found.push(...read.figures);
    at += read?.length ?? 1;
  }
  return found;
}

interface Read {
  readonly length: number;
  readonly figures: readonly Figure[];
}

function readFigures(line: string, at: number): Read | undefined {
  return readName(line, at) ?? readNumber(line, at) ?? readWords(line, at);
}

/** What names something: a document, a day, an article, a telephone. */
function readName(line: string, at: number): Read | undefined {
  const match = (pattern: RegExp) => matchAt(pattern, line, at);
  const document = match(patterns.document);
  if (document?.[2]) return withOthers(line, at, { name: "văn bản", said: document[0], number: document[2] });
  if (document) return one(document[0], `văn bản ${document[1]}`);
  const phone = match(patterns.phone);
  if (phone) return one(phone[0], `số máy ${phone[0].replace(/\D/g, "")}`);
  const date = match(patterns.date);
  if (date) return one(date[0], `${Number(date[1])}/${Number(date[2])}/${date[3]}`);
  const month = match(patterns.month);
  if (month) return one(month[0], `${Number(month[1])}/${month[2]}`);
  const fraction = match(patterns.fraction);
  if (fraction) return one(fraction[0], `${Number(fraction[1])}/${Number(fraction[2])}`);
  const time = match(patterns.time);
  if (time) return one(time[0], `${Number(time[1])}:${time[2]}`);
  return readNamed(line, at);
}

function readNamed(line: string, at: number): Read | undefined {
  const named = matchAt(patterns.named, line, at);
  if (named === null) return undefined;
  const [said, name = "", number = ""] = named;
  return withOthers(line, at, { name: nameOf(name), said, number: String(Number(number)) });
}

const listed = new Set(["điều", "khoản", "phiếu", "mẫu", "văn bản"]);

/** "Điều 70, 71 và 73": each number is an article's. */
function withOthers(line: string, at: number, first: { readonly name: string; readonly said: string; readonly number: string }): Read {
  const figures = [{ said: first.said, meaning: `${first.name} ${first.number}` }];
  let length = first.said.length;
  for (;;) {
    const next = listed.has(first.name) ? matchAt(patterns.another, line, at + length) : null;
    if (next === null) return { length, figures };
    figures.push({ said: next[2] ?? "", meaning: `${first.name} ${Number(next[2])}` });
    length += next[0].length;
  }
}

function nameOf(written: string): string {
  const name = written.toLowerCase().replace(/\s+số$/, "");
  return name.startsWith("phiếu") ? "phiếu" : name;
}

function readNumber(line: string, at: number): Read | undefined {
  const match = matchAt(patterns.number, line, at);
  if (match === null) return undefined;
  const [said, whole = "", decimals = "", scale, percent, unit, half] = match;
  const value = numberOf(whole, decimals);
  const range = matchAt(patterns.range, line, at + said.length);
  const first = { value, scale, unit: unit ?? percent, half };
  if (range === null) return { length: said.length, figures: [measure(said, first)] };
  const [, lastWhole = "", lastDecimals = "", lastScale, lastPercent, lastUnit, lastHalf] = range;
  const last = measure("", { value: numberOf(lastWhole, lastDecimals), scale: lastScale, unit: lastUnit ?? lastPercent, half: lastHalf });
  // "từ 20 đến 40 triệu đồng": the first takes its scale and unit from the second.
  const shared =
    first.unit === undefined && half === undefined ? { ...first, scale: scale ?? lastScale, unit: lastUnit ?? lastPercent } : first;
  const from = measure(said, shared);
  const pair = { said: said + range[0], meaning: `${from.meaning} … ${last.meaning}` };
  return { length: said.length, figures: /^\s*(?:và|hoặc)/.test(range[0]) ? [from] : [from, pair] };
}

function numberOf(whole: string, decimals: string): number {
  return Number(whole.replaceAll(".", "") + decimals.replace(",", "."));
}

/** A number in words is a figure where something is counted: "hai mươi ngày", not "một người quen". */
function readWords(line: string, at: number): Read | undefined {
  const words = numberInWords(line, at);
  if (words === undefined) return undefined;
  const match = matchAt(patterns.unit, line, at + words.length);
  const [behind = "", scale, percent, unit, half] = match ?? [];
  if (scale === undefined && unit === undefined && percent === undefined) return undefined;
  const said = line.slice(at, at + words.length) + behind;
  if (/^(?:một\s+(?:lần|lượt|ngày|hôm|bữa|bản|bộ|tờ|con|giờ|phút|lao động)|(?:một|hai)\s+người)$/i.test(said))
    return { length: said.length, figures: [] };
  return { length: said.length, figures: [measure(said, { value: words.value, scale, unit: unit ?? percent, half })] };
}

interface Measured {
  readonly value: number;
  readonly scale: string | undefined;
  readonly unit: string | undefined;
  readonly half: string | undefined;
}

function measure(said: string, { value, scale, unit, half }: Measured): Figure {
  const whole = value + (half === undefined ? 0 : 0.5);
  const scaled = Number((whole * (scale === undefined ? 1 : (scales[scale.toLowerCase()] ?? 1))).toPrecision(15));
  const counted = unit ?? (scale === undefined ? undefined : "đồng");
  if (counted === undefined && /^(?:19|20)\d{2}$/.test(said.trim())) return { said: said.trim(), meaning: `năm ${scaled}`, value: scaled };
  const name = counted?.toLowerCase() ?? "";
  return { said: said.trim(), meaning: `${scaled} ${sameUnits[name] ?? name}`.trim(), value: scaled };
}

function one(said: string, meaning: string): Read {
  return { length: said.length, figures: [{ said: said.trim(), meaning }] };
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
