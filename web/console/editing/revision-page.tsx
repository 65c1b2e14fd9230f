import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { DifferenceLine, Revision } from "../../../server/http/editing/wire.ts";
import { wordsOf } from "../field.tsx";
import { ReadEntry } from "../writing/read-entry.tsx";
import { editingApi } from "./editing-api.ts";
import type { PlaceProps } from "./knowledge.tsx";
import { mayKeep, moment, stateNames } from "./words.ts";

/** One version, beside what is answered now, and what may be done with it. */
export function RevisionPage({ id, ...props }: PlaceProps & { readonly id: string }): VNode {
  const { go, onRefused } = props;
  const [revision, setRevision] = useState<Revision>();
  const load = () => void editingApi.revision(id).then(setRevision, onRefused);
  useEffect(load, [id]);
  if (revision === undefined) return <p class="quiet">Đang mở…</p>;
  const { draft, state, author, changedAt, decidedBy, decidedAt, note, problems, withdrawn } = revision;
  return (
    <article>
      <h2>{withdrawn ? `Rút mục: ${draft.question}` : draft.question}</h2>
      <p class="hint">
        {draft.id} · {stateNames[state]} · {author.name} viết {moment(changedAt)}
        {state !== "draft" && decidedBy && decidedAt && ` · ${decidedBy.name} duyệt ${moment(decidedAt)}`}
      </p>
      {note && (
        <p class="note">
          {decidedBy?.name} trả lại: {note}
        </p>
      )}
      {problems.length > 0 && (
        <ul class="problem">
          {problems.map(({ says }) => (
            <li>{says}</li>
          ))}
        </ul>
      )}
      <Doing revision={revision} load={load} {...props} />
      {(state === "draft" || state === "submitted") && <Difference lines={revision.difference} />}
      {!withdrawn && <ReadEntry draft={draft} />}
      <p>
        <button type="button" class="button" onClick={() => go({ kind: "entry", id: draft.id })}>
          Xem mục và các bản khác
        </button>
      </p>
    </article>
  );
}

interface DoingProps extends PlaceProps {
  readonly revision: Revision;
  readonly load: () => void;
}

function Doing({ revision, load, me, go, onRefused }: DoingProps): VNode | null {
  const { id, state, mine, edits, problems, draft, withdrawn } = revision;
  const doing = (work: Promise<unknown>, then = load) => void work.then(then, onRefused);
  const button = (label: string, act: () => void, isMain = false) => (
    <button type="button" class={`button${isMain ? " primary" : ""}`} onClick={act}>
      {label}
    </button>
  );
  const toList = () => go({ kind: "list" });
  if (state === "draft" && mine)
    return (
      <p class="buttons">
        {!withdrawn && button("Viết tiếp", () => go({ kind: "editor", id }), true)}
        {problems.length === 0 && button("Gửi duyệt", () => doing(editingApi.submit(id)), withdrawn)}
        {button("Bỏ bản nháp", () => doing(editingApi.drop(id), toList))}
      </p>
    );
  if (state === "submitted" && mine)
    return (
      <>
        <p class="quiet">Đang chờ người khác đọc và duyệt.</p>
        <p class="buttons">{button("Rút lại để sửa", () => doing(editingApi.takeBack(id)))}</p>
      </>
    );
  if (state === "submitted" && mayKeep(me))
    return (
      <>
        <p class="buttons">{problems.length === 0 && button("Duyệt, dùng ngay", () => doing(editingApi.approve(id, edits)), true)}</p>
        <SendBack onNote={(note) => doing(editingApi.sendBack(id, note))} />
      </>
    );
  if ((state === "superseded" || state === "taken-over") && mayKeep(me) && !withdrawn) {
    const again = () => editingApi.begin({ draft, withdrawn: false }).then((made) => go({ kind: "editor", id: made.id }));
    return <p class="buttons">{button("Lấy lại bản này", () => doing(again(), () => {}))}</p>;
  }
  return null;
}

function SendBack({ onNote }: { readonly onNote: (note: string) => void }): VNode {
  return (
    <details>
      <summary>Trả lại cho người viết</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { note } = wordsOf(event.currentTarget);
          if (note) onNote(note);
        }}
      >
        <p class="field">
          <label for="tra-lai">Cần sửa gì</label>
          <textarea id="tra-lai" name="note" rows={3} required minLength={3} maxLength={600} />
        </p>
        <button type="submit" class="button">
          Trả lại
        </button>
      </form>
    </details>
  );
}

const marks = { same: " ", old: "−", new: "+" } as const;
const markNames = { same: "", old: "Bỏ: ", new: "Thêm: " } as const;

/** Line by line: what goes and what comes. */
function Difference({ lines }: { readonly lines: readonly DifferenceLine[] }): VNode {
  return (
    <section aria-labelledby="khac-gi">
      <h3 id="khac-gi">Khác gì bản đang dùng</h3>
      <ol class="difference">
        {lines
          .filter(({ kind, text }) => kind !== "same" || text.trim() !== "")
          .map(({ kind, text }) => (
            <li class={kind}>
              <span aria-hidden="true">{marks[kind]}</span> {kind !== "same" && <span class="visually-hidden">{markNames[kind]}</span>}
              {text}
            </li>
          ))}
      </ol>
    </section>
  );
}
