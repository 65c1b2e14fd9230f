/** Counts of what happened since the start, for /metrics: names and labels from our own closed lists, never a word of people. */
export interface Tally {
  add(name: string, labels: Readonly<Record<string, string>>): void;
  read(): Readonly<Record<string, number>>;
}

export function openTally(): Tally {
  const counts = new Map<string, number>();
  return {
    add(name, labels) {
      const written = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
      const key = `${name}{${written.join(",")}}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    read: () => Object.fromEntries(counts),
  };
}
