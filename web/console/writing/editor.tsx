import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { EntryDraft, ProblemItem, Revision } from "../../../server/http/editing/wire.ts";
import { editingApi } from "../editing/editing-api.ts";
import type { PlaceProps } from "../editing/knowledge.tsx";
import { EntryFields } from "./entry-fields.tsx";
import { Material } from "./material.tsx";

/** What is written is kept and checked so long after the last key. */
const restMs = 600;

/** Writes on a draft: kept on the server and checked while one writes. */
export function Editor({ id, ...props }: PlaceProps & { readonly id: string }): VNode {
  const [opened, setOpened] = useState<Revision>();
  useEffect(() => void editingApi.revision(id).then(setOpened, props.onRefused), [id]);
  return opened === undefined ? <p class="quiet">Đang mở…</p> : <Writing opened={opened} {...props} />;
}

function Writing({ opened, go, onRefused }: PlaceProps & { readonly opened: Revision }): VNode {
  const { id, note, decidedBy, material } = opened;
  const { draft, change, problems, kept, keep } = useKeptDraft(opened, onRefused);
  const submit = async () => {
    try {
      if (!(await keep())) return;
      await editingApi.submit(id);
      go({ kind: "revision", id });
    } catch (fault) {
      onRefused(fault);
    }
  };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{draft.question || "Mục mới"}</h2>
      {note && (
        <p class="note">
          {decidedBy?.name} trả lại: {note}
        </p>
      )}
      {material && <Material material={material} onUse={(asked) => change({ ...draft, asked: [...draft.asked, asked] })} />}
      <EntryFields draft={draft} problems={problems ?? []} onChange={change} />
      <div class="editor-foot">
        <p class="hint" role="status">
          {kept ? "Đã lưu." : "Đang lưu…"}{" "}
          {problems !== undefined && (problems.length === 0 ? "Không còn chỗ phải sửa." : `Còn ${problems.length} chỗ phải sửa.`)}
        </p>
        <p class="buttons">
          <button type="submit" class="button primary" disabled={problems === undefined || problems.length > 0}>
            Gửi duyệt
          </button>
          <button type="button" class="button" onClick={() => void keep().then(() => go({ kind: "revision", id }))}>
            Xem lại
          </button>
        </p>
      </div>
    </form>
  );
}

interface KeptDraft {
  readonly draft: EntryDraft;
  readonly change: (draft: EntryDraft) => void;
  /** Undefined until the first check. */
  readonly problems: readonly ProblemItem[] | undefined;
  readonly kept: boolean;
  /** Saves what is not saved yet; false when it could not be. */
  readonly keep: () => Promise<boolean>;
}

function useKeptDraft(opened: Revision, onRefused: (fault: unknown) => void): KeptDraft {
  const [draft, setDraft] = useState(opened.draft);
  const [problems, setProblems] = useState<readonly ProblemItem[]>(opened.problems);
  const [kept, setKept] = useState(true);
  const now = useRef({ draft: opened.draft, saved: opened.draft, edits: opened.edits, saving: Promise.resolve(true) });
  const { withdrawn, id } = opened;

  const saveOnce = async (): Promise<boolean> => {
    const { draft: words, saved, edits } = now.current;
    if (words === saved) return true;
    try {
      const done = await editingApi.save(id, { draft: words, withdrawn, edits });
      Object.assign(now.current, { saved: words, edits: done.edits });
      setProblems((await editingApi.check({ draft: words, withdrawn })).problems);
      setKept(now.current.draft === words);
      return true;
    } catch (fault) {
      onRefused(fault);
      return false;
    }
  };
  // One at a time, so that each says truly what it saw.
  const keep = () => {
    now.current.saving = now.current.saving.then(saveOnce);
    return now.current.saving;
  };
  useEffect(() => {
    if (draft === now.current.saved) return;
    const timer = setTimeout(() => void keep(), restMs);
    return () => clearTimeout(timer);
  }, [draft]);
  const change = (next: EntryDraft) => {
    now.current.draft = next;
    setKept(false);
    setDraft(next);
  };
  return { draft, change, problems, kept, keep };
}
