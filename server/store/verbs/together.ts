/** What several callers want written, as one. */
export type Together<Item, Result> = (item: Item) => Promise<Result>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (fault: unknown) => void;
}

/** As many as one transaction may hold up. */
const mostTogether = 64;

/**
 * Callers that come while one write is under way are written together after it: one sync of the disk serves them all, and
 * whoever waits longest is first. Where writing together fails, each is written alone, so that one cannot spoil it for others.
 */
export function together<Item, Result>(write: (items: readonly Item[]) => Promise<readonly Result[]>): Together<Item, Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) await writeSome(waiting.splice(0, mostTogether));
    isWriting = false;
  }

  async function writeSome(some: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await write(some.map(({ item }) => item));
      // One result for each, in the same order.
      for (const [position, { resolve }] of some.entries()) resolve(results[position] as Result);
    } catch (fault) {
      if (some.length === 1) some[0]?.reject(fault);
      else for (const one of some) await writeSome([one]);
    }
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // In a moment, so that those who come together are written together.
      if (!isWriting) {
        isWriting = true;
        queueMicrotask(() => void writeAll());
      }
    });
}
