import type { WireMessage } from "../../server/http/wire.ts";
import type { Program } from "./program.ts";
import { until } from "./until.ts";

/** Somebody on the website, without a browser. */
export interface WebPerson {
  readonly token: string;
  readonly say: (text: string) => Promise<Response>;
  /** Taps a button of the last thing we said, and waits for what comes of it. */
  readonly tap: (label: string) => Promise<void>;
  /** Everything in the conversation so far, in order. */
  readonly read: () => Promise<readonly WireMessage[]>;
  /** Waits for something of ours with these words. */
  readonly hears: (words: string) => Promise<void>;
}

/** `known` = who had a conversation before, with another process of the same program. */
export async function webPerson({ url }: Program, known?: WebPerson): Promise<WebPerson> {
  const started = await fetch(`${url}/api/chat/start`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  const { token: fresh } = (await started.json()) as { token: string };
  const token = known?.token ?? fresh;
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
  const send = (content: object) =>
    fetch(`${url}/api/chat/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body: JSON.stringify({ clientId: crypto.randomUUID(), content }),
    });
  return {
    token,
    read,
    say: (text) => send({ kind: "text", text }),
    tap: async (label) => {
      const before = await read();
      const last = before.findLast(({ content }) => content.from === "us")?.content;
      const choice = last?.from === "us" ? last.message.choices.find((each) => each.label === label) : undefined;
      if (choice === undefined) throw new Error(`there is no button “${label}”`);
      await send({ kind: "choice", label, value: choice.value });
      await until(`something comes of “${label}”`, async () =>
        (await read()).slice(before.length).some(({ content }) => content.from === "us"),
      );
    },
    hears: (words) =>
      until(`the person hears “${words}”`, async () =>
        (await read()).some(({ content }) => content.from === "us" && content.message.parts.some(({ text }) => text.includes(words))),
      ),
  };
}
