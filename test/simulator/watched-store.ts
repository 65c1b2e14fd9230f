import type { Store, Work } from "../../server/store/store.ts";
import type { OpenedStore, SharedDatabase } from "./database.ts";
import type { Life } from "./instance.ts";
import type { Plant } from "./planted.ts";
import type { Happening, World } from "./world.ts";

export interface Watching {
  readonly world: World;
  readonly life: Life;
  readonly shared: SharedDatabase;
  readonly plant: Plant | undefined;
}

type Fields = Happening["fields"];
type Verbs = Omit<Store, "others">;
type Notes = {
  readonly [Verb in keyof Verbs]?: (parameters: Parameters<Store[Verb]>, result: Awaited<ReturnType<Store[Verb]>>) => readonly Fields[];
};

/** What the checker must know of each verb; the moment is right after its commit. */
const notes: Notes = {
  rememberMessages: ([, messages], remembered) =>
    remembered.map((each, position) => ({
      provider: messages[position]?.providerId,
      kind: each.kind,
      conversation: each.conversation,
      message: each.kind === "new" ? each.message : undefined,
    })),
  takeWork: (_, work) => (work === undefined ? [] : [taken(work)]),
  saveTurn: ([turn], written) => [
    {
      conversation: turn.lease.conversation,
      epoch: turn.lease.epoch,
      message: turn.message,
      outcome: turn.outcome,
      speaks: turn.says.some(({ from }) => from === "bot"),
      written: written === "written",
    },
  ],
  takeDeliveries: (_, deliveries) => deliveries.map(({ id, attempt }) => ({ delivery: id, attempt })),
  recordDelivery: ([id, { kind }]) => [{ delivery: id, result: kind }],
  settleInterruptedDeliveries: (_, count) => (count > 0 ? [{ count }] : []),
  confirmDelivery: ([id]) => [{ delivery: id }],
  claimEscalation: ([, staff], found) => [
    { staff, conversation: found?.conversation, owner: found?.state === "claimed" ? found.by : undefined },
  ],
  releaseEscalation: ([id, staff], done) => [{ escalation: id, staff, done }],
  closeEscalation: ([id, staff], done) => [{ escalation: id, staff, done }],
  saveCounsellorMessage: ([id, staff, clientId], done) => [{ escalation: id, staff, clientId, done }],
  returnExpiredClaims: (_, conversations) => conversations.map((conversation) => ({ conversation })),
  eraseForgotten: (_, conversations) => conversations.map((conversation) => ({ conversation })),
  eraseConversation: ([conversation]) => [{ conversation }],
  pauseBot: ([{ person, said, heard, sentAt }, , until], result) => [
    { person, provider: said?.providerId ?? heard, isStored: said !== undefined, sentAt, until, result },
  ],
  resumeBot: ([conversation, , , givenBackAt], done) => [{ conversation, givenBackAt, done }],
  endPauses: (_, conversations) => conversations.map((conversation) => ({ conversation })),
  amendMessage: ([, { providerId, content }], done) => [{ provider: providerId, takenBack: content.kind === "unreadable", done }],
};

/** Whoever dies over one of these leaves it open whether it was done. */
const changesSpeaker = new Set([
  "claimEscalation",
  "releaseEscalation",
  "closeEscalation",
  "returnExpiredClaims",
  "eraseForgotten",
  "eraseConversation",
  "pauseBot",
  "resumeBot",
  "endPauses",
]);
const byConversation = new Set(["eraseConversation", "resumeBot"]);

function taken({ lease, messages, conversation }: Work): Fields {
  return {
    conversation: lease.conversation,
    epoch: lease.epoch,
    speaker: conversation.speaker.kind,
    messages: messages.map(({ id }) => id).join(" "),
  };
}

/** A store that tells the world what it does, and dies where it is told to. */
export function watchedStore(opened: OpenedStore, around: Watching): Store {
  const { world, life, shared, plant } = around;
  const store = plant?.store?.(opened, { world, life }) ?? opened.store;
  return new Proxy(store, {
    get(target, name) {
      const verb = Reflect.get(target, name);
      if (typeof verb !== "function" || typeof name !== "string" || name === "topicOf") return verb;
      return async (...parameters: unknown[]) => {
        await life.point(`${name}:before`);
        const call = changesSpeaker.has(name) ? await begin(name, parameters, around) : undefined;
        if (shared.kind === "postgres") await life.step();
        const doing = Promise.resolve(Reflect.apply(verb, target, parameters)).catch(failed);
        const result = await (shared.kind === "postgres" ? world.really(doing) : doing);
        if (!life.alive()) return await new Promise(() => undefined);
        if (result instanceof Failed) {
          if (call !== undefined) world.note(`${name}:fails`, { instance: life.name, call });
          throw result.fault;
        }
        // The verbs and what is noted of them have the same types.
        const note = notes[name as keyof Verbs] as ((parameters: unknown, result: unknown) => readonly Fields[]) | undefined;
        const subject = name === "pauseBot" ? await subjectOf(name, parameters, around) : {};
        for (const fields of note?.(parameters, result) ?? []) world.note(name, { instance: life.name, ...fields, ...subject });
        if (call !== undefined) world.note(`${name}:ends`, { instance: life.name, call });
        await life.point(`${name}:after`);
        return result;
      };
    },
  });
}

/** Gives the number under which it will be said to end. */
async function begin(name: string, parameters: readonly unknown[], around: Watching): Promise<number> {
  const { world, life } = around;
  const subject = await subjectOf(name, parameters, around);
  const call = world.history.length;
  world.note(`${name}:begins`, { instance: life.name, call, ...subject });
  return call;
}

/** Whom a verb is about, as far as its parameters say. */
async function subjectOf(name: string, [first]: readonly unknown[], { world, shared }: Watching): Promise<Fields> {
  if (typeof first === "string") return byConversation.has(name) ? { conversation: first } : { escalation: first };
  // Only `pauseBot` names a person.
  if (name === "pauseBot")
    return { conversation: await world.really(shared.livingConversation(first as Parameters<Store["pauseBot"]>[0])) };
  return {};
}

class Failed {
  readonly fault: unknown;
  constructor(fault: unknown) {
    this.fault = fault;
  }
}

function failed(fault: unknown): Failed {
  return new Failed(fault);
}
