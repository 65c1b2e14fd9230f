import type { VNode } from "preact";
import type { Case } from "../../../server/http/wire.ts";

const deliveries = { sent: "", pending: "đang gửi", unknown: "chưa rõ đã tới chưa", undeliverable: "không gửi được" } as const;

const understandings: Readonly<Record<string, string>> = {
  question: "đây là câu hỏi",
  command: "người hỏi muốn gặp người, xóa, hoặc bắt đầu lại",
  danger: "có dấu hiệu nguy hiểm",
  lure: "có dấu hiệu lừa đảo, rủ rê",
  interview: "đang trả lời phần hỏi từng bước",
  unlawful: "hỏi cách làm trái luật",
  "small-talk": "chào hỏi, cảm ơn",
  unreadable: "hình, tiếng, không đọc được",
  entry: "bấm chọn một câu",
};

/** Everything said, with what the machine understood and what it came near to. */
export function Transcript({ messages }: Pick<Case, "messages">): VNode {
  return (
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
                <summary>Máy hiểu: {understandings[trace.understood] ?? trace.understood}</summary>
                {trace.candidates.length === 0 && <p class="hint">Máy không thấy câu nào gần với câu hỏi.</p>}
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
  );
}
