/** Which entry each asking belongs to. */
export interface OwnedAskings {
  readonly owners: Int32Array;
  readonly entries: number;
}

/** For each entry how like the question its closest asking is, which one that is, and the mean of its three closest. */
export function closestAskings(likeness: Float64Array, { owners, entries }: OwnedAskings) {
  const best = new Float64Array(entries);
  const second = new Float64Array(entries);
  const third = new Float64Array(entries);
  const asking = new Int32Array(entries);
  likeness.forEach((like, position) => {
    const owner = owners[position] ?? 0;
    if (like > (best[owner] ?? 0)) {
      third[owner] = second[owner] ?? 0;
      second[owner] = best[owner] ?? 0;
      best[owner] = like;
      asking[owner] = position;
    } else if (like > (second[owner] ?? 0)) {
      third[owner] = second[owner] ?? 0;
      second[owner] = like;
    } else if (like > (third[owner] ?? 0)) third[owner] = like;
  });
  return { best, asking, ofThree: best.map((like, item) => (like + (second[item] ?? 0) + (third[item] ?? 0)) / 3) };
}
