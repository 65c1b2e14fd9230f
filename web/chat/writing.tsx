import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { longestText } from "../../server/http/paths.ts";

/** The box to write in. Enter sends where there is a keyboard; on a phone the button does. */
export function Writing({ asked, onSay }: { readonly asked: string; readonly onSay: (text: string) => void }): VNode {
  const [text, setText] = useState(asked);
  const box = useRef<HTMLTextAreaElement>(null);
  const send = () => {
    const said = text.trim();
    if (said === "") return;
    onSay(said);
    setText("");
    box.current?.focus();
  };
  return (
    <form
      class="writing"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="visually-hidden" for="cau-hoi">
        Câu hỏi của anh/chị
      </label>
      <textarea
        id="cau-hoi"
        ref={box}
        rows={Math.min(6, Math.max(1, Math.ceil(text.length / 34)))}
        maxLength={longestText}
        value={text}
        placeholder="Viết câu hỏi…"
        enterkeyhint="send"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="button primary">
        Gửi
      </button>
    </form>
  );
}
