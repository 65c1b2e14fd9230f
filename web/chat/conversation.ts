import { paths } from "../../server/http/paths.ts";
import type { ChatState, Say, Started, WireMessage } from "../../server/http/wire.ts";
import { newId } from "../new-id.ts";
import { follow } from "./follow.ts";
import type { Memory } from "./memory.ts";

/** A message of the person that the server has not shown us back yet. */
export interface Pending {
  readonly clientId: string;
  readonly content: Say["content"];
  readonly failed: boolean;
}

export interface Shown {
  readonly messages: readonly WireMessage[];
  readonly pending: readonly Pending[];
  readonly greeting: Started["greeting"] | undefined;
  readonly state: ChatState;
  readonly connected: boolean;
  /** What the server has is shown; before that, nobody knows whether this is a beginning. */
  readonly caughtUp: boolean;
}

export interface Conversation {
  shown(): Shown;
  begin(): Promise<void>;
  say(content: Say["content"]): void;
  retry(clientId: string): void;
  erase(): Promise<boolean>;
  stop(): void;
}

const nothing: Shown = {
  messages: [],
  pending: [],
  greeting: undefined,
  state: { speaker: { kind: "bot" }, typing: false },
  connected: true,
  caughtUp: false,
};

/** The conversation of this tab: what is shown is what the server has, in its order, plus what is on its way. */
export function openConversation(memory: Memory, changed: () => void): Conversation {
  let shown = nothing;
  let stopFollowing = () => {};
  const set = (more: Partial<Shown>) => {
    shown = { ...shown, ...more };
    changed();
  };

  return {
    shown: () => shown,
    begin,
    say(content) {
      const clientId = newId();
      set({ pending: [...shown.pending, { clientId, content, failed: false }] });
      void send({ clientId, content });
    },
    retry(clientId) {
      const again = shown.pending.find((each) => each.clientId === clientId);
      set({ pending: shown.pending.map((each) => (each.clientId === clientId ? { ...each, failed: false } : each)) });
      if (again) void send(again);
    },
    async erase() {
      const token = memory.token();
      const gone = token === undefined || (await call("DELETE", paths.conversation, token)).ok;
      if (gone) await startAnew();
      return gone;
    },
    stop: () => stopFollowing(),
  };

  async function begin(): Promise<void> {
    const known = memory.token();
    if (known !== undefined) listen(known);
    try {
      await start();
    } catch {
      // Without a connection the first message starts it.
      set({ connected: false });
    }
  }

  /** Gives the greeting, and a new key where this tab has none. */
  async function start(): Promise<string> {
    const response = await call("POST", paths.start, undefined, {});
    if (!response.ok) throw new Error(`start: ${response.status}`);
    const started: Started = await response.json();
    set({ greeting: started.greeting });
    const known = memory.token();
    if (known !== undefined) return known;
    memory.keep(started.token);
    listen(started.token);
    return started.token;
  }

  async function startAnew(): Promise<void> {
    stopFollowing();
    memory.forget();
    shown = nothing;
    changed();
    await begin();
  }

  function listen(token: string): void {
    stopFollowing();
    stopFollowing = follow({
      token,
      after: () => shown.messages.at(-1)?.sequence ?? 0,
      onMessage: (message) => set(withMessage(shown, message)),
      onState: (state) => set({ state, caughtUp: true }),
      onConnection: (connected) => set({ connected }),
      onEnded: () => void startAnew(),
    });
  }

  async function send({ clientId, content }: Pick<Pending, "clientId" | "content">): Promise<void> {
    try {
      const token = memory.token() ?? (await start());
      const response = await call("POST", paths.messages, token, { clientId, content });
      if (!response.ok) throw new Error(`say: ${response.status}`);
    } catch {
      set({ pending: shown.pending.map((each) => (each.clientId === clientId ? { ...each, failed: true } : each)) });
    }
  }
}

/** A message once, in its place; it is no longer on its way. */
function withMessage({ messages, pending }: Shown, message: WireMessage): Pick<Shown, "messages" | "pending"> {
  const known = messages.some(({ sequence }) => sequence === message.sequence);
  return {
    messages: known ? messages : [...messages, message].sort((a, b) => a.sequence - b.sequence),
    pending: pending.filter(({ clientId }) => clientId !== message.clientId),
  };
}

async function call(method: string, path: string, token: string | undefined, body?: unknown): Promise<Response> {
  const headers = { ...(body !== undefined && { "content-type": "application/json" }), ...(token && { authorization: `Bearer ${token}` }) };
  return await fetch(path, {
    method,
    headers,
    cache: "no-store",
    signal: AbortSignal.timeout(15_000),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
