import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Note } from "../../../server/http/desk/wire.ts";
import { moment } from "../channels/window-in-words.ts";
import { deskApi } from "./desk-api.ts";

export interface NotesProps {
  readonly id: string;
  readonly notes: readonly Note[];
  readonly onChanged: () => void;
  readonly onRefused: (fault: unknown) => void;
}

/** What colleagues tell one another about a conversation. The person never sees it. */
export function Notes({ id, notes, onChanged, onRefused }: NotesProps): VNode {
  const [text, setText] = useState("");
  const add = async () => {
    if (text.trim() === "") return;
    try {
      await deskApi.addNote(id, text);
      setText("");
      onChanged();
    } catch (fault) {
      onRefused(fault);
    }
  };
  return (
    <section class="notes" aria-label="Ghi chú">
      <h3>Ghi chú giữa đồng nghiệp</h3>
      <p class="hint">Người hỏi không thấy phần này. Khi họ xóa cuộc trò chuyện, ghi chú cũng mất.</p>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <p class="who">
              {note.by}, {moment(note.at)}
            </p>
            <p>{note.text}</p>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label for="ghi-chu">Ghi thêm</label>
        <textarea
          id="ghi-chu"
          rows={2}
          maxLength={2000}
          aria-keyshortcuts="n"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          Ghi
        </button>
      </form>
    </section>
  );
}
