import type { Cell } from "./figure-table.ts";

/** So few could be known by whoever lives near: they are not told. */
const fewest = 5;
export const tooFew = "dưới 5";
/** Large enough itself, but with the total it would tell a smaller one. */
export const keptBack = "không nêu";

export function shown(count: number): Cell {
  return isSmall(count) ? tooFew : count;
}

/** Parts of a total that is shown too: where just one is too small, the next smallest is kept back as well. */
export function shownParts(parts: readonly number[]): readonly Cell[] {
  const cells: Cell[] = parts.map(shown);
  if (parts.filter(isSmall).length !== 1) return cells;
  const next = parts.reduce((least, part, at) => (part >= fewest && (least < 0 || part < (parts[least] ?? 0)) ? at : least), -1);
  return cells.map((cell, at) => (at === next ? keptBack : cell));
}

/** A share in per cent; none where it would tell a small number. */
export function shownShare(part: number, whole: number): Cell {
  if (whole < fewest || isSmall(part) || isSmall(whole - part)) return "";
  return `${Math.round((100 * part) / whole)}%`;
}

function isSmall(count: number): boolean {
  return count > 0 && count < fewest;
}
