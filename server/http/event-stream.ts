import type { Response } from "express";
import { realTimer, type Timer } from "../work/timer.ts";

export interface ServerEvent {
  readonly event: string;
  readonly id?: number;
  readonly data: unknown;
}

export interface EventStream {
  /** Something may be new: catch up once more when the running one is done. */
  readonly poke: () => void;
  readonly send: (event: ServerEvent) => void;
  readonly end: () => void;
}

export interface Streaming {
  readonly catchUp: () => Promise<void>;
  readonly onClose: () => void;
  readonly timer?: Timer;
}

const heartbeatMs = 20_000;
/** Should nobody have told us of something new. */
const lookEveryBeats = 2;
/** A reader that far behind is not reading; it comes back and resumes. */
const largestBacklog = 1024 * 1024;

/** Server-sent events over one response: `catchUp` runs at once and after each poke, never twice at a time. */
export function openEventStream(response: Response, { catchUp, onClose, timer = realTimer }: Streaming): EventStream {
  let beats = 0;
  let running = false;
  let again = false;
  response.status(200).set({ "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
  response.flushHeaders();
  let callOff = timer(heartbeatMs, beat);
  response.on("close", () => {
    callOff();
    onClose();
  });

  function beat(): void {
    write(": \n\n");
    beats += 1;
    if (beats % lookEveryBeats === 0) poke();
    callOff = timer(heartbeatMs, beat);
  }

  function write(text: string): void {
    if (response.writableEnded || response.destroyed) return;
    if (response.writableLength > largestBacklog) response.destroy();
    else response.write(text);
  }

  async function run(): Promise<void> {
    running = true;
    try {
      do {
        again = false;
        await catchUp();
      } while (again && !response.destroyed);
    } catch (fault) {
      // The page comes back by itself and resumes where it was.
      response.destroy(fault instanceof Error ? fault : new Error("the stream broke", { cause: fault }));
    } finally {
      running = false;
    }
  }

  function poke(): void {
    again = true;
    if (!running) void run();
  }
  queueMicrotask(poke);
  return {
    poke,
    send: ({ event, id, data }) => write(`event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`),
    end: () => response.end(),
  };
}
