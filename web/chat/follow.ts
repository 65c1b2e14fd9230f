import { createParser } from "eventsource-parser";
import { paths } from "../../server/http/paths.ts";
import type { ChatState, WireMessage } from "../../server/http/wire.ts";

export interface Following {
  readonly token: string;
  /** The last sequence shown. */
  readonly after: () => number;
  readonly onMessage: (message: WireMessage) => void;
  readonly onState: (state: ChatState) => void;
  readonly onConnection: (connected: boolean) => void;
  /** The server no longer knows this conversation's token as one it had. */
  readonly onEnded: () => void;
}

const longestWaitMs = 20_000;
/** The server is heard at least every 20 s; a longer silence is a connection that died unnoticed. */
const longestSilenceMs = 45_000;

/** Follows a conversation until stopped: resumes after the last sequence, waits longer after each failure, at once when the page wakes. */
export function follow(following: Following): () => void {
  const stopped = new AbortController();
  let failures = 0;
  let wake = () => {};
  const wakeNow = () => {
    if (document.visibilityState === "visible") wake();
  };
  document.addEventListener("visibilitychange", wakeNow);
  window.addEventListener("online", wakeNow);
  window.addEventListener("offline", wakeNow);
  void loop();
  return () => {
    stopped.abort();
    wake();
    document.removeEventListener("visibilitychange", wakeNow);
    window.removeEventListener("online", wakeNow);
    window.removeEventListener("offline", wakeNow);
  };

  async function loop(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await once();
      } catch {
        // Whatever broke the stream, the answer is the same: come back and resume.
      }
      if (stopped.signal.aborted) return;
      following.onConnection(false);
      failures += 1;
      const wait = Math.min(longestWaitMs, 500 * 2 ** Math.min(failures, 6)) * (0.5 + Math.random());
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, failures === 1 ? 300 : wait);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async function once(): Promise<void> {
    const connection = new AbortController();
    const abort = () => connection.abort();
    stopped.signal.addEventListener("abort", abort);
    wake = abort;
    const response = await fetch(`${paths.events}?after=${following.after()}`, {
      headers: { authorization: `Bearer ${following.token}` },
      signal: connection.signal,
      cache: "no-store",
    });
    if (!response.ok || response.body === null) throw new Error(`events: ${response.status}`);
    following.onConnection(true);
    failures = 0;
    const parser = createParser({
      onEvent({ event, data }) {
        if (event === "message") following.onMessage(JSON.parse(data));
        if (event === "state") following.onState(JSON.parse(data));
        if (event === "ended") following.onEnded();
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const silence = setTimeout(abort, longestSilenceMs);
      const chunk = await reader.read().finally(() => clearTimeout(silence));
      if (chunk.done) return;
      parser.feed(chunk.value);
    }
  }
}
