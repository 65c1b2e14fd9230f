import type { VNode } from "preact";
import type { EntryList } from "../../../server/http/editing/wire.ts";
import { wordsOf } from "../field.tsx";
import { editingApi } from "./editing-api.ts";
import type { PlaceProps } from "./knowledge.tsx";
import { slugOf } from "./words.ts";

const empty = { asked: [], basis: [], formerly: [], risk: "none", next: "", hotlines: [], related: [], short: "", sections: {} } as const;

/** A new entry begins with its question and where it belongs. */
export function NewEntry({ list, go, onRefused }: PlaceProps & { readonly list: EntryList }): VNode {
  const begin = async (form: HTMLFormElement) => {
    const { question = "", topic = "" } = wordsOf(form);
    const id = `${topic}/${slugOf(question) || "muc-moi"}`;
    try {
      if (list.entries.some((entry) => entry.id === id)) return go({ kind: "entry", id });
      const made = await editingApi.begin({ draft: { ...empty, id, question }, withdrawn: false });
      go({ kind: "editor", id: made.id });
    } catch (fault) {
      onRefused(fault);
    }
  };
  return (
    <details class="new-entry">
      <summary>Viết mục mới</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void begin(event.currentTarget);
        }}
      >
        <p class="field">
          <label for="cau-hoi-moi">Câu hỏi của mục mới</label>
          <input id="cau-hoi-moi" name="question" required minLength={8} maxLength={160} />
        </p>
        <p class="field">
          <label for="thuoc-ve">Thuộc về</label>
          <select id="thuoc-ve" name="topic">
            {list.topics.map(({ id, title }) => (
              <option value={id}>{title}</option>
            ))}
            <option value="warnings">Cảnh báo lừa đảo</option>
            <option value="rumours">Tin đồn</option>
          </select>
        </p>
        <button type="submit" class="button primary">
          Bắt đầu viết
        </button>
      </form>
    </details>
  );
}
