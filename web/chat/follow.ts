import { createParser } from "eventsource-parser";
import { paths } from "../../server/http/paths.ts";
import type { ChatState, WireMessage } from "../../server/http/wire.ts";

export interface Following {
  readonly token: string;
  /** The last message shown. */
  readonly last: () => Pick<WireMessage, "sequence" | "id"> | undefined;
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
  const forget = whenPageWakes(() => wake());
  void loop();
  return () => {
    stopped.abort();
    wake();
    forget();
  };

  async function loop(): Promise<void> {
    while (!stopped.signal.aborted) {
      const connection = new AbortController();
      wake = () => connection.abort();
      try {
        await readStream(following, connection, () => {
          failures = 0;
        });
      } catch {
        // Whatever broke the stream, the answer is the same: come back and resume.
      }
      if (stopped.signal.aborted) return;
      following.onConnection(false);
      failures += 1;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitAfter(failures));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

function waitAfter(failures: number): number {
  return failures === 1 ? 300 : Math.min(longestWaitMs, 500 * 2 ** Math.min(failures, 6)) * (0.5 + Math.random());
}

/** Calls `wake` when the page is seen again or the network changes; gives back how to stop that. */
function whenPageWakes(wake: () => void): () => void {
  const forgotten = new AbortController();
  const wakeIfSeen = () => {
    if (document.visibilityState === "visible") wake();
  };
  document.addEventListener("visibilitychange", wakeIfSeen, forgotten);
  window.addEventListener("online", wakeIfSeen, forgotten);
  window.addEventListener("offline", wakeIfSeen, forgotten);
  return () => forgotten.abort();
}

/** One connection from its opening to its end. */
async function readStream(following: Following, connection: AbortController, onOpen: () => void): Promise<void> {
  const last = following.last();
  const response = await fetch(`${paths.events}?after=${last?.sequence ?? 0}${last ? `&last=${last.id}` : ""}`, {
    headers: { authorization: `Bearer ${following.token}` },
    signal: connection.signal,
    cache: "no-store",
  });
  if (!response.ok || response.body === null) throw new Error(`events: ${response.status}`);
  following.onConnection(true);
  onOpen();
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === "message") following.onMessage(JSON.parse(data));
      if (event === "state") following.onState(JSON.parse(data));
      if (event === "ended") following.onEnded();
    },
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const silence = setTimeout(() => connection.abort(), longestSilenceMs);
    const chunk = await reader.read().finally(() => clearTimeout(silence));
    if (chunk.done) return;
    parser.feed(chunk.value);
  }
}
