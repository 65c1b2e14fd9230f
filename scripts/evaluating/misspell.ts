import { fold } from "../../knowledge/words/normalise.ts";

/** Ways one question is typed, by kind of slip. The same question and number give the same text. */
export const spellings: Readonly<Record<string, (text: string, seed: number) => string>> = {
  "no marks": (text) => fold(text),
  "half the marks": (text) =>
    text
      .split(" ")
      .map((word, at) => (at % 2 === 0 ? fold(word) : word))
      .join(" "),
  "letters apart (NFD)": (text) => text.normalize("NFD"),
  "new tone placement": (text) =>
    text.replace(/òa/g, "oà").replace(/óa/g, "oá").replace(/ọa/g, "oạ").replace(/úy/g, "uý").replace(/ủy/g, "uỷ"),
  "chat short forms": (text) => shorten(text),
  "chat, no marks": (text) => fold(shorten(text)),
  "one slip": (text, seed) => slip(text, seed),
  "one slip, no marks": (text, seed) => slip(fold(text), seed),
  "letters held down": (text, seed) => stretch(text, seed),
  "typed telex": (text) => telex(text),
  "spaces lost": (text, seed) => text.replace(/ /g, (space, at: number) => ((at + seed) % 4 === 0 ? "" : space)),
};

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/không/g, "ko"],
  [/được/g, "dc"],
  [/bao nhiêu/g, "bn"],
  [/như thế nào/g, "ntn"],
  [/gì(?!\p{L})/gu, "j"],
  [/vậy(?!\p{L})/gu, "z"],
  [/với(?!\p{L})/gu, "vs"],
  [/rồi(?!\p{L})/gu, "r"],
  [/công an/g, "ca"],
  [/căn cước/g, "cccd"],
  [/lý lịch tư pháp/g, "lltp"],
  [/chồng(?!\p{L})/gu, "ck"],
  [/vợ(?!\p{L})/gu, "vk"],
  [/giờ(?!\p{L})/gu, "h"],
  [/người(?!\p{L})/gu, "ng"],
];

function shorten(text: string): string {
  return shortForms.reduce((short, [long, form]) => short.replace(long, form), text.toLowerCase());
}

/** Two neighbouring letters of one longer word change places. */
function slip(text: string, seed: number): string {
  return changeOne(text, seed, (word) => {
    const at = 1 + (seed % (word.length - 2));
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
}

function stretch(text: string, seed: number): string {
  return changeOne(text, seed, (word) => word + word.slice(-1).repeat(3));
}

function changeOne(text: string, seed: number, change: (word: string) => string): string {
  const words = text.split(" ");
  const long = words.flatMap((word, at) => (/^\p{L}{4,}$/u.test(word) ? [at] : []));
  const chosen = long[seed % Math.max(1, long.length)];
  return words.map((word, at) => (at === chosen ? change(word) : word)).join(" ");
}

const telexMarks: Readonly<Record<string, string>> = { "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j" };

/** As a phone without Vietnamese typing leaves it: "vay vốn" → "vay voons". */
function telex(text: string): string {
  return text.replace(/[\p{L}]+/gu, (word) => {
    const apart = word.toLowerCase().normalize("NFD").replace(/đ/g, "dd");
    const tone = /[\u0300\u0301\u0309\u0303\u0323]/.exec(apart)?.[0];
    const letters = apart
      .replace(/[\u0300\u0301\u0309\u0303\u0323]/g, "")
      .replace(/([aeo])\u0302/g, "$1$1")
      .replace(/([aou])[\u0306\u031b]/g, "$1w");
    return tone === undefined ? letters : letters + (telexMarks[tone] ?? "");
  });
}
