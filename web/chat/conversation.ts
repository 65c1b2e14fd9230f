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
  /** What the person reads out to us to say which conversation is theirs; undefined while there is none. */
  code(): Promise<string | undefined>;
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
  return new TabConversation(memory, changed);
}

class TabConversation implements Conversation {
  readonly #memory: Memory;
  readonly #changed: () => void;
  #shown = nothing;
  #stopFollowing = () => {};

  constructor(memory: Memory, changed: () => void) {
    this.#memory = memory;
    this.#changed = changed;
  }

  shown(): Shown {
    return this.#shown;
  }

  async begin(): Promise<void> {
    const known = this.#memory.token();
    if (known !== undefined) this.#listen(known);
    try {
      await this.#start();
    } catch {
      // Without a connection the first message starts it.
      this.#set({ connected: false });
    }
  }

  say(content: Say["content"]): void {
    const clientId = newId();
    this.#set({ pending: [...this.#shown.pending, { clientId, content, failed: false }] });
    void this.#send({ clientId, content });
  }

  retry(clientId: string): void {
    const again = this.#shown.pending.find((each) => each.clientId === clientId);
    this.#mark(clientId, { failed: false });
    if (again) void this.#send(again);
  }

  async erase(): Promise<boolean> {
    const token = this.#memory.token();
    const gone = token === undefined || (await call("DELETE", paths.conversation, token)).ok;
    if (gone) await this.#startAnew();
    return gone;
  }

  async code(): Promise<string | undefined> {
    const token = this.#memory.token();
    const response = token === undefined ? undefined : await call("GET", paths.code, token).catch(() => undefined);
    return response?.ok ? ((await response.json()) as { code?: string }).code : undefined;
  }

  stop(): void {
    this.#stopFollowing();
  }

  #set(more: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...more };
    this.#changed();
  }

  #mark(clientId: string, marked: Pick<Pending, "failed">): void {
    this.#set({ pending: this.#shown.pending.map((each) => (each.clientId === clientId ? { ...each, ...marked } : each)) });
  }

  /** Gives the greeting, and a new key where this tab has none. */
  async #start(): Promise<string> {
    const response = await call("POST", paths.start, undefined, {});
    if (!response.ok) throw new Error(`start: ${response.status}`);
    const started: Started = await response.json();
    this.#set({ greeting: started.greeting });
    const known = this.#memory.token();
    if (known !== undefined) return known;
    this.#memory.keep(started.token);
    this.#listen(started.token);
    return started.token;
  }

  async #startAnew(): Promise<void> {
    this.#stopFollowing();
    this.#memory.forget();
    this.#shown = nothing;
    this.#changed();
    await this.begin();
  }

  #listen(token: string): void {
    this.#stopFollowing();
    this.#stopFollowing = follow({
      token,
      last: () => this.#shown.messages.at(-1),
      onMessage: (message) => this.#set(withMessage(this.#shown, message)),
      onState: (state) => this.#set({ state, caughtUp: true }),
      onConnection: (connected) => this.#set({ connected }),
      onEnded: () => void this.#startAnew(),
    });
  }

  async #send({ clientId, content }: Pick<Pending, "clientId" | "content">): Promise<void> {
    try {
      const token = this.#memory.token() ?? (await this.#start());
      const response = await call("POST", paths.messages, token, { clientId, content });
      if (!response.ok) throw new Error(`say: ${response.status}`);
    } catch {
      this.#mark(clientId, { failed: true });
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
