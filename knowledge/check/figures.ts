/** A number, date, sum or percentage as a text states it. */
export interface Figure {
  /** As written. */
  readonly said: string;
  /** Equal for figures that mean the same: "100 triệu đồng" and "100.000.000 đồng"; "01/7/2026" and "1-7-2026". */
  readonly meaning: string;
}

const scales: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };
const units: Readonly<Record<string, string>> = {
  "%": "%",
  "phần trăm": "%",
  đồng: "đồng",
  đ: "đồng",
  năm: "năm",
  tháng: "tháng",
  ngày: "ngày",
  giờ: "giờ",
  tuần: "tuần",
  quý: "quý",
  tuổi: "tuổi",
  lần: "lần",
  km: "km",
  kg: "kg",
};
const words: Readonly<Record<string, number>> = {
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  "mười hai": 12,
  "mười lăm": 15,
  "hai mươi": 20,
  "ba mươi": 30,
  nửa: 0.5,
};

const alternatives = (keys: Readonly<Record<string, unknown>>) =>
  Object.keys(keys)
    .sort((a, b) => b.length - a.length)
    .join("|");
const after = "(?![\\p{L}\\p{N}])";
const scaleAndUnit = `(?:\\s*(${alternatives(scales)})${after})?(?:\\s*(?:(ngày làm việc)|(%|(?:${alternatives(units)})${after})))?`;
const patterns = {
  listNumber: /^\s*\d+\.\s/u,
  documentNumber: /(\d+)\/(\d{4})\/[\p{L}\d-]+|(\d+)\/(?:QĐ|NĐ|KH|NQ|TT)-[\p{L}\d-]+|(?<=(?:định|tư|Luật|quyết)\s+)(\d+)\/(\d{4})(?!\d)/uy,
  date: /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/uy,
  month: /(0?[1-9]|1[0-2])\/((?:19|20)\d{2})(?!\d)/uy,
  number: new RegExp(`(\\d{1,3}(?:\\.\\d{3})+|\\d+)(,\\d+)?${scaleAndUnit}`, "uy"),
  word: new RegExp(`(${alternatives(words)})\\s+(?:(${alternatives(scales)})${after}\\s*)?((?:${alternatives(units)})${after})?`, "iuy"),
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
    const read = atWordStart ? readFigure(line, at) : undefined;
    if (read?.figure) found.push(read.figure);
    at += read?.length ?? 1;
  }
  return found;
}

function readFigure(line: string, at: number): { readonly length: number; readonly figure?: Figure } | undefined {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(line);
  };
  const document = match(patterns.documentNumber);
  if (document) return figure(document[0], `văn bản ${document.slice(1).filter(Boolean).join("/")}`);
  const date = match(patterns.date);
  if (date) return figure(date[0], `${Number(date[1])}/${Number(date[2])}/${date[3]}`);
  const month = match(patterns.month);
  if (month) return figure(month[0], `${Number(month[1])}/${month[2]}`);
  const number = match(patterns.number);
  if (number) {
    const value = Number(`${(number[1] ?? "").replaceAll(".", "")}${(number[2] ?? "").replace(",", ".")}`);
    return figure(number[0], measure(value, number[3], number[4] ?? number[5]));
  }
  const word = match(patterns.word);
  if (word && (word[2] !== undefined || word[3] !== undefined)) {
    return figure(word[0], measure(words[(word[1] ?? "").toLowerCase()] ?? 0, word[2], word[3]));
  }
  return undefined;
}

function figure(said: string, meaning: string) {
  return { length: said.length, figure: { said: said.trim(), meaning } };
}

function measure(value: number, scale: string | undefined, unit: string | undefined): string {
  const whole = Number((value * (scale === undefined ? 1 : (scales[scale.toLowerCase()] ?? 1))).toPrecision(15));
  const money = scale !== undefined && unit === undefined ? "đồng" : "";
  return `${whole} ${unit === undefined ? money : (units[unit.toLowerCase()] ?? unit)}`.trim();
}
