import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Choices, type OutgoingChoice } from "./choices.tsx";
import { openConversation, type Shown } from "./conversation.ts";
import { EraseDialog } from "./erase-dialog.tsx";
import type { Memory } from "./memory.ts";
import { OurMessage } from "./message.tsx";
import { QuickExit } from "./quick-exit.tsx";
import { Writing } from "./writing.tsx";

export interface ChatProps {
  readonly memory: Memory;
  readonly asked: string;
  /** What is there is shown from now on. */
  readonly onOpen: () => void;
}

/** The whole chat: what was said, what may be tapped, the box to write in. */
export function Chat({ memory, asked, onOpen }: ChatProps): VNode {
  const [, redraw] = useState(0);
  const conversation = useMemo(() => openConversation(memory, () => redraw((count) => count + 1)), [memory]);
  const [erasing, setErasing] = useState(false);
  const [remembered, setRemembered] = useState(memory.remembers());
  const log = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void conversation.begin();
    return () => conversation.stop();
  }, [conversation]);
  const shown = conversation.shown();
  const opening = shown.connected && !shown.caughtUp;
  useLayoutEffect(() => {
    if (!opening) onOpen();
  }, [opening]);
  const count = shown.messages.length + shown.pending.length;
  useEffect(() => {
    if (count > 0) showNewest(log.current?.lastElementChild, end.current);
  }, [count, shown.state.typing]);

  return (
    <section class={opening ? "chat opening" : "chat"} aria-label="Hỏi đáp">
      <div class="chat-bar">
        <p>Máy trả lời tự động</p>
        <QuickExit memory={memory} />
      </div>
      <div role="log" aria-live="polite" aria-label="Cuộc trò chuyện">
        <ol class="log" ref={log}>
          {shown.greeting && isBeginning(shown) && <OurMessage message={shown.greeting} />}
          {shown.messages.map(({ sequence, content }) =>
            content.from === "us" ? (
              <OurMessage key={sequence} message={content.message} />
            ) : (
              <li key={sequence} class="message person">
                <p class="visually-hidden">Anh/chị:</p>
                <p>{content.text}</p>
              </li>
            ),
          )}
          {shown.pending.map(({ clientId, content, failed }) => (
            <li key={clientId} class={`message person ${failed ? "failed" : "pending"}`}>
              <p>{content.kind === "text" ? content.text : content.label}</p>
              {failed ? (
                <button type="button" class="button" onClick={() => conversation.retry(clientId)}>
                  Chưa gửi được. Gửi lại
                </button>
              ) : (
                <p class="fine">Đang gửi…</p>
              )}
            </li>
          ))}
        </ol>
      </div>
      <Status shown={shown} />
      <Choices choices={choicesOf(shown)} onChoose={(content) => conversation.say(content)} />
      <div ref={end} class="end" />
      <Writing asked={asked} onSay={(text) => conversation.say({ kind: "text", text })} />
      <div class="chat-foot">
        <label>
          <input
            type="checkbox"
            checked={remembered}
            onChange={(event) => {
              memory.remember(event.currentTarget.checked);
              setRemembered(event.currentTarget.checked);
            }}
          />{" "}
          Nhớ trên máy này
        </label>
        <button type="button" class="link" onClick={() => setErasing(true)}>
          Xóa hội thoại
        </button>
      </div>
      {erasing && <EraseDialog conversation={conversation} onClose={() => setErasing(false)} />}
    </section>
  );
}

/** Down to the newest and what may be tapped, but never past the first line of an answer longer than the screen. */
function showNewest(newest: Element | null | undefined, end: Element | null): void {
  end?.scrollIntoView({ block: "nearest" });
  if (newest && newest.getBoundingClientRect().top < 0) newest.scrollIntoView({ block: "start" });
}

function isBeginning({ messages, pending, caughtUp }: Shown): boolean {
  return caughtUp && messages.length + pending.length === 0;
}

/** What may be tapped stands under the last thing said, while nothing is on its way. */
function choicesOf(shown: Shown): readonly OutgoingChoice[] {
  const last = shown.messages.at(-1)?.content;
  const message = isBeginning(shown) ? shown.greeting : last?.from === "us" ? last.message : undefined;
  return shown.pending.length > 0 ? [] : (message?.choices ?? []);
}

function Status({ shown: { connected, state, pending } }: { readonly shown: Shown }): VNode {
  const words = [
    !connected && "Đang nối lại… Tin đã gửi không mất.",
    state.speaker.kind === "waiting" && "Câu hỏi đang chờ tư vấn viên.",
    state.speaker.kind === "counsellor" && `Đang nói chuyện với ${state.speaker.name}.`,
    (state.typing || pending.some(({ failed }) => !failed)) && "Đang trả lời…",
  ].filter((line) => line !== false);
  return (
    <p class="status" role="status">
      {words.join(" ")}
    </p>
  );
}
