import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { NoticeItem, Reach } from "../../../server/http/editing/wire.ts";
import { wordsOf } from "../field.tsx";
import { editingApi } from "./editing-api.ts";
import type { PlaceProps } from "./knowledge.tsx";

interface NewNoticeProps extends PlaceProps {
  readonly about: string;
  readonly entries: readonly string[];
  readonly onMade: () => void;
}

/** Words for those who were told an entry since a day. */
export function NewNotice({ about, entries, onMade, onRefused }: NewNoticeProps): VNode {
  const [reach, setReach] = useState<Reach>();
  const sinceOf = (form: HTMLFormElement) => Date.parse(`${wordsOf(form).since}T00:00:00+07:00`);
  const count = (form: HTMLFormElement) => {
    const since = sinceOf(form);
    if (Number.isNaN(since)) return setReach(undefined);
    void editingApi.reach({ entries, since }).then(setReach, onRefused);
  };
  const make = (form: HTMLFormElement) => {
    const made = editingApi.addNotice({ about, entries, text: wordsOf(form).text ?? "", since: sinceOf(form) });
    void made.then(() => {
      form.reset();
      setReach(undefined);
      onMade();
    }, onRefused);
  };
  return (
    <details>
      <summary>Soạn tin đính chính cho người đã được trả lời theo quy định này</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make(event.currentTarget);
        }}
      >
        <p class="field">
          <label for={`tu-ngay-${about}`}>Đã được trả lời từ ngày</label>
          <input
            id={`tu-ngay-${about}`}
            name="since"
            type="date"
            required
            onChange={(event) => event.currentTarget.form && count(event.currentTarget.form)}
          />
        </p>
        <p role="status">{reach && <ReachLine reach={reach} />}</p>
        <p class="field">
          <label for={`loi-${about}`}>Lời nhắn</label>
          <textarea id={`loi-${about}`} name="text" rows={4} required minLength={20} maxLength={1000} />
        </p>
        <button type="submit" class="button primary">
          Lưu, chờ người khác duyệt
        </button>
      </form>
    </details>
  );
}

interface NoticeLineProps extends PlaceProps {
  readonly notice: NoticeItem;
  readonly onChanged: () => void;
}

export function NoticeLine({ notice, onChanged, onRefused }: NoticeLineProps): VNode {
  const { id, about, text, state, author, decidedBy, mine, reach } = notice;
  const doing = (work: Promise<unknown>) => void work.then(onChanged, onRefused);
  return (
    <section class="notice-line" aria-label={`Tin đính chính về ${about}`}>
      <p class="text">{text}</p>
      <p class="hint">
        Về {about} · {author.name} viết{decidedBy && `, ${decidedBy.name} duyệt`}
      </p>
      <p>
        <ReachLine reach={reach} />
      </p>
      <p class="buttons">
        {state === "draft" && !mine && (
          <button type="button" class="button primary" onClick={() => doing(editingApi.approveNotice(id))}>
            Duyệt tin này
          </button>
        )}
        {state === "draft" && mine && (
          <>
            <span class="quiet">Chờ người khác duyệt.</span>
            <button type="button" class="button" onClick={() => doing(editingApi.dropNotice(id))}>
              Bỏ
            </button>
          </>
        )}
        {state === "approved" && reach.sendable > 0 && (
          <button type="button" class="button primary" onClick={() => doing(editingApi.sendNotice(id))}>
            Gửi cho {reach.sendable} cuộc trò chuyện
          </button>
        )}
      </p>
    </section>
  );
}

function ReachLine({ reach: { told, sendable, closed, sent } }: { readonly reach: Reach }): VNode {
  return (
    <span>
      {told} cuộc trò chuyện đã được trả lời: gửi được {sendable}, đã gửi {sent}, kênh không cho gửi {closed}.
    </span>
  );
}
