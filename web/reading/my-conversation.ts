import { createParser } from "eventsource-parser";
import { paths } from "../../server/http/paths.ts";
import type { WireMessage } from "../../server/http/wire.ts";

/** Everything the server keeps under this key, in order. */
export async function readConversation(token: string): Promise<readonly WireMessage[]> {
  const connection = new AbortController();
  const patience = setTimeout(() => connection.abort(), 15_000);
  const response = await fetch(paths.events, { headers: keyOf(token), signal: connection.signal, cache: "no-store" });
  if (!response.ok || response.body === null) throw new Error(`events: ${response.status}`);
  const messages: WireMessage[] = [];
  let isAll = false;
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === "message") messages.push(JSON.parse(data));
      // The state comes after everything there is; "ended" where there is nothing.
      if (event === "state" || event === "ended") isAll = true;
    },
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  while (!isAll) {
    const { done, value } = await reader.read();
    if (done) break;
    parser.feed(value);
  }
  clearTimeout(patience);
  connection.abort();
  return messages;
}

/** True when nothing is left of it. */
export async function eraseConversation(token: string): Promise<boolean> {
  try {
    const gone = await fetch(paths.conversation, { method: "DELETE", headers: keyOf(token), signal: AbortSignal.timeout(15_000) });
    return gone.ok;
  } catch {
    return false;
  }
}

export function asText(messages: readonly WireMessage[]): string {
  return messages.map(({ at, content }) => `${moment(at)} – ${whoOf(content)}:\n${wordsOf(content)}`).join("\n\n");
}

function keyOf(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

function whoOf(content: WireMessage["content"]): string {
  if (content.from === "person") return "Tôi";
  return content.message.from === "counsellor" ? (content.message.name ?? "Tư vấn viên") : "Máy trả lời";
}

function wordsOf(content: WireMessage["content"]): string {
  return content.from === "person" ? content.text : content.message.parts.map(({ text }) => text).join("\n\n");
}

function moment(at: number): string {
  return new Date(at).toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
}
