import type { WireMessage } from "../../server/http/wire.ts";
import type { Program } from "./program.ts";
import { until } from "./until.ts";

/** Somebody on the website, without a browser. */
export interface WebPerson {
  readonly token: string;
  readonly say: (text: string) => Promise<Response>;
  /** Everything in the conversation so far, in order. */
  readonly read: () => Promise<readonly WireMessage[]>;
  /** Waits for something of ours with these words. */
  readonly hears: (words: string) => Promise<void>;
}

export async function webPerson({ url }: Program): Promise<WebPerson> {
  const started = await fetch(`${url}/api/chat/start`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  const { token } = (await started.json()) as { token: string };
  const authorization = `Bearer ${token}`;
  const read = async () => {
    const messages: WireMessage[] = [];
    const closed = new AbortController();
    const response = await fetch(`${url}/api/chat/events`, { headers: { authorization }, signal: closed.signal });
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString("utf8");
      // The state comes last, after everything there is.
      if (text.includes("event: state")) break;
    }
    closed.abort();
    for (const [, data = ""] of text.matchAll(/event: message\nid: \d+\ndata: (.*)\n/g)) messages.push(JSON.parse(data));
    return messages;
  };
  return {
    token,
    read,
    say: (words) =>
      fetch(`${url}/api/chat/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: JSON.stringify({ clientId: crypto.randomUUID(), content: { kind: "text", text: words } }),
      }),
    hears: (words) =>
      until(`the person hears “${words}”`, async () =>
        (await read()).some(({ content }) => content.from === "us" && content.message.parts.some(({ text }) => text.includes(words))),
      ),
  };
}
