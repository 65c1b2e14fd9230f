import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Beside } from "../../../server/http/desk/wire.ts";
import { longestText } from "../../../server/http/paths.ts";
import type { QueueItem } from "../../../server/http/wire.ts";
import { api } from "../api.ts";
import { windowInWords } from "../channels/window-in-words.ts";
import { lengthInWords } from "./channel-limits.ts";
import { FindKnowledge } from "./find-knowledge.tsx";
import { ReadyWords } from "./ready-words.tsx";
import { type KeptDraft, useDraft } from "./use-draft.ts";
import { useInsert } from "./use-insert.ts";

export interface AnswerBoxProps {
  readonly item: QueueItem;
  readonly beside: Beside;
  readonly onSent: () => void;
  readonly onRefused: (fault: unknown) => void;
}

/** The answer box; what is written survives a crash of page and server, and a repeat of a failed send is the same message. */
export function AnswerBox({ item, beside, onSent, onRefused }: AnswerBoxProps): VNode {
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(item.id, beside.draft);
  const { text, isKept, write } = draft;
  const [picking, setPicking] = useState(false);
  useEffect(() => {
    // The button that brought us here is gone; the keyboard goes on here.
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  const { noteCursor, insert } = useInsert(box, write);
  const { send, sending } = useSending({ id: item.id, draft, onSent, onRefused });
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
          onKeyUp={noteCursor}
          onClick={noteCursor}
          onInput={(event) => {
            noteCursor();
            write(event.currentTarget.value);
            if (/(^|\n)\/$/.test(event.currentTarget.value.slice(0, event.currentTarget.selectionStart))) setPicking(true);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
        <Hints length={text.length} isKept={isKept} item={item} limits={beside.limits} />
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

interface Sending extends Pick<AnswerBoxProps, "onSent" | "onRefused"> {
  readonly id: string;
  readonly draft: KeptDraft;
}

function useSending({ id, draft: { text, clientId, done }, onSent, onRefused }: Sending) {
  const [sending, setSending] = useState(false);
  const send = async () => {
    if (text.trim() === "" || sending) return;
    setSending(true);
    try {
      await api.answer(id, clientId, text);
      done();
      onSent();
    } catch (fault) {
      onRefused(fault);
    } finally {
      setSending(false);
    }
  };
  return { send, sending };
}

interface HintsProps extends Pick<AnswerBoxProps, "item">, Pick<Beside, "limits"> {
  readonly length: number;
  readonly isKept: boolean;
}

/** What the channel carries and until when, before anything is sent. */
function Hints({ length, isKept, item, limits }: HintsProps): VNode {
  return (
    <>
      <p class="hint" id="gioi-han">
        {lengthInWords(length, limits)} {item.window && windowInWords(item.window)}
      </p>
      <p class="hint" role="status">
        {isKept ? "" : "Đang cất lời soạn…"}
      </p>
    </>
  );
}
