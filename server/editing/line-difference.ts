export interface DifferentLine {
  readonly kind: "same" | "old" | "new";
  readonly text: string;
}

/** What became of the lines of a text: those that stayed, went and came, in reading order. */
export function lineDifference(before: string, after: string): readonly DifferentLine[] {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  // lengths[i][j]: the longest common run of what follows line i of the old text and line j of the new one.
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  const length = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = old[i] === fresh[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  const lines: DifferentLine[] = [];
  for (let i = 0, j = 0; i < old.length || j < fresh.length; ) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      lines.push({ kind: "same", text: old[i++] ?? "" });
      j++;
    } else if (i < old.length && (j >= fresh.length || length(i + 1, j) >= length(i, j + 1)))
      lines.push({ kind: "old", text: old[i++] ?? "" });
    else lines.push({ kind: "new", text: fresh[j++] ?? "" });
  }
  return lines;
}
