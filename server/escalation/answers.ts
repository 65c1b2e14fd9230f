import { fit } from "../channels/fit.ts";
import { AppError } from "../errors.ts";
import type { StaffMember } from "../store/staff-store.ts";
import type { MoveParts } from "./desk-moves.ts";
import type { Escalation, EscalationId } from "./escalation.ts";
import { needsApproval } from "./needs-approval.ts";
import { answerOf } from "./notices.ts";

export interface Answers {
  /** `held`: a supervisor reads it first. */
  answer(id: EscalationId, staff: StaffMember, words: { readonly clientId: string; readonly text: string }): Promise<"sent" | "held">;
  /** Sends the answer that waits, in its author's name. */
  approve(id: EscalationId, held: string): Promise<void>;
  sendBack(id: EscalationId, held: string, note: string): Promise<void>;
  /** Whether words still get to the person. */
  reaches(found: Escalation): boolean;
}

/** A counsellor's words on their way to the person, past a supervisor where the desk's settings say so. */
export function openAnswers({ store, channels, publicUrl, now, claimMs, told }: MoveParts): Answers {
  const reaches = ({ channel, lastIncomingAt }: Escalation) => channels.get(channel)?.window?.(lastIncomingAt, now()).kind !== "closed";
  const find = async (id: EscalationId) => {
    const found = await store.readEscalation(id);
    if (found === undefined || found.state === "closed") throw new AppError("not-found");
    return found;
  };
  const reachable = async (id: EscalationId) => {
    const found = await find(id);
    if (!reaches(found)) throw new AppError("window-closed");
    return found;
  };
  const fitted = (found: Escalation, name: string, text: string) =>
    fit(answerOf(name, text), { limits: channels.get(found.channel)?.limits, publicUrl });
  const waitingAnswer = async (id: EscalationId, held: string) => {
    const answer = await store.readHeldAnswer(id);
    if (answer?.id !== held || answer.state !== "waiting") throw new AppError("decided");
    return answer;
  };
  return {
    reaches,
    async answer(id, staff, { clientId, text }) {
      const found = await reachable(id);
      const must = (done: boolean) => {
        if (!done) throw new AppError("not-yours");
        told(found.conversation);
      };
      if (await needsApproval(store, found, staff)) {
        must(await store.holdAnswer({ id, staff: staff.id, at: now(), leaseMs: claimMs }, { clientId, text }));
        return "held";
      }
      for (const [position, piece] of fitted(found, staff.name, text).entries())
        must(await store.saveCounsellorMessage(id, staff.id, `${clientId}:${position}`, piece, now(), claimMs));
      return "sent";
    },
    async approve(id, held) {
      const found = await reachable(id);
      const answer = await waitingAnswer(id, held);
      const pieces = fitted(found, answer.name, answer.text);
      if ((await store.approveAnswer(answer, pieces, now(), claimMs)) === "gone") throw new AppError("decided");
      told(found.conversation);
    },
    async sendBack(id, held, note) {
      const { conversation } = await find(id);
      await waitingAnswer(id, held);
      if (!(await store.returnAnswer(held, note))) throw new AppError("decided");
      told(conversation);
    },
  };
}
