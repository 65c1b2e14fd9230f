import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Colleagues } from "../../../server/http/desk/wire.ts";
import type { Me, QueueItem } from "../../../server/http/wire.ts";
import { deskApi } from "../answering/desk-api.ts";
import { api } from "../api.ts";
import { wordsOf } from "../field.tsx";
import { CloseDialog } from "./close-dialog.tsx";

export interface CaseActionsProps {
  readonly item: QueueItem;
  readonly me: Me;
  /** Does it, and shows what came of it. */
  readonly doing: (work: Promise<unknown>) => void;
}

const hour = 3_600_000;
const snoozes: readonly (readonly [label: string, until: () => number])[] = [
  ["1 giờ", () => Date.now() + hour],
  ["4 giờ", () => Date.now() + 4 * hour],
  ["Sáng mai, 8 giờ", () => morning(1)],
  ["3 ngày nữa, 8 giờ", () => morning(3)],
];

/** What whoever holds a case may do with it beside answering; a supervisor may pass on what another holds. */
export function CaseActions({ item, me, doing }: CaseActionsProps): VNode {
  const [asking, setAsking] = useState<"close" | "pass">();
  const isMine = item.claimedBy?.id === me.id;
  const leads = me.role === "supervisor" || me.role === "administrator";
  return (
    <>
      <div class="buttons">
        {isMine && (
          <>
            <button type="button" class="button" aria-keyshortcuts="x" onClick={() => setAsking("close")}>
              Kết thúc…
            </button>
            {item.risk !== "danger" && <SnoozeMenu onSnooze={(until) => doing(deskApi.snooze(item.id, until))} />}
            <button type="button" class="button" onClick={() => doing(api.release(item.id))}>
              Trả lại hàng chờ
            </button>
          </>
        )}
        {(isMine || (leads && item.claimedBy)) && (
          <button type="button" class="button" aria-keyshortcuts="p" onClick={() => setAsking("pass")}>
            Chuyển…
          </button>
        )}
      </div>
      {asking === "close" && <CloseDialog onClose={() => setAsking(undefined)} onReason={(reason) => doing(api.close(item.id, reason))} />}
      {asking === "pass" && (
        <PassDialog
          not={item.claimedBy?.id ?? ""}
          onClose={() => setAsking(undefined)}
          onPass={(to) => doing(deskApi.pass(item.id, item.claimedBy?.id ?? "", to))}
        />
      )}
    </>
  );
}

function SnoozeMenu({ onSnooze }: { readonly onSnooze: (until: number) => void }): VNode {
  return (
    <details class="menu">
      <summary class="button" aria-keyshortcuts="s">
        Gác lại…
      </summary>
      <p class="hint">Tự trở lại khi đến giờ, hoặc ngay khi người hỏi viết.</p>
      {snoozes.map(([label, until]) => (
        <button key={label} type="button" class="button" onClick={() => onSnooze(until())}>
          {label}
        </button>
      ))}
    </details>
  );
}

function morning(days: number): number {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.setHours(8, 0, 0, 0);
}

interface PassDialogProps {
  readonly not: string;
  readonly onClose: () => void;
  readonly onPass: (to: string) => void;
}

function PassDialog({ not, onClose, onPass }: PassDialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [colleagues, setColleagues] = useState<Colleagues["colleagues"]>();
  useEffect(() => {
    dialog.current?.showModal();
    deskApi.colleagues().then(setColleagues, () => setColleagues([]));
  }, []);
  const others = (colleagues ?? []).filter(({ id }) => id !== not);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="chuyen">
      <form
        method="dialog"
        onSubmit={(event) => {
          const { to } = wordsOf(event.currentTarget);
          if (to) onPass(to);
        }}
      >
        <h2 id="chuyen">Chuyển cho ai?</h2>
        {colleagues !== undefined && others.length === 0 && <p class="quiet">Chưa có đồng nghiệp nào khác.</p>}
        {others.map(({ id, name, isHere, onDuty, open }) => (
          <p key={id}>
            <label>
              <input type="radio" name="to" value={id} required /> {name}{" "}
              <span class="hint">
                ({isHere ? (onDuty ? "đang trực" : "tạm nghỉ") : "không có mặt"}, đang giữ {open})
              </span>
            </label>
          </p>
        ))}
        <p class="buttons">
          <button type="submit" class="button primary" disabled={others.length === 0}>
            Chuyển
          </button>{" "}
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            Thôi
          </button>
        </p>
      </form>
    </dialog>
  );
}
