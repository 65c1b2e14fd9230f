import { AppError, type ErrorCode, errorTable } from "../errors.ts";
import type { StaffMember } from "../store/staff-store.ts";
import type { Store } from "../store/store.ts";
import type { EscalationId } from "./escalation.ts";
import type { Relay } from "./relay.ts";

export interface OneAnswer {
  readonly cases: readonly EscalationId[];
  readonly clientId: string;
  readonly text: string;
  /** Ends each case once it is answered. */
  readonly close: boolean;
}

export type Answered =
  | { readonly id: EscalationId; readonly kind: "sent" | "held" }
  | { readonly id: EscalationId; readonly kind: "refused"; readonly code: ErrorCode; readonly message: string };

export interface Answering {
  readonly store: Pick<Store, "readEscalation">;
  readonly relay: Relay;
}

/** The same answer to several people who wait for it: each case is claimed by itself, and what became of each is told. */
export async function answerTogether(
  { store, relay }: Answering,
  staff: StaffMember,
  { cases, clientId, text, close }: OneAnswer,
): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const id of new Set(cases)) {
    try {
      const found = await store.readEscalation(id);
      const isMine = found?.state === "claimed" && found.by === staff.id;
      if (found !== undefined && !relay.reaches(found)) throw new AppError("window-closed");
      if (!isMine) await relay.claim(id, staff);
      const kind = await relay.answer(id, staff, { clientId, text });
      if (close && kind === "sent") await relay.close(id, staff, "answered");
      answered.push({ id, kind });
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault;
      answered.push({ id, kind: "refused", code: fault.code, message: errorTable[fault.code].message });
    }
  }
  return answered;
}
