import type { Channel } from "../channels/channel.ts";
import { AppError } from "../errors.ts";
import type { Role, StaffMember } from "../store/staff-store.ts";
import type { Store } from "../store/store.ts";
import type { EscalationId } from "./escalation.ts";
import { passedOn, reopened } from "./notices.ts";

export interface Pass {
  /** Who holds it, as whoever passes it on saw it. */
  readonly from: string;
  readonly to: string;
}

export interface DeskMoves {
  /** By whoever holds the case; a supervisor passes on what another holds. */
  pass(id: EscalationId, staff: StaffMember, pass: Pass): Promise<void>;
  snooze(id: EscalationId, staff: StaffMember, until: number): Promise<void>;
  reopen(id: EscalationId, staff: StaffMember): Promise<void>;
}

export interface MoveParts {
  readonly store: Store;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly publicUrl: string;
  readonly now: () => number;
  readonly claimMs: number;
  /** Something of this conversation is new for everybody who looks. */
  readonly told: (conversation: string) => void;
}

const mayMoveOthers: readonly Role[] = ["supervisor", "administrator"];

/** What counsellors do with a case beside answering; each move and what the person is told of it are one transaction. */
export function openDeskMoves({ store, now, claimMs: leaseMs, told }: Pick<MoveParts, "store" | "now" | "claimMs" | "told">): DeskMoves {
  const find = async (id: EscalationId) => {
    const found = await store.readEscalation(id);
    if (found === undefined) throw new AppError("not-found");
    return found;
  };
  return {
    async pass(id, staff, { from, to }) {
      if (from !== staff.id && !mayMoveOthers.includes(staff.role)) throw new AppError("not-allowed");
      const found = await find(id);
      const colleague = (await store.listStaff()).find((each) => each.id === to && each.role !== "editor");
      if (colleague === undefined) throw new AppError("not-found");
      if (found.state !== "claimed" || from === to) throw new AppError("not-yours");
      const says = passedOn(found.name, colleague.name);
      const passed = await store.passCase({ id, staff: from, at: now(), leaseMs, says }, to);
      if (passed === "full") throw new AppError("colleague-full");
      if (passed === "not-theirs") throw new AppError("not-yours");
      told(found.conversation);
    },
    async snooze(id, staff, until) {
      const found = await find(id);
      if (found.risk === "danger") throw new AppError("danger-stays");
      if (!(await store.snoozeCase(id, staff.id, until, leaseMs))) throw new AppError("not-yours");
      told(found.conversation);
    },
    async reopen(id, staff) {
      const { conversation } = await find(id);
      const outcome = await store.reopenCase({ id, staff: staff.id, at: now(), leaseMs, says: reopened(staff.name) });
      if (outcome === "full") throw new AppError("cap-reached");
      if (outcome === "gone") throw new AppError("not-reopened");
      told(conversation);
    },
  };
}
