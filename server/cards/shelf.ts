/** Keeps the last few things asked for; the one longest unasked makes room. */
export interface Shelf<Thing> {
  take(key: string): Thing | undefined;
  put(key: string, thing: Thing): void;
}

export function openShelf<Thing>(most: number): Shelf<Thing> {
  const kept = new Map<string, Thing>();
  const put = (key: string, thing: Thing) => {
    kept.delete(key);
    kept.set(key, thing);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  };
  return {
    take(key) {
      const thing = kept.get(key);
      if (thing !== undefined) put(key, thing);
      return thing;
    },
    put,
  };
}
