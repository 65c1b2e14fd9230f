import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { CannedReplies } from "../../../server/http/desk/wire.ts";
import { Field, wordsOf } from "../field.tsx";
import { deskApi } from "./desk-api.ts";

type Reply = CannedReplies["replies"][number];

/** The words made ready for all: add, change, take away. */
export function CannedEditor({ onRefused }: { readonly onRefused: (fault: unknown) => void }): VNode {
  const [replies, setReplies] = useState<readonly Reply[]>([]);
  const [editing, setEditing] = useState<Reply>();
  const refresh = useCallback(() => void deskApi.canned().then(setReplies, onRefused), []);
  useEffect(refresh, [refresh]);
  const doing = (work: Promise<unknown>) => void work.then(refresh, onRefused);
  const save = (form: HTMLFormElement) => {
    const { title = "", text = "" } = wordsOf(form);
    doing(editing ? deskApi.saveCanned(editing.id, { title, text }) : deskApi.addCanned({ title, text }));
    setEditing(undefined);
    form.reset();
  };
  return (
    <section aria-labelledby="loi-soan-san">
      <h2 id="loi-soan-san">Lời soạn sẵn</h2>
      <p class="hint">Mọi người lấy ra bằng cách gõ / trong ô soạn.</p>
      <ul>
        {replies.map((reply) => (
          <li key={reply.id}>
            <strong>{reply.title}</strong> <span class="hint">({reply.by})</span>
            <p class="words">{reply.text}</p>
            <button type="button" class="button" onClick={() => setEditing(reply)}>
              Sửa “{reply.title}”
            </button>{" "}
            <button type="button" class="button" onClick={() => doing(deskApi.removeCanned(reply.id))}>
              Bỏ “{reply.title}”
            </button>
          </li>
        ))}
      </ul>
      <form
        key={editing?.id ?? "moi"}
        onSubmit={(event) => {
          event.preventDefault();
          save(event.currentTarget);
        }}
      >
        <h3>{editing ? `Sửa “${editing.title}”` : "Thêm"}</h3>
        {editing === undefined ? (
          <Field name="title" label="Tên ngắn" />
        ) : (
          <p class="field">
            <label for="title">Tên ngắn</label>
            <input id="title" name="title" type="text" required maxLength={80} defaultValue={editing.title} />
          </p>
        )}
        <p class="field">
          <label for="text">Lời</label>
          <textarea id="text" name="text" rows={4} required maxLength={4000} defaultValue={editing?.text ?? ""} />
        </p>
        <button type="submit" class="button primary">
          Lưu lời này
        </button>{" "}
        {editing && (
          <button type="button" class="button" onClick={() => setEditing(undefined)}>
            Thôi
          </button>
        )}
      </form>
    </section>
  );
}
