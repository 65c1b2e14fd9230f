import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Card } from "./card.ts";
import { openShelf } from "./shelf.ts";

/** Makes pictures of cards, one at a time. */
export interface CardPress {
  /** The picture, or `busy` when too many wait already. */
  print(card: Card): Promise<Buffer | "busy">;
}

const mostWaiting = 12;
const mostKept = 40;
const drawWithinMs = 10_000;
const idleMs = 20_000;

/**
 * Drawing wants a hundred megabytes for a moment. A process of its own has them: it is started by the first picture,
 * draws one at a time, ends when nothing was asked for a while, and gives all of it back. It gets none of our settings.
 */
export function openCardPress(): CardPress {
  const kept = openShelf<Buffer>(mostKept);
  const printing = new Map<string, Promise<Buffer>>();
  let last: Promise<unknown> = Promise.resolve();
  const drawer = openDrawer();
  return {
    async print(card) {
      const key = JSON.stringify(card);
      const known = kept.take(key) ?? printing.get(key);
      if (known !== undefined) return await known;
      if (printing.size >= mostWaiting) return "busy";
      const drawn = last.then(() => drawer.draw(card));
      last = drawn.catch(() => undefined);
      printing.set(key, drawn);
      try {
        const picture = await drawn;
        kept.put(key, picture);
        return picture;
      } finally {
        printing.delete(key);
      }
    },
  };
}

function openDrawer() {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  const end = () => {
    child?.kill("SIGKILL");
    child = undefined;
  };
  const running = (): ChildProcess => {
    if (child?.connected) return child;
    child = fork(fileURLToPath(new URL("draw-apart.ts", import.meta.url)), { env: {}, execArgv: [], serialization: "advanced" });
    // What goes wrong is told to whoever asked for the card.
    child.on("error", () => {});
    // Neither the process nor its channel keeps ours alive.
    child.unref();
    child.channel?.unref();
    return child;
  };
  return {
    async draw(card: Card): Promise<Buffer> {
      clearTimeout(idle);
      try {
        return await askOnce(running(), card);
      } catch (fault) {
        end();
        throw fault;
      } finally {
        idle = setTimeout(end, idleMs);
        idle.unref();
      }
    },
  };
}

/** One card in, one picture out; a process that dies or takes too long has drawn nothing. */
async function askOnce(child: ChildProcess, card: Card): Promise<Buffer> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(drawWithinMs)]);
  const ended = once(child, "exit", { signal }).then(() => {
    throw new Error("the process that draws cards ended");
  });
  try {
    const answered = once(child, "message", { signal });
    child.send(card);
    const [{ picture, fault }] = (await Promise.race([answered, ended])) as [Drawn];
    if (picture === undefined) throw new Error(`a card could not be drawn: ${fault}`);
    return Buffer.from(picture);
  } finally {
    over.abort();
  }
}

interface Drawn {
  readonly picture?: Uint8Array;
  readonly fault?: string;
}
