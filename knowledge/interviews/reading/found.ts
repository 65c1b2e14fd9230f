import { fold, normalise } from "../../words/normalise.ts";

/** Something read out of a text, and where it stood in the text as `calm` gives it. */
export interface Found<Value> {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

/** How typed words are read here: without marks, one line, short words for "không" written out. */
export function calm(text: string): string {
  return fold(normalise(text))
    .replace(/\s+/g, " ")
    .replace(/(?<![a-z0-9])(?:k|ko|kh|hk|hok|hong|hem|khum)(?![a-z0-9])/g, "khong")
    .replace(/(?<![a-z0-9])(?:bit|bik|bjt)(?![a-z0-9])/g, "biet")
    .trim();
}

/** A pattern that neither starts nor ends within a word or a number. */
export function whole(pattern: string): RegExp {
  return new RegExp(`(?<![a-z0-9]|\\d[.,/-])(?:${pattern})(?![a-z0-9]|[.,/-]\\d)`, "g");
}

/** Every place where one of the readers reads something; of those that overlap the first, then the longest. */
export function findAll<Value>(text: string, readers: readonly Reader<Value>[]): readonly Found<Value>[] {
  const all = readers.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = read(match);
      return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
    }),
  );
  const sorted = all.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((each, at) => !sorted.slice(0, at).some((earlier) => earlier.end > each.start));
}

export type Reader<Value> = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Value | undefined];
