import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me, QueueItem } from "../../../server/http/wire.ts";
import { channels } from "../channels/channel-names.ts";
import { windowInShort } from "../channels/window-in-words.ts";

const risks: Record<QueueItem["risk"], string> = {
  danger: "NGUY HIỂM",
  freedom: "Liên quan tự do",
  money: "Liên quan tiền",
  none: "Thường",
};
const reasons: Record<string, string> = {
  asked: "xin gặp người",
  unknown: "máy không biết",
  risky: "trả lời sai thì thiệt",
  "failed-twice": "máy chưa hiểu",
  unreadable: "gửi hình hoặc tiếng",
  danger: "có dấu hiệu nguy hiểm",
  "switched-off": "máy đang tạm ngừng",
  "answered-by-page": "Trang đang tự trả lời",
};

export function QueueView({
  items,
  chosen,
  me,
  onChoose,
}: {
  readonly items: readonly QueueItem[];
  readonly chosen: string | undefined;
  readonly me: Me;
  readonly onChoose: (id: string) => void;
}): VNode {
  const now = useMinute();
  return (
    <nav aria-label="Hàng chờ">
      <h2>Hàng chờ ({items.filter(isWaiting).length})</h2>
      {items.length === 0 && <p class="quiet">Không có ai đang chờ.</p>}
      <ul class="queue">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              class={`queue-item ${item.risk}`}
              aria-current={item.id === chosen ? "true" : undefined}
              onClick={() => onChoose(item.id)}
            >
              <strong>{risks[item.risk]}</strong>
              <span>{reasons[item.reason] ?? item.reason}</span>
              <span>
                {channels[item.channel] ?? item.channel} · chờ {waited(now - item.openedAt)}
              </span>
              {item.window && windowInShort(item.window) && <span>{windowInShort(item.window)}</span>}
              <span>{item.claimedBy ? `${item.claimedBy.id === me.id ? "Anh/chị" : item.claimedBy.name} đang giữ` : "Chưa ai nhận"}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** For one of us: not where the Page's own people are answering. */
export function isWaiting({ state, reason }: QueueItem): boolean {
  return state === "waiting" && reason !== "answered-by-page";
}

function useMinute(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function waited(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return minutes < 60 ? `${minutes} phút` : `${Math.floor(minutes / 60)} giờ ${minutes % 60} phút`;
}
