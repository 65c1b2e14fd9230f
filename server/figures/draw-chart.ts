import { Worker } from "node:worker_threads";
import type { FigureTable } from "./tables/figure-table.ts";

export type Theme = "light" | "dark";

export interface Drawing {
  readonly table: FigureTable;
  readonly theme: Theme;
}

/** What drawing needs in memory is given back when nobody has asked for a while. */
const idleMs = 20_000;
const slowestMs = 15_000;

interface Answer {
  readonly number: number;
  readonly svg: string;
}

/** Draws a table in a thread of its own, begun when first asked and ended when idle: the library takes more than all else together. */
export function openDrawing(): (drawing: Drawing) => Promise<string> {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let number = 0;
  const end = () => {
    void worker?.terminate();
    worker = undefined;
  };
  return async (drawing) => {
    clearTimeout(idle);
    worker ??= new Worker(new URL("./chart-worker.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 96 } });
    number += 1;
    try {
      return await ask(worker, { number, ...drawing });
    } catch (fault) {
      end();
      throw fault;
    } finally {
      clearTimeout(idle);
      idle = setTimeout(end, idleMs).unref();
      worker?.unref();
    }
  };
}

function ask(worker: Worker, asked: Drawing & { readonly number: number }): Promise<string> {
  worker.ref();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(slow);
      worker.off("message", heard);
      worker.off("error", failed);
      worker.off("exit", gone);
    };
    const failed = (cause: unknown) => {
      stop();
      reject(new Error("a chart could not be drawn", { cause }));
    };
    const gone = () => failed(new Error("its thread has ended"));
    const heard = (answer: Answer) => {
      if (answer.number !== asked.number) return;
      stop();
      resolve(answer.svg);
    };
    const slow = setTimeout(() => failed(new Error("too slow")), slowestMs);
    worker.on("message", heard);
    worker.on("error", failed);
    worker.on("exit", gone);
    worker.postMessage(asked);
  });
}
