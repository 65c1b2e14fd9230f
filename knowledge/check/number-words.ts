const digits: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const starts = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "nửa"];
const word = /[\p{L}]+/uy;

export interface NumberInWords {
  readonly value: number;
  /** Characters of the text it takes, without the space behind. */
  readonly length: number;
}

/**
 * The number written in words that starts at `at`: "mười lăm", "hai mươi mốt", "một trăm hai mươi". It is read as far as it
 * makes one number; "năm năm" is read as 5, its second word being the unit.
 */
export function numberInWords(text: string, at: number): NumberInWords | undefined {
  const words = wordsFrom(text, at);
  const [first] = words;
  if (first === undefined || !starts.includes(first.text)) return undefined;
  if (first.text === "nửa") return { value: 0.5, length: first.end - at };
  let value = 0;
  let used = 0;
  let digit: number | undefined;
  for (const { text: said } of words) {
    if (said === "mười" && digit === undefined && value % 100 === 0) digit = 10;
    else if (said === "mươi" && digit !== undefined && digit < 10) digit *= 10;
    else if (said === "trăm" && digit !== undefined && digit < 10) {
      value += digit * 100;
      digit = undefined;
    } else if (
      said in digits &&
      (digit === undefined ? value % 100 === 0 && said !== "không" : digit >= 10 && digit % 10 === 0 && !isUnit(said, words, used))
    ) {
      digit = (digit ?? 0) + (digits[said] ?? 0);
    } else if (!["linh", "lẻ"].includes(said) || used === 0 || value === 0) break;
    used += 1;
  }
  const last = words[used - 1];
  return last === undefined ? undefined : { value: value + (digit ?? 0), length: last.end - at };
}

/** "mười năm" and "hai mươi năm" say years; "mười lăm" would be 15. */
function isUnit(said: string, words: readonly { readonly text: string }[], position: number): boolean {
  return said === "năm" || (said === "tư" && words[position - 1]?.text === "mười");
}

function wordsFrom(text: string, at: number): readonly { readonly text: string; readonly end: number }[] {
  const found: { text: string; end: number }[] = [];
  for (let from = at; found.length < 7; ) {
    word.lastIndex = from;
    const match = word.exec(text);
    if (match === null) break;
    found.push({ text: match[0].toLowerCase(), end: word.lastIndex });
    if (text[word.lastIndex] !== " ") break;
    from = word.lastIndex + 1;
  }
  return found;
}
