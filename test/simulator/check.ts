import { type Dump, keyOf } from "./dump.ts";
import { askForPerson } from "./people.ts";
import type { Happening } from "./world.ts";

/** What is wrong with a history and what it left in the database: the promises of which each line names one. */
export function findBreaches(history: readonly Happening[], dump: Dump): readonly string[] {
  return [
    ...lost(history, dump),
    ...doubled(history, dump),
    ...outOfOrder(history, dump),
    ...wronglySent(history, dump),
    ...staleWriters(history),
    ...wrongSpeaker(history, dump),
    ...noWayToAPerson(history, dump),
  ];
}

const of = (history: readonly Happening[], ...whats: readonly string[]) => history.filter(({ what }) => whats.includes(what));

/** What people were told is stored. */
export function acknowledged(history: readonly Happening[]): ReadonlySet<string> {
  const posted = of(history, "posted").filter(({ fields }) => fields.status === 200 && !String(fields.event).startsWith("echo:"));
  return new Set([
    ...posted.map(({ fields }) => String(fields.event)),
    ...of(history, "said").map(({ fields }) => String(fields.provider)),
  ]);
}

function lost(history: readonly Happening[], { messages }: Dump): readonly string[] {
  const stored = new Set(messages.map(keyOf));
  return [...acknowledged(history)].filter((key) => !stored.has(key)).map((key) => `I1 no loss: ${key} was acknowledged and is not stored`);
}

function doubled(history: readonly Happening[], { messages, escalations }: Dump): readonly string[] {
  const twice = (what: string, keys: readonly string[]) =>
    [...new Set(keys.filter((key, position) => keys.indexOf(key) !== position))].map((key) => `I2 no double effect: ${what} ${key}`);
  const turns = of(history, "saveTurn").filter(({ fields }) => fields.written === true);
  return [
    ...twice(
      "stored twice:",
      messages.flatMap((message) => (message.provider_id === null ? [] : [keyOf(message)])),
    ),
    ...twice(
      "answered twice:",
      turns.map(({ fields }) => String(fields.message)),
    ),
    ...twice(
      "two open cases in",
      escalations.flatMap(({ state, conversation_id }) => (state === "closed" ? [] : [conversation_id])),
    ),
  ];
}

function outOfOrder(history: readonly Happening[], { messages, deliveries }: Dump): readonly string[] {
  const breaches: string[] = [];
  const sequences = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  const latest = new Map<string, number>();
  const seen = new Set<string>();
  for (const { fields } of of(history, "accepted")) {
    const delivery = sequences.get(String(fields.delivery));
    if (delivery === undefined || seen.has(delivery.id)) continue;
    seen.add(delivery.id);
    const before = latest.get(delivery.conversation_id) ?? 0;
    if (delivery.sequence < before)
      breaches.push(`I3 order: piece ${delivery.sequence} of ${delivery.conversation_id} left after piece ${before}`);
    latest.set(delivery.conversation_id, Math.max(before, delivery.sequence));
  }
  const sentAt = new Map(messages.map(({ id, sent_at }) => [id, sent_at]));
  for (const { fields } of of(history, "takeWork")) {
    const times = String(fields.messages)
      .split(" ")
      .map((id) => sentAt.get(id) ?? 0);
    if (times.some((time, position) => position > 0 && time < (times[position - 1] ?? 0)))
      breaches.push(`I3 order: the questions of ${fields.conversation} were taken as ${fields.messages}`);
  }
  return breaches;
}

function wronglySent(history: readonly Happening[], { deliveries }: Dump): readonly string[] {
  const accepted = new Map<string, number>();
  for (const { fields } of of(history, "accepted")) accepted.set(String(fields.delivery), (accepted.get(String(fields.delivery)) ?? 0) + 1);
  return deliveries.flatMap(({ id, state, from_counsellor, reason }) => {
    const count = accepted.get(id) ?? 0;
    return [
      ...(from_counsellor === 0 && count > 1 ? [`I4 at most once: ${id} arrived ${count} times`] : []),
      ...(state === "sent" && count === 0 ? [`I4 truth: ${id} counts as sent and never arrived`] : []),
      ...(state === "unknown" && count > 0 ? [`I4 truth: ${id} arrived, was shown to us, and counts as unknown`] : []),
      ...(state === "undeliverable" && reason !== "erased" && count > 0 ? [`I4 truth: ${id} arrived and counts as undeliverable`] : []),
    ];
  });
}

function staleWriters(history: readonly Happening[]): readonly string[] {
  const newest = new Map<string, number>();
  const breaches: string[] = [];
  for (const { what, fields } of of(history, "takeWork", "saveTurn")) {
    const conversation = String(fields.conversation);
    const epoch = Number(fields.epoch);
    if (what === "takeWork") newest.set(conversation, Math.max(newest.get(conversation) ?? 0, epoch));
    else if (fields.written === true && epoch < (newest.get(conversation) ?? 0))
      breaches.push(`I5 one worker: ${conversation} written with lease ${epoch} after lease ${newest.get(conversation)} was given out`);
  }
  return breaches;
}

/** The bot is silent from claim to close, and never swallows a message when nobody else speaks. */
function wrongSpeaker(history: readonly Happening[], { escalations }: Dump): readonly string[] {
  const conversationOf = new Map(escalations.map(({ id, conversation_id }) => [id, conversation_id]));
  const claimed = new Set<string>();
  // Begun and not seen to end: only what the next one reads tells.
  const unsure = new Set<string>();
  const is = (conversation: string, isClaimed: boolean) => {
    unsure.delete(conversation);
    if (isClaimed) claimed.add(conversation);
    else claimed.delete(conversation);
  };
  const breaches: string[] = [];
  for (const { what, fields } of history) {
    const conversation = String(fields.conversation ?? conversationOf.get(String(fields.escalation)) ?? "");
    if (what.endsWith(":begins")) for (const each of conversation === "" ? claimed : [conversation]) unsure.add(each);
    if (what === "claimEscalation") is(conversation, fields.owner !== undefined);
    if (what === "releaseEscalation" || what === "closeEscalation") is(conversation, claimed.has(conversation) && fields.done !== true);
    if (what === "returnExpiredClaims" || what === "eraseForgotten" || what === "eraseConversation") is(conversation, false);
    if (what === "takeWork" && unsure.has(conversation)) is(conversation, fields.speaker === "counsellor");
    if (what !== "saveTurn" || fields.written !== true || unsure.has(conversation)) continue;
    if (fields.speaks === true && claimed.has(conversation))
      breaches.push(`§8 one owner: the bot spoke in ${conversation} while a counsellor had it`);
    if (fields.outcome === "silent" && !claimed.has(conversation))
      breaches.push(`I1 no loss: ${fields.message} of ${conversation} was left to a counsellor who was not there`);
  }
  return breaches;
}

function noWayToAPerson(history: readonly Happening[], { messages, escalations }: Dump): readonly string[] {
  const asked = new Set(of(history, "writes").flatMap(({ fields }) => (fields.text === askForPerson ? [String(fields.provider)] : [])));
  const withCase = new Set(escalations.map(({ conversation_id }) => conversation_id));
  return messages
    .filter((message) => asked.has(keyOf(message)) && message.outcome !== null && !withCase.has(message.conversation_id))
    .map((message) => `I8 escape: ${keyOf(message)} asked for a person and no case was opened`);
}
