import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { longestText } from "../../../server/http/paths.ts";
import { newId } from "../../new-id.ts";
import { api } from "../api.ts";

/** The answer box; what is written survives a reload, and a repeat of a failed send is the same message. */
export function Answering({
  id,
  onSent,
  onRefused,
}: {
  readonly id: string;
  readonly onSent: () => void;
  readonly onRefused: (fault: unknown) => void;
}): VNode {
  const key = `nhap-${id}`;
  const [text, setText] = useState(sessionStorage.getItem(key) ?? "");
  const [clientId, setClientId] = useState(() => newId());
  const [sending, setSending] = useState(false);
  const write = (words: string) => {
    setText(words);
    sessionStorage.setItem(key, words);
  };
  const send = async () => {
    if (text.trim() === "" || sending) return;
    setSending(true);
    try {
      await api.answer(id, clientId, text);
      setClientId(newId());
      write("");
      onSent();
    } catch (fault) {
      onRefused(fault);
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      class="answering"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for="tra-loi">
        Trả lời <span class="hint">(Ctrl+Enter để gửi)</span>
      </label>
      <textarea
        id="tra-loi"
        rows={5}
        maxLength={longestText}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      <p class="hint">
        {text.length}/{longestText}
      </p>
      <button type="submit" class="button primary" disabled={sending}>
        Gửi
      </button>
    </form>
  );
}
