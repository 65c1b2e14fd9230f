/** What is read of one message, in graphemes a person would count as letters. */
export const longestQuestion = 2000;

/**
 * One spelling for what looks the same: composed letters, one way to place the tone, no invisible or direction-changing
 * characters, single spaces. Bounded in work and in length whatever comes in.
 */
export function normalise(text: string): string {
  const shortened = text.slice(0, longestQuestion * 8).toWellFormed();
  const visible = shortened.replace(/\p{Default_Ignorable_Code_Point}|[\p{Cc}\p{Co}\p{Cn}]/gu, (character) =>
    character === "\n" || character === "\t" ? character : "",
  );
  const calm = visible
    .normalize("NFKD")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .normalize("NFC");
  const lines = calm
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n");
  return placeTones(withoutVni(lines)).trim().slice(0, longestQuestion);
}

/** A digit for each mark, as typing by VNI leaves it ("muo6n1"): one inside a word gives it away. */
const vniInside = /(?<![\p{L}\p{N}])(?=\p{L}{0,3}[aeiouyd][1-9])[a-z]{1,6}[1-9][a-z1-9]{0,6}[a-z][1-9]?(?![\p{L}\p{N}])/giu;
const vniAnywhere = /(?<![\p{L}\p{N}])[a-z]{1,6}[1-9][a-z1-9]{0,7}(?![\p{L}\p{N}])/giu;

/** Where a text is typed so, its digits are marks, those behind a word too. */
function withoutVni(text: string): string {
  const inside = text.match(vniInside) ?? [];
  return inside.length < 2 ? text : text.replace(vniAnywhere, (word) => word.replace(/[1-9]/g, ""));
}

/** Lower case without any marks, đ as d: how people type on an old phone. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
}

/** Most of what phones send: nothing to take off, which is quick to see. */
function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** True when the text carries at least one Vietnamese mark. */
export function hasMarks(text: string): boolean {
  return !isAscii(text) && /[\u0300-\u036fđĐ]/.test(text.normalize("NFD"));
}

/** Words and numbers as searched for: lower case, "22/2023" and "6,24" in one piece. */
export function syllables(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{N}+(?:[.,/]\p{N}+)*|[\p{L}\p{M}]+/gu) ?? [];
}

const tones = "\u0300\u0301\u0303\u0309\u0323";

// "hoà" and "hòa", "thuý" and "thúy" are the same word; the newer placement is turned into the older, more common one.
const openPair = new RegExp(`(?<![qQ])(o)([ae])([${tones}])|(?<![qQ])(u)(y)([${tones}])`, "giu");

const afterQ = new RegExp(`^(qu)([${tones}])([aeiy][\u0302\u0306]?)`, "iu");

function placeTones(text: string): string {
  if (!/[\u00c0-\u1ef9]/.test(text)) return text;
  return text.replace(/[\p{L}]+/gu, (word) => {
    const apart = word.normalize("NFD");
    if (!/(?:o[ae]|uy)[\u0300-\u036f]$|^qu[\u0300-\u036f][aeiy]/iu.test(apart)) return word;
    return apart
      .replace(afterQ, "$1$3$2")
      .replace(openPair, (_all, o, a, tone, u, y, secondTone) => (o ? `${o}${tone}${a}` : `${u}${secondTone}${y}`))
      .normalize("NFC");
  });
}
