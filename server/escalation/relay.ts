import type { Channel } from "../channels/channel.ts";
import { AppError } from "../errors.ts";
import type { Live } from "../live.ts";
import type { StaffMember } from "../store/staff-store.ts";
import type { Store } from "../store/store.ts";
import { type Answers, openAnswers } from "./answers.ts";
import { type DeskMoves, openDeskMoves } from "./desk-moves.ts";
import type { CloseReason, Escalation, EscalationId } from "./escalation.ts";
import { came, finished, left, resumed } from "./notices.ts";

/** A counsellor who does not answer for so long gives the case back. */
export const usualClaimMs = 30 * 60_000;

export interface Relay extends DeskMoves, Answers {
  claim(id: EscalationId, staff: StaffMember): Promise<Escalation>;
  release(id: EscalationId, staff: StaffMember): Promise<void>;
  close(id: EscalationId, staff: StaffMember, reason: CloseReason): Promise<void>;
  /** The bot may speak again, though somebody answered outside our console. */
  resume(id: EscalationId, staff: StaffMember): Promise<void>;
  /** Cases whose counsellor has gone go back to the queue, and pauses that are over end; true when there were any. */
  returnExpired(): Promise<boolean>;
}

export interface RelayParts {
  readonly store: Store;
  readonly live: Live;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly publicUrl: string;
  readonly now: () => number;
  readonly wakeDeliveries: () => void;
  readonly claimMs?: number;
}

/** What counsellors do with a case; each move and what the person is told of it are one transaction in the store. */
export function openRelay({ store, live, channels, publicUrl, now, wakeDeliveries, claimMs = usualClaimMs }: RelayParts): Relay {
  const told = (conversation: string) => {
    live.announce(conversation);
    live.announce("queue");
    wakeDeliveries();
  };
  const find = async (id: EscalationId) => {
    const found = await store.readEscalation(id);
    if (found === undefined || found.state === "closed") throw new AppError("not-found");
    return found;
  };
  const must = (done: boolean, { conversation }: Escalation) => {
    if (!done) throw new AppError("not-yours");
    told(conversation);
  };
  const moving = { store, channels, publicUrl, now, claimMs, told };
  return {
    ...openDeskMoves(moving),
    ...openAnswers(moving),
    async claim(id, staff) {
      await find(id);
      const claimed = await store.claimEscalation(id, staff.id, now(), claimMs, came(staff.name));
      // Nobody else has it: it was more than this member may have.
      if (claimed?.state === "waiting") throw new AppError("cap-reached");
      if (claimed?.state !== "claimed" || claimed.by !== staff.id) throw new AppError("not-yours");
      told(claimed.conversation);
      return claimed;
    },
    async release(id, staff) {
      const found = await find(id);
      must(await store.releaseEscalation(id, staff.id, left, now()), found);
    },
    async close(id, staff, reason) {
      const found = await find(id);
      const { interview } = (await store.readConversation(found.conversation)) ?? {};
      must(await store.closeEscalation(id, staff.id, reason, finished(interview), now()), found);
    },
    async resume(id, staff) {
      const { conversation } = await find(id);
      await store.noteAct({ by: staff.id, act: "resume-bot", object: ["case", id], at: now() });
      await store.resumeBot(conversation, resumed, now());
      told(conversation);
    },
    async returnExpired() {
      const returned = [...(await store.returnExpiredClaims(left, now())), ...(await store.endPauses(resumed, now()))];
      for (const conversation of returned) told(conversation);
      return returned.length > 0;
    },
  };
}
