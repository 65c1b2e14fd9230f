import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EntryDraft, OneEntry, RevisionItem } from "../../../server/http/editing/wire.ts";
import { ReadEntry } from "../writing/read-entry.tsx";
import { editingApi } from "./editing-api.ts";
import type { PlaceProps } from "./knowledge.tsx";
import { fromNames, mayKeep, moment, stateNames } from "./words.ts";

/** One entry as it is answered now, with its versions, and what may be begun from it. */
export function EntryPage({ id, ...props }: PlaceProps & { readonly id: string }): VNode {
  const { me, go, onRefused } = props;
  const [one, setOne] = useState<OneEntry>();
  useEffect(() => void editingApi.entry(id).then(setOne, onRefused), [id]);
  if (one === undefined) return <p class="quiet">Đang mở…</p>;
  const { current, file, item, revisions } = one;
  const begin = (draft: EntryDraft, withdrawn = false) =>
    void editingApi.begin({ draft, withdrawn }).then((made) => go({ kind: withdrawn ? "revision" : "editor", id: made.id }), onRefused);
  const mine = revisions.find(({ state, author }) => state === "draft" && author.id === me.id);
  return (
    <article>
      <h2>{current?.question ?? file?.question ?? "Mục chưa có bản nào được duyệt"}</h2>
      <p class="hint">
        {id} {item && fromNames[item.from] && <strong>· {fromNames[item.from]}</strong>}
      </p>
      {item?.why && <p class="problem">Vì sao không dùng được: {item.why}</p>}
      {mayKeep(me) && (
        <p class="buttons">
          {mine && (
            <button type="button" class="button primary" onClick={() => go({ kind: "editor", id: mine.id })}>
              Viết tiếp bản nháp của mình
            </button>
          )}
          {!mine && current && (
            <button type="button" class="button primary" onClick={() => begin(current)}>
              Sửa mục này
            </button>
          )}
          {item && item.from !== "file" && file && (
            <button type="button" class="button" onClick={() => begin(file)}>
              Lấy lại bản trong tệp
            </button>
          )}
          {current && (
            <button type="button" class="button" onClick={() => begin(current, true)}>
              Rút mục này…
            </button>
          )}
        </p>
      )}
      <Versions revisions={revisions} onOpen={(revision) => go({ kind: "revision", id: revision })} />
      {current ? <ReadEntry draft={current} /> : <p class="quiet">Người hỏi hiện không thấy mục này.</p>}
    </article>
  );
}

function Versions({
  revisions,
  onOpen,
}: {
  readonly revisions: readonly RevisionItem[];
  readonly onOpen: (id: string) => void;
}): VNode | null {
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="cac-ban">
      <h3 id="cac-ban">Các bản</h3>
      <ul class="versions">
        {revisions.map(({ id, state, author, changedAt, decidedBy, decidedAt, number, withdrawn }) => (
          <li key={id}>
            <button type="button" class="button" onClick={() => onOpen(id)}>
              {withdrawn ? "Rút mục" : number === undefined ? "Bản" : `Bản ${number}`} – {stateNames[state]}
            </button>{" "}
            <span class="hint">
              {author.name} viết {moment(changedAt)}
              {number !== undefined && decidedBy && decidedAt && `, ${decidedBy.name} duyệt ${moment(decidedAt)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
