import type { Cell } from "./figure-table.ts";

/** So few could be known by whoever lives near: they are not told. */
const fewest = 5;
export const tooFew = "dưới 5";
/** Large enough itself, but with the total it would tell a smaller one. */
export const keptBack = "không nêu";

export function shown(count: number): Cell {
  return isSmall(count) ? tooFew : count;
}

/** Parts of a total that is shown too: as long as the total less the others would tell a small number, the next smallest is kept back as well. */
export function shownParts(parts: readonly number[]): readonly Cell[] {
  const hidden = new Set(parts.flatMap((part, at) => (isSmall(part) ? [at] : [])));
  const others = parts.flatMap((part, at) => (part >= fewest ? [{ part, at }] : [])).sort((one, other) => one.part - other.part);
  for (const { at } of others) {
    const sum = [...hidden].reduce((all, each) => all + (parts[each] ?? 0), 0);
    if (hidden.size === 0 || (hidden.size > 1 && sum >= fewest)) break;
    hidden.add(at);
  }
  return parts.map((part, at) => (isSmall(part) ? tooFew : hidden.has(at) ? keptBack : part));
}

/** A share in per cent; none where it would tell a small number. */
export function shownShare(part: number, whole: number): Cell {
  if (whole < fewest || isSmall(part) || isSmall(whole - part)) return "";
  return `${Math.round((100 * part) / whole)}%`;
}

function isSmall(count: number): boolean {
  return count > 0 && count < fewest;
}
