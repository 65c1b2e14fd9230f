import { Day, writtenDay } from "../provision.ts";
import { writtenPercent, writtenSum } from "../rules/written-sum.ts";
import { type Facts, type FactValue, factAt, isFacts, matches } from "./facts.ts";
import type { Line } from "./interview.ts";
import { saidDuration } from "./reading/durations.ts";

/**
 * The words with what was found in their places: "{lastDay}", "{amount.most|dong}"; null where nothing was found for one of them. A part in
 * brackets, "[ Mang theo: {bring}.]", is left out by itself.
 */
export function fillIn(words: string, found: Facts): string | null {
  const parts = words.split(optional).map((part, at) => fillPlaces(part, found) ?? (at % 2 === 1 ? "" : null));
  return parts.includes(null) ? null : parts.join("");
}

function fillPlaces(words: string, found: Facts): string | null {
  let isWhole = true;
  const filled = words.replace(place, (_, path: string, form?: Form) => {
    const value = factAt(found, path);
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) isWhole = false;
    return written(value ?? null, form);
  });
  return isWhole ? filled : null;
}

/** The lines there are: those with nothing missing, all of a list, one for each of a list of objects, those for what was found. */
export function fillLines(lines: readonly Line[], found: Facts): readonly string[] {
  return lines.flatMap((line) => {
    if (typeof line === "object") {
      const items = line.each === undefined ? [found] : itemsAt(found, line.each);
      return items.flatMap((item) => (matches(item, line.if) ? (fillIn(line.line, item) ?? []) : []));
    }
    const [, path] = /^\{([A-Za-z.]+)\}$/.exec(line) ?? [];
    const list = path === undefined ? undefined : factAt(found, path);
    if (Array.isArray(list)) return list.map((item) => written(item));
    return fillIn(line, found) ?? [];
  });
}

export function itemsAt(found: Facts, path: string): readonly Facts[] {
  const list = factAt(found, path);
  return Array.isArray(list) ? list.filter(isFacts) : [];
}

/** Every path that words ask for. */
export function placesIn(words: string): readonly string[] {
  return [...words.matchAll(place)].map(([, path = ""]) => path);
}

const forms = {
  dong: (value: number) => writtenSum(value),
  percent: (value: number) => writtenPercent(value),
  months: (value: number) => saidDuration(value),
};
type Form = keyof typeof forms;
const optional = /\[([^[\]]*)\]/;
const place = /\{([A-Za-z][A-Za-z0-9.]*)(?:\|(dong|percent|months))?\}/g;

function written(value: FactValue, form?: Form): string {
  if (typeof value === "number") return form === undefined ? String(value).replace(".", ",") : forms[form](value);
  if (Array.isArray(value)) return value.map((item) => written(item)).join(", ");
  const day = Day.safeParse(value);
  return day.success ? writtenDay(day.data) : String(value ?? "");
}
