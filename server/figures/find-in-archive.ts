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
  const scored = messages.map((message) => ({
    message,
    words: new Set(asked.filter((word) => placeOf(message.text, word) !== undefined)),
  }));
  if (!asked.every((word) => scored.some(({ words }) => words.has(word)))) return undefined;
  const best = scored.reduce((most, each) => (each.words.size > most.words.size ? each : most));
  const [first = ""] = best.words;
  const place = placeOf(best.message.text, first);
  if (place === undefined) return undefined;
  const { text, at } = best.message;
  const { from, to } = place;
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, to + around);
  return {
    at,
    before: `${start > 0 ? "…" : ""}${text.slice(start, from)}`,
    hit: text.slice(from, to),
    after: `${text.slice(to, end)}${end < text.length ? "…" : ""}`,
  };
}

function placeOf(text: string, word: string): { readonly from: number; readonly to: number } | undefined {
  const bare = fold(word) === word;
  for (const { 0: run, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const read = syllables(run);
    if (read.some((each) => (bare ? fold(each) : each) === word)) return { from: index, to: index + run.length };
  }
  return undefined;
}
