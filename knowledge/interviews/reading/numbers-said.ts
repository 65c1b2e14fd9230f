const units = ["", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
const lastUnits: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const one = "(?:mot|hai|ba|bon|nam|sau|bay|tam|chin)";
const last = `(?:${Object.keys(lastUnits).join("|")})`;

/** A number in folded words, up to 99: "hai muoi lam", "muoi", "nam chuc". */
export const numberWords = `(?:${one} (?:muoi|chuc)(?: ${last})?|muoi(?: ${last})?|${one})`;

/** A number in digits or folded words; in digits with a comma or point before the tenths. */
export const number = `(?:\\d+(?:[.,]\\d+)?|${numberWords})`;

export function numberOf(said: string): number {
  if (/^\d/.test(said)) return Number(said.replace(",", "."));
  const words = said.split(" ");
  const tens = words.findIndex((word) => word === "muoi" || word === "chuc");
  if (tens === -1) return lastUnits[said] ?? 0;
  const ten = tens === 0 ? 1 : units.indexOf(words[0] ?? "");
  return ten * 10 + (lastUnits[words[tens + 1] ?? ""] ?? 0);
}
