import { type ChildProcess, fork } from "node:child_process";
import type { FigureTable } from "./tables/figure-table.ts";

export type Theme = "light" | "dark";

export interface Drawing {
  readonly table: FigureTable;
  readonly theme: Theme;
}

const idleMs = 20_000;
const slowestMs = 15_000;

interface Answer {
  readonly number: number;
  readonly svg: string;
}

/**
 * Draws a table in a process of its own, begun when first asked and ended when nobody has asked for a while: the library takes as
 * much memory as all else together, and only a process that ends gives it back.
 */
export function openDrawing(): (drawing: Drawing) => Promise<string> {
  let artist: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let number = 0;
  const end = () => {
    artist?.kill();
    artist = undefined;
  };
  return async (drawing) => {
    clearTimeout(idle);
    if (!artist?.connected) artist = begin();
    number += 1;
    try {
      return await ask(artist, { number, ...drawing });
    } catch (fault) {
      end();
      throw fault;
    } finally {
      clearTimeout(idle);
      idle = setTimeout(end, idleMs).unref();
    }
  };
}

/** It knows nothing of our settings, and does not keep us from ending. */
function begin(): ChildProcess {
  const artist = fork(new URL("./chart-artist.ts", import.meta.url), {
    execArgv: [],
    env: {},
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  artist.unref();
  artist.channel?.unref();
  return artist;
}

function ask(artist: ChildProcess, asked: Drawing & { readonly number: number }): Promise<string> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(slow);
      artist.off("message", heard);
      artist.off("error", failed);
      artist.off("exit", gone);
    };
    const failed = (cause: unknown) => {
      stop();
      reject(new Error("a chart could not be drawn", { cause }));
    };
    const gone = () => failed(new Error("its process has ended"));
    const heard = (message: unknown) => {
      // Written by our own process.
      const answer = message as Answer;
      if (answer.number !== asked.number) return;
      stop();
      resolve(answer.svg);
    };
    const slow = setTimeout(() => failed(new Error("too slow")), slowestMs);
    artist.on("message", heard);
    artist.on("error", failed);
    artist.on("exit", gone);
    artist.send(asked);
  });
}
