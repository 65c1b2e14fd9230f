import { Router } from "express";
import type { Library } from "../../knowledge/library.ts";
import type { Store } from "../store/store.ts";

export interface Readiness {
  readonly library: Library;
  readonly store: Store;
  /** False once the program has been told to stop. */
  readonly isServing: () => boolean;
  readonly openStreams: () => number;
  /** How long one piece of work kept all others waiting. */
  readonly longestPauseMs: () => number;
}

/** `/healthz` alive, `/readyz` can answer, `/metrics` counts without any word of people. */
export function healthRoutes({ library, store, isServing, openStreams, longestPauseMs }: Readiness): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  router.get("/readyz", async (_request, response) => {
    const ready = isServing() && library.entries.size > 0 && (await answers(store));
    response.status(ready ? 200 : 503).json({ ready, library: library.version, entries: library.entries.size });
  });
  router.get("/metrics", async (_request, response) => {
    const figures = { ...(await store.readFigures()), open_streams: openStreams(), knowledge_entries: library.entries.size };
    const own = {
      longest_pause_ms: longestPauseMs(),
      process_resident_memory_bytes: process.memoryUsage.rss(),
      process_uptime_seconds: process.uptime(),
    };
    const lines = Object.entries({ ...figures, ...own });
    response.type("text/plain; version=0.0.4").send(`${lines.map(([name, value]) => `${metricName(name)} ${value}`).join("\n")}\n`);
  });
  return router;
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
