import { type Dump, keyOf } from "./dump.ts";
import { askForPerson } from "./people.ts";
import { findWrongSpeakers } from "./who-speaks.ts";
import type { Happening } from "./world.ts";

/** What is wrong with a history and what it left in the database: the promises of which each line names one. */
export function findBreaches(history: readonly Happening[], dump: Dump): readonly string[] {
  return [
    ...lost(history, dump),
    ...doubled(history, dump),
    ...outOfOrder(history, dump),
    ...wronglySent(history, dump),
    ...answeredTakenBack(history, dump),
    ...endedByOlder(history),
    ...staleWriters(history),
    ...findWrongSpeakers(history, dump),
    ...noWayToAPerson(history, dump),
    ...notErased(dump),
  ];
}

const of = (history: readonly Happening[], ...whats: readonly string[]) => history.filter(({ what }) => whats.includes(what));

/** What people were told is stored. */
export function acknowledged(history: readonly Happening[]): ReadonlySet<string> {
  const posted = of(history, "posted").filter(({ fields }) => fields.status === 200 && String(fields.event).startsWith("mid-"));
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
    ...pausedAgain(history),
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

/** What is stored has told what it had to tell. */
function pausedAgain(history: readonly Happening[]): readonly string[] {
  const stored = new Set<unknown>();
  return of(history, "rememberMessages", "pauseBot").flatMap(({ what, fields: { provider, result, isStored } }) => {
    if (what === "pauseBot" && result === "paused" && stored.has(provider)) return [`I2 no double effect: paused twice by ${provider}`];
    if (what === "rememberMessages" || isStored) stored.add(provider);
    return [];
  });
}

/** What we were told is taken back gets no turn after that, told before the words themselves too. */
function answeredTakenBack(history: readonly Happening[], { messages }: Dump): readonly string[] {
  const told = of(history, "posted").filter(({ fields }) => fields.status === 200 && String(fields.event).startsWith("message_unsend:"));
  const since = new Map(told.toReversed().map(({ order, fields }) => [String(fields.event).slice("message_unsend:".length), order]));
  const keys = new Map(messages.map((message) => [message.id, keyOf(message)]));
  const turns = of(history, "saveTurn").filter(({ fields }) => fields.written === true);
  return turns.flatMap(({ order, fields }) => {
    const key = keys.get(String(fields.message)) ?? "";
    return order > (since.get(key) ?? Number.POSITIVE_INFINITY) ? [`taken back: ${key} was answered after we were told so`] : [];
  });
}

/** Whoever has answered outside since a conversation was given back keeps it. */
function endedByOlder(history: readonly Happening[]): readonly string[] {
  const newest = new Map<unknown, number>();
  return of(history, "pauseBot", "resumeBot").flatMap(({ what, fields: { conversation, result, sentAt, givenBackAt, done } }) => {
    const known = newest.get(conversation) ?? 0;
    if (what === "pauseBot" && result === "paused") newest.set(conversation, Math.max(known, Number(sentAt)));
    const isOlder = what === "resumeBot" && done === true && givenBackAt !== undefined && Number(givenBackAt) < known;
    return isOlder ? [`§8 one owner: ${conversation} was taken from who answered after it had been given back`] : [];
  });
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

function noWayToAPerson(history: readonly Happening[], { messages, escalations }: Dump): readonly string[] {
  // Who changes their words before they are read has not asked.
  const amended = new Set(of(history, "amendMessage").map(({ fields }) => fields.provider));
  const asking = of(history, "writes").filter(({ fields }) => fields.text === askForPerson && !amended.has(fields.provider));
  const asked = new Set(asking.map(({ fields }) => String(fields.provider)));
  const withCase = new Set(escalations.map(({ conversation_id }) => conversation_id));
  return messages
    .filter((message) => asked.has(keyOf(message)) && message.outcome !== null && !withCase.has(message.conversation_id))
    .map((message) => `I8 escape: ${keyOf(message)} asked for a person and no case was opened`);
}

/** Nothing of an erased conversation is left to read, to send or to claim. */
function notErased({ conversations, messages, deliveries, escalations }: Dump): readonly string[] {
  const erased = new Set(conversations.flatMap(({ id, erased_at }) => (erased_at === null ? [] : [id])));
  const of = (what: string, rows: readonly { readonly id: string; readonly conversation_id: string }[]) =>
    rows
      .filter((row) => erased.has(row.conversation_id))
      .map(({ id, conversation_id }) => `I12 deletion: ${what} ${id} of ${conversation_id}`);
  return [
    ...conversations.flatMap(({ id, erased_at, sender, data_key }) =>
      erased_at !== null && (sender !== null || data_key !== null) ? [`I12 deletion: who wrote in ${id}`] : [],
    ),
    ...of(
      "words of",
      messages.filter(({ body, trace }) => body !== null || trace !== null),
    ),
    ...of(
      "still to go out:",
      deliveries.filter(({ state }) => state === "queued"),
    ),
    ...of(
      "open case",
      escalations.filter(({ state }) => state !== "closed"),
    ),
  ];
}
