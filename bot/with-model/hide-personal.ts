import { normalise } from "../../knowledge/words/normalise.ts";

export interface Hiding {
  /** The text without what tells who somebody is: a placeholder stands for each. */
  readonly hide: (text: string) => string;
  /** The placeholders put back; undefined where there is one that was never given out. */
  readonly restore: (text: string) => string | undefined;
}

const digitWords = "(?:không|khong|một|mot|hai|ba|bốn|bon|tư|năm|nam|lăm|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin|mốt)(?=[\\s,.-]|$)";
const surnames =
  "nguyễn|nguyen|trần|tran|lê|phạm|pham|huỳnh|huynh|hoàng|phan|vũ|võ|đặng|bùi|bui|đỗ|hồ|ngô|ngo|dương|lý|đinh|trương|truong|mai|cao|tô";
const who = "tôi|toi|tui|em|mình|minh|con|cháu|chau|anh|chị|chi|chồng|chong|vợ|vo|họ|ho|đầy đủ|day du";

/** In this order: what an earlier one has taken is no longer there for a later one. */
const personal: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: "thư", pattern: /(?<![^\s,;:])[^\s@]{1,80}@[^\s@]{1,80}/gu },
  { name: "trang", pattern: /(?:https?:\/\/|www\.)\S+|(?<!\S)[\w.-]{1,80}\.(?:com|vn|net|org|me|io)(?:\/\S*)?/giu },
  { name: "ngày sinh", pattern: /(?:sinh|sn)(?:\s+(?:ngày|ngay|năm|nam))?\s*:?\s*\d[\d/.-]{3,9}/giu },
  // Identity cards, telephones, accounts, case numbers: seven digits or more, however they are spaced.
  { name: "số", pattern: /\+?\p{Nd}(?:[\s.\-–()]{0,2}\p{Nd}){6,}/gu },
  { name: "số", pattern: new RegExp(`(?<!\\p{L})(?:${digitWords}[\\s,.-]*){7,}`, "giu") },
  {
    name: "tên",
    pattern: new RegExp(`(?<=(?:tên|ten)\\s+(?:(?:${who})\\s+){0,2}(?:(?:là|la)\\s+|:\\s*))\\p{L}+(?:\\s+\\p{L}+){0,3}`, "giu"),
  },
  { name: "tên", pattern: new RegExp(`(?<!\\p{L})(?:${surnames})\\s+(?:văn|van|thị|thi)\\s+\\p{L}+(?:\\s+\\p{Lu}\\p{Ll}*)*`, "giu") },
  { name: "tên", pattern: /(?<!\p{L})\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*)+(?!\p{L})/gu },
];

/** Personal data stay here: numbers, names and addresses leave as "[số 1]", and come back as they were. */
export function openHiding(): Hiding {
  const taken = new Map<string, string>();
  const given = new Map<string, string>();
  const placeholder = (name: string, said: string): string => {
    const known = given.get(said);
    if (known !== undefined) return known;
    const made = `[${name} ${given.size + 1}]`;
    given.set(said, made);
    taken.set(made, said);
    return made;
  };
  return {
    hide: (text) =>
      personal.reduce(
        (left, { name, pattern }) =>
          outsidePlaceholders(left, (part) =>
            part.replace(pattern, (said) => `${placeholder(name, said.trim())}${said.endsWith(" ") ? " " : ""}`),
          ),
        // Brackets of the person's own would look like placeholders.
        normalise(text).replace(/[[\]]/gu, " "),
      ),
    restore: (text) => {
      const back = text.replace(/\[[^\]]*\]/gu, (found) => taken.get(found) ?? found);
      return /[[\]]/u.test(back) ? undefined : back;
    },
  };
}

function outsidePlaceholders(text: string, change: (part: string) => string): string {
  return text
    .split(/(\[[^\]]*\])/u)
    .map((part) => (part.startsWith("[") ? part : change(part)))
    .join("");
}
