import type { Dump } from "./dump.ts";
import { beginning, type Happening } from "./world.ts";

/** Clocks of two processes differ by no more, either way. */
const skewMs = 3_000;

/** The bot is silent while somebody else has a conversation, and never swallows a message when nobody does. */
export function findWrongSpeakers(history: readonly Happening[], { escalations }: Dump): readonly string[] {
  const caseOf = new Map(escalations.map(({ id, conversation_id }) => [id, conversation_id]));
  const speaking: Speaking = { owners: new Map(), calls: new Map(), isNewUnsure: false };
  return history.flatMap((happening) => {
    const { what, order, fields } = happening;
    const conversation = String(fields.conversation ?? caseOf.get(String(fields.escalation)) ?? "");
    const instance = String(fields.instance);
    if (what.endsWith(":begins")) speaking.calls.set(Number(fields.call), { what, instance, conversation });
    else if (what.endsWith(":ends")) speaking.calls.delete(Number(fields.call));
    else if (what.endsWith(":fails")) leaveOpen(speaking, Number(fields.call), order);
    else if (what === "crash")
      for (const [call, begun] of speaking.calls) if (begun.instance === instance) leaveOpen(speaking, call, order);
    if (conversation === "" || what.includes(":")) return [];
    const owner = ownerOf(speaking, conversation);
    follow(owner, happening);
    if (what !== "saveTurn" || fields.written !== true || isChanging(speaking, conversation)) return [];
    return judge(owner, happening, conversation);
  });
}

interface Speaking {
  readonly owners: Map<string, Owner>;
  /** Begun and not ended; it may have changed some of what it changes. */
  readonly calls: Map<number, { readonly what: string; readonly instance: string; readonly conversation: string }>;
  /** Somebody died who may have begun a conversation for a person whom the Page answered. */
  isNewUnsure: boolean;
}

interface Owner {
  isClaimed: boolean;
  /** Somebody answers outside until then, by the clock of who wrote it. */
  pausedUntil: number | undefined;
  /** Somebody has it; nobody lived to say who. */
  isSomebodys: boolean;
  /** Something began and was not seen to end: what a later turn reads tells, if that turn is written. */
  unsureSince: number | undefined;
  read: { readonly order: number; readonly speaker: unknown };
}

function ownerOf({ owners, isNewUnsure }: Speaking, conversation: string): Owner {
  const known = owners.get(conversation);
  if (known !== undefined) return known;
  const unsureSince = isNewUnsure ? 0 : undefined;
  const fresh: Owner = { isClaimed: false, pausedUntil: undefined, isSomebodys: false, unsureSince, read: { order: 0, speaker: "bot" } };
  owners.set(conversation, fresh);
  return fresh;
}

/** Nobody says any more whether it was done. */
function leaveOpen(speaking: Speaking, call: number, order: number): void {
  const begun = speaking.calls.get(call);
  speaking.calls.delete(call);
  if (begun === undefined) return;
  if (begun.conversation === "" && begun.what === "pauseBot:begins") speaking.isNewUnsure = true;
  for (const [conversation, owner] of speaking.owners)
    if (begun.conversation === "" || begun.conversation === conversation) owner.unsureSince = order;
}

function isChanging({ calls }: Speaking, conversation: string): boolean {
  return [...calls.values()].some((begun) => begun.conversation === "" || begun.conversation === conversation);
}

function follow(owner: Owner, { what, order, fields }: Happening): void {
  const ends = () => {
    if (owner.isSomebodys) owner.unsureSince = order;
    owner.isSomebodys = false;
  };
  if (what === "takeWork") owner.read = { order, speaker: fields.speaker };
  if (what === "claimEscalation") owner.isClaimed = fields.owner !== undefined;
  if (what === "pauseBot" && fields.result === "paused") owner.pausedUntil = Number(fields.until);
  if ((what === "releaseEscalation" || what === "closeEscalation") && fields.done === true) {
    owner.isClaimed = false;
    if (what === "closeEscalation") owner.pausedUntil = undefined;
    ends();
  }
  if (what === "returnExpiredClaims") {
    owner.isClaimed = false;
    ends();
  }
  if ((what === "resumeBot" && fields.done === true) || what === "endPauses") {
    owner.pausedUntil = undefined;
    ends();
  }
  if (what === "eraseForgotten" || what === "eraseConversation")
    Object.assign(owner, { isClaimed: false, pausedUntil: undefined, isSomebodys: false, unsureSince: undefined });
}

function judge(owner: Owner, { at, fields }: Happening, conversation: string): readonly string[] {
  const { unsureSince, read } = owner;
  if (unsureSince !== undefined) {
    if (unsureSince >= read.order) return [];
    // A turn that was written is proof of what it has read: who comes between takes its lease away.
    const isSomebodys = read.speaker === "counsellor";
    Object.assign(owner, { unsureSince: undefined, isClaimed: false, pausedUntil: undefined, isSomebodys });
    return [];
  }
  const isPaused = owner.pausedUntil !== undefined;
  const isPauseSure = owner.pausedUntil !== undefined && beginning + at < owner.pausedUntil - skewMs;
  if (fields.speaks === true && (owner.isClaimed || owner.isSomebodys || isPauseSure))
    return [`§8 one owner: the bot spoke in ${conversation} while ${owner.isClaimed ? "a counsellor" : "somebody else"} had it`];
  if (fields.outcome === "silent" && !owner.isClaimed && !owner.isSomebodys && !isPaused)
    return [`I1 no loss: ${fields.message} of ${conversation} was left to a person who was not there`];
  return [];
}
