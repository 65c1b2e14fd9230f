import { fold, syllables } from "../../knowledge/words/normalise.ts";
import type { ShownMessage, Store } from "../store/store.ts";

export interface Passage {
  readonly conversation: string;
  readonly channel: string;
  readonly at: number;
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

const mostCandidates = 150;
const mostFound = 30;
const mostMessages = 500;
const around = 90;

/**
 * Conversations in which somebody wrote these words, the latest first, each with the place. The index only says where they may be:
 * what was found is opened and read, and a word asked for with marks must stand there so.
 */
export async function findInArchive(store: Store, text: string): Promise<{ readonly found: readonly Passage[]; readonly more: boolean }> {
  const asked = syllables(text);
  const candidates = await store.findInArchive([text], mostCandidates);
  const found: Passage[] = [];
  for (const { conversation, channel } of candidates) {
    if (found.length === mostFound) return { found, more: true };
    const messages = (await store.readMessages(conversation, 0, mostMessages)).flatMap(said);
    const best = bestPlace(messages, asked);
    if (best) found.push({ conversation, channel, ...best });
  }
  return { found, more: candidates.length === mostCandidates };
}

interface Said {
  readonly at: number;
  readonly text: string;
}

/** What a person or a counsellor wrote. */
function said({ at, content }: ShownMessage): readonly Said[] {
  if (content.from === "person") return content.message.kind === "text" ? [{ at, text: content.message.text }] : [];
  return content.message.from === "counsellor" ? [{ at, text: content.message.parts.map(({ text }) => text).join("\n") }] : [];
}

/** The message with most of the words, and there the first of them; none unless all stand somewhere in the conversation. */
function bestPlace(messages: readonly Said[], asked: readonly string[]): Omit<Passage, "conversation" | "channel"> | undefined {
  const read = messages.map((message) => ({ message, has: formsIn(message.text, asked) }));
  if (!asked.every((word) => read.some(({ has }) => has.includes(word)))) return undefined;
  const { message, has } = read.reduce((most, each) => (each.has.length > most.has.length ? each : most));
  const { text, at } = message;
  const { from, to } = placeOf(text, has[0] ?? "");
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, to + around);
  return {
    at,
    before: `${start > 0 ? "…" : ""}${text.slice(start, from)}`,
    hit: text.slice(from, to),
    after: `${text.slice(to, end)}${end < text.length ? "…" : ""}`,
  };
}

/** Where the word stands; at the beginning of a text in which it is written in pieces. */
function placeOf(text: string, word: string): { readonly from: number; readonly to: number } {
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    if (formsOf(run).has(word)) return { from: index, to: index + run.length };
  return { from: 0, to: 0 };
}

function formsIn(text: string, asked: readonly string[]): readonly string[] {
  const forms = formsOf(text);
  return asked.filter((word) => forms.has(word));
}

function formsOf(text: string): ReadonlySet<string> {
  return new Set(syllables(text).flatMap((word) => [word, fold(word)]));
}
