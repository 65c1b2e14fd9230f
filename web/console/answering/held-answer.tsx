import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Beside } from "../../../server/http/desk/wire.ts";
import type { Me } from "../../../server/http/wire.ts";
import { moment } from "../channels/window-in-words.ts";
import { deskApi } from "./desk-api.ts";

export interface HeldAnswerProps {
  readonly id: string;
  readonly held: NonNullable<Beside["held"]>;
  readonly me: Me;
  /** Does it, and shows what came of it. */
  readonly doing: (work: Promise<unknown>) => void;
}

/** An answer that a supervisor reads before the person does. */
export function HeldAnswer({ id, held, me, doing }: HeldAnswerProps): VNode {
  const [note, setNote] = useState("");
  const leads = me.role === "supervisor" || me.role === "administrator";
  const isWaiting = held.state === "waiting";
  return (
    <section class="held" aria-label="Chờ duyệt">
      <h3>{isWaiting ? "Chờ duyệt" : "Cần sửa lại"}</h3>
      <p class="who">
        {held.by.name} viết {moment(held.at)}. Người hỏi chưa thấy.
      </p>
      <p class="words">{held.text}</p>
      {held.note && <p class="unsure">Lời nhắn của người duyệt: {held.note}</p>}
      {isWaiting && !leads && <p class="quiet">Người phụ trách đọc rồi mới gửi.</p>}
      {isWaiting && leads && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim() !== "") doing(deskApi.sendBack(id, held.id, note));
          }}
        >
          <label for="loi-nhan">Lời nhắn khi chưa được</label>
          <textarea id="loi-nhan" rows={2} maxLength={1000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
          <p class="buttons">
            <button type="button" class="button primary" onClick={() => doing(deskApi.approve(id, held.id))}>
              Duyệt và gửi
            </button>{" "}
            <button type="submit" class="button">
              Trả lại để sửa
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
