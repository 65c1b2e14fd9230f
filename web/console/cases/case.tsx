import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Case, Me } from "../../../server/http/wire.ts";
import { api } from "../api.ts";
import { moment, windowInWords } from "../channels/window-in-words.ts";
import { Answering } from "./answering.tsx";
import { CloseDialog } from "./close-dialog.tsx";

export interface CaseProps {
  readonly opened: Case;
  readonly me: Me;
  readonly onChanged: () => void;
  readonly onRefused: (fault: unknown) => void;
}

const deliveries = { sent: "", pending: "đang gửi", unknown: "chưa rõ đã tới chưa", undeliverable: "không gửi được" } as const;

/** The conversation with what the bot found, and what may be done with it. */
export function CaseView({ opened, me, onChanged, onRefused }: CaseProps): VNode {
  const [closing, setClosing] = useState(false);
  const { item, messages } = opened;
  const mine = item.claimedBy?.id === me.id;
  const doing = (work: Promise<unknown>) => void work.then(onChanged, onRefused);
  return (
    <>
      <div role="log" aria-label="Nội dung">
        <ol class="transcript">
          {messages.map(({ sequence, content, trace, delivery }) => (
            <li key={sequence} class={content.from === "person" ? "person" : content.message.from}>
              <p class="who">
                {content.from === "person" ? "Người hỏi" : content.message.from === "bot" ? "Máy" : (content.message.name ?? "Thông báo")}{" "}
                {delivery && deliveries[delivery]}
              </p>
              {content.from === "person" ? <p>{content.text}</p> : content.message.parts.map(({ text }) => <p>{text}</p>)}
              {trace && (
                <details>
                  <summary>Máy hiểu: {trace.understood}</summary>
                  <ul>
                    {trace.candidates.map(({ entry, question, probability }) => (
                      <li>
                        {question}{" "}
                        <span class="hint">
                          ({entry}, {Math.round(probability * 100)} %)
                        </span>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ol>
      </div>
      {item.window && <p class="hint">{windowInWords(item.window)}</p>}
      {item.pausedUntil && (
        <p class="quiet">
          Người phụ trách Trang đã trả lời ở nơi khác. Máy im đến {moment(item.pausedUntil)}.{" "}
          <button type="button" class="button" onClick={() => doing(api.resume(item.id))}>
            Để máy trả lời lại
          </button>
        </p>
      )}
      {!item.claimedBy && (
        <button type="button" class="button primary" onClick={() => doing(api.claim(item.id))}>
          Nhận trả lời
        </button>
      )}
      {item.claimedBy && !mine && <p class="quiet">{item.claimedBy.name} đang giữ cuộc trò chuyện này.</p>}
      {mine && (
        <>
          <Answering id={item.id} onSent={onChanged} onRefused={onRefused} />
          <p class="buttons">
            <button type="button" class="button" onClick={() => setClosing(true)}>
              Kết thúc…
            </button>{" "}
            <button type="button" class="button" onClick={() => doing(api.release(item.id))}>
              Trả lại hàng chờ
            </button>
          </p>
        </>
      )}
      {closing && <CloseDialog onClose={() => setClosing(false)} onReason={(reason) => doing(api.close(item.id, reason))} />}
    </>
  );
}
