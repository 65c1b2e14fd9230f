import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ClosedCaseItem } from "../../../server/http/editing/wire.ts";
import { channels } from "../channels/channel-names.ts";
import { editingApi } from "./editing-api.ts";
import type { PlaceProps } from "./knowledge.tsx";
import { moment } from "./words.ts";

/** Conversations a counsellor has closed: what was answered once by a person may be answered by the machine from then on. */
export function Cases({ go, onRefused }: PlaceProps): VNode {
  const [cases, setCases] = useState<readonly ClosedCaseItem[]>();
  useEffect(() => void editingApi.cases().then(setCases, onRefused), []);
  if (cases === undefined) return <p class="quiet">Đang mở…</p>;
  const begin = (conversation: string) => void editingApi.fromCase(conversation).then(({ id }) => go({ kind: "editor", id }), onRefused);
  return (
    <>
      <h2>Từ cuộc trò chuyện đã xong</h2>
      <p>Câu nào anh/chị đã trả lời hay và người khác cũng sẽ hỏi, biến nó thành câu trả lời mới. Tên, số và địa chỉ được che.</p>
      {cases.length === 0 && <p class="quiet">Chưa có cuộc trò chuyện nào kết thúc trong 90 ngày qua.</p>}
      <ul class="entries">
        {cases.map(({ conversation, channel, closedAt, by, subject }) => (
          <li key={conversation} class="case-line">
            <p>
              <strong>{subject || "Câu hỏi không gần mục nào"}</strong>
              <br />
              <span class="hint">
                {channels[channel] ?? channel} · {by} kết thúc {moment(closedAt)}
              </span>
            </p>
            <button type="button" class="button" onClick={() => begin(conversation)}>
              Thành câu trả lời mới
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
