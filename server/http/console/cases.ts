import { Router } from "express";
import type { Library } from "../../../knowledge/library.ts";
import type { Channel } from "../../channels/channel.ts";
import { AppError } from "../../errors.ts";
import { type Escalation, EscalationId } from "../../escalation/escalation.ts";
import type { Relay } from "../../escalation/relay.ts";
import type { Live } from "../../live.ts";
import type { Role } from "../../store/staff-store.ts";
import type { ShownMessage, Store } from "../../store/store.ts";
import { wireMessage } from "../chat-stream.ts";
import { openEventStream } from "../event-stream.ts";
import { consolePaths } from "../paths.ts";
import { Answer, Case, Close, Held, Queue, QueueItem } from "../wire.ts";
import type { Access } from "./access.ts";
import { staffOf } from "./access.ts";

export interface Cases {
  readonly store: Store;
  readonly library: Library;
  readonly access: Access;
  readonly relay: Relay;
  readonly live: Live;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly now: () => number;
}

/** An editor keeps the knowledge and reads nobody's conversation. */
const everybody: readonly Role[] = ["counsellor", "supervisor", "administrator"];
const mostMessages = 500;

/** The queue, one case, and what a counsellor may do with it. */
export function caseRoutes(parts: Cases): Router {
  const { store, library, access, relay, live, now } = parts;
  const router = Router();
  const guard = access.guard(everybody);
  const one = `${consolePaths.cases}/:id`;
  const idOf = (text: string | undefined) => {
    const parsed = EscalationId.safeParse(text);
    if (!parsed.success) throw new AppError("not-found");
    return parsed.data;
  };

  router.get(consolePaths.queue, guard, async (_request, response) => {
    response.json(Queue.parse({ items: (await store.readQueue()).map((found) => queueItem(found, parts)), now: now() }));
  });
  router.get(consolePaths.events, guard, (request, response) => {
    const stream = openEventStream(response, {
      // A session that has ended gets no more news.
      catchUp: async () => ((await access.sessionOf(request)) ? stream.send({ event: "changed", data: {} }) : stream.end()),
      onClose: () => stop(),
    });
    const stop = live.subscribe("queue", stream.poke);
  });
  router.get(one, guard, async (request, response) => {
    const found = await store.readEscalation(idOf(String(request.params.id)));
    // Of an erased conversation there is nothing to read, and nobody has read it.
    if (found === undefined || (await store.readConversation(found.conversation)) === undefined) throw new AppError("not-found");
    await store.noteReading(staffOf(response).id, found.id, now());
    const messages = await store.readMessages(found.conversation, 0, mostMessages);
    response.json(Case.parse({ item: queueItem(found, parts), messages: messages.map((message) => caseMessage(message, library)) }));
  });
  router.post(`${one}/claim`, guard, async (request, response) => {
    await relay.claim(idOf(String(request.params.id)), staffOf(response));
    response.status(204).end();
  });
  router.post(`${one}/release`, guard, async (request, response) => {
    await relay.release(idOf(String(request.params.id)), staffOf(response));
    response.status(204).end();
  });
  router.post(`${one}/resume`, guard, async (request, response) => {
    await relay.resume(idOf(String(request.params.id)), staffOf(response));
    response.status(204).end();
  });
  router.post(`${one}/close`, guard, async (request, response) => {
    await relay.close(idOf(String(request.params.id)), staffOf(response), Close.parse(request.body).reason);
    response.status(204).end();
  });
  router.post(`${one}/messages`, guard, async (request, response) => {
    const kind = await relay.answer(idOf(String(request.params.id)), staffOf(response), Answer.parse(request.body));
    if (kind === "held") response.status(202).json(Held.parse({ kind }));
    else response.status(204).end();
  });
  return router;
}

/** A case as it goes over the wire, with what its channel still carries. */
export function queueItem(found: Escalation, { channels, now }: Pick<Cases, "channels" | "now">): QueueItem {
  const { id, state, risk, reason, channel, openedAt, lastIncomingAt, pausedUntil } = found;
  const window = channels.get(channel)?.window?.(lastIncomingAt, now());
  return QueueItem.parse({
    id,
    state,
    risk,
    reason,
    channel,
    openedAt,
    lastIncomingAt,
    ...(found.state === "claimed" && { claimedBy: { id: found.by, name: found.name } }),
    ...(found.state === "closed" && { closed: { at: found.closedAt, why: found.why } }),
    ...(window && { window }),
    ...(pausedUntil && { pausedUntil }),
  });
}

function caseMessage(message: ShownMessage, library: Library) {
  const { trace, delivery } = message;
  const candidates = trace?.candidates.map(({ entry, probability }) => ({
    entry,
    probability,
    question: library.entries.get(entry)?.question ?? entry,
  }));
  return {
    ...wireMessage(message),
    ...(trace && { trace: { understood: trace.understood, library: trace.library, candidates } }),
    ...(delivery && { delivery }),
  };
}
