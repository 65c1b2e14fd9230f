import { Router } from "express";
import type { Library } from "../../knowledge/library.ts";
import type { Channel } from "../channels/channel.ts";
import type { Store } from "../store/store.ts";
import { type Alarms, alarmFigures } from "../watch/alarms.ts";
import type { Tally } from "../watch/tally.ts";

export interface Readiness {
  readonly library: Library;
  readonly store: Store;
  /** False once the program has been told to stop. */
  readonly isServing: () => boolean;
  readonly openStreams: () => number;
  readonly tally: Tally;
  readonly alarms: Alarms;
  readonly channels: ReadonlyMap<string, Channel>;
  /** How long one piece of work kept all others waiting. */
  readonly longestPauseMs: () => number;
}

/** `/healthz` alive, `/readyz` can answer, `/metrics` counts without any word of people. */
export function healthRoutes(readiness: Readiness): Router {
  const { library, store, isServing } = readiness;
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  router.get("/readyz", async (_request, response) => {
    const ready = isServing() && library.entries.size > 0 && (await answers(store));
    response.status(ready ? 200 : 503).json({ ready, library: library.version, entries: library.entries.size });
  });
  router.get("/metrics", async (_request, response) => {
    const figures = { ...(await store.readFigures()), ...ownFigures(readiness) };
    const lines = Object.entries(figures);
    response.type("text/plain; version=0.0.4").send(`${lines.map(([name, value]) => `${metricName(name)} ${value}`).join("\n")}\n`);
  });
  return router;
}

function ownFigures({ library, openStreams, longestPauseMs, tally, alarms, channels }: Readiness): Readonly<Record<string, number>> {
  const watched = [...channels.values()].filter(({ carried }) => carried).map(({ name }) => name);
  return {
    ...tally.read(),
    ...alarmFigures(alarms, watched),
    open_streams: openStreams(),
    knowledge_entries: library.entries.size,
    longest_pause_ms: longestPauseMs(),
    process_resident_memory_bytes: process.memoryUsage.rss(),
    process_uptime_seconds: process.uptime(),
  };
}

async function answers(store: Store): Promise<boolean> {
  try {
    await store.ping();
    return true;
  } catch {
    // The cause is in the log of whoever needed the database; here only yes or no is asked.
    return false;
  }
}

function metricName(name: string): string {
  return name.startsWith("process_") ? name : `huongthien_${name}`;
}
