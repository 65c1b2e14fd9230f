import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Beside } from "../../../server/http/desk/wire.ts";
import { longestText } from "../../../server/http/paths.ts";
import type { QueueItem } from "../../../server/http/wire.ts";
import { api } from "../api.ts";
import { windowInWords } from "../channels/window-in-words.ts";
import { lengthInWords } from "./channel-limits.ts";
import { FindKnowledge } from "./find-knowledge.tsx";
import { insertAt } from "./insert-at.ts";
import { ReadyWords } from "./ready-words.tsx";
import { useDraft } from "./use-draft.ts";

export interface AnswerBoxProps {
  readonly item: QueueItem;
  readonly beside: Beside;
  readonly onSent: () => void;
  readonly onRefused: (fault: unknown) => void;
}

/** The answer box; what is written survives a crash of page and server, and a repeat of a failed send is the same message. */
export function AnswerBox({ item, beside, onSent, onRefused }: AnswerBoxProps): VNode {
  const box = useRef<HTMLTextAreaElement>(null);
  const { text, clientId, isKept, write, done } = useDraft(item.id, beside.draft);
  const [sending, setSending] = useState(false);
  const [picking, setPicking] = useState(false);
  useEffect(() => {
    // The button that brought us here is gone; the keyboard goes on here.
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  const insert = (words: string) => {
    if (box.current) write(insertAt(box.current, words));
  };
  const send = async () => {
    if (text.trim() === "" || sending) return;
    setSending(true);
    try {
      await api.answer(item.id, clientId, text);
      done();
      onSent();
    } catch (fault) {
      onRefused(fault);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <form
        class="answering"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label for="tra-loi">
          Trả lời <span class="hint">(Ctrl+Enter để gửi, gõ / để lấy lời soạn sẵn)</span>
        </label>
        <textarea
          id="tra-loi"
          ref={box}
          rows={5}
          maxLength={longestText}
          value={text}
          aria-keyshortcuts="r"
          aria-describedby="gioi-han"
          onInput={(event) => {
            write(event.currentTarget.value);
            if (/(^|\n)\/$/.test(event.currentTarget.value.slice(0, event.currentTarget.selectionStart))) setPicking(true);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
        <p class="hint" id="gioi-han">
          {lengthInWords(text.length, beside.limits)} {item.window && windowInWords(item.window)}
        </p>
        <p class="hint" role="status">
          {isKept ? "" : "Đang cất lời soạn…"}
        </p>
        <button type="submit" class="button primary" disabled={sending}>
          Gửi
        </button>{" "}
        {beside.held?.state === "returned" && text === "" && (
          <button type="button" class="button" onClick={() => write(beside.held?.text ?? "")}>
            Sửa lời bị trả lại
          </button>
        )}
      </form>
      <FindKnowledge onInsert={insert} />
      {picking && <ReadyWords onPick={insert} onClose={() => setPicking(false)} />}
    </>
  );
}
