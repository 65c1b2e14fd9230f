import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { DeskItem } from "../../../server/http/desk/wire.ts";
import type { Me, QueueItem } from "../../../server/http/wire.ts";
import { channels } from "../channels/channel-names.ts";
import { moment, windowInShort } from "../channels/window-in-words.ts";
import { closeReasons } from "./close-dialog.tsx";

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

/** A closed case has nothing of the desk's own. */
export type Row = QueueItem & Partial<Omit<DeskItem, keyof QueueItem>>;

export interface QueueViewProps {
  readonly items: readonly Row[];
  readonly waiting: number;
  readonly chosen: string | undefined;
  readonly me: Me;
  readonly onChoose: (id: string) => void;
}

/** One row a case; the arrows or j and k go from row to row. */
export function QueueView({ items, waiting, chosen, me, onChoose }: QueueViewProps): VNode {
  const now = useMinute();
  const tabbed = items.some(({ id }) => id === chosen) ? chosen : items[0]?.id;
  return (
    <nav aria-label="Hàng chờ">
      <h2 tabIndex={-1}>Hàng chờ ({waiting})</h2>
      {items.length === 0 && <p class="quiet">Không có ai đang chờ.</p>}
      <ul class="queue">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              class={`queue-item ${item.risk}`}
              data-case={item.id}
              tabIndex={item.id === tabbed ? 0 : -1}
              aria-current={item.id === chosen ? "true" : undefined}
              onClick={() => onChoose(item.id)}
            >
              <span class="row-head">
                <strong>{risks[item.risk]}</strong>
                {!!item.unread && <span class="unread">{item.unread} tin chưa đọc</span>}
              </span>
              <span>{reasons[item.reason] ?? item.reason}</span>
              {item.near && <span class="near">{item.near.question}</span>}
              <span>
                {channels[item.channel] ?? item.channel} · {waited(item, now)}
              </span>
              {windowLeft(item, now) && <span>{windowLeft(item, now)}</span>}
              <span>{owner(item, me)}</span>
              {item.offer && item.offer.until > now && <span class="offered">{offered(item.offer.to, me)}</span>}
              {item.snoozedUntil && <span>Gác đến {moment(item.snoozedUntil)}</span>}
              {item.awaitsApproval && <span class="offered">Có lời chờ duyệt</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function owner({ claimedBy, closed }: Row, me: Me): string {
  if (closed) return `Xong ${moment(closed.at)}: ${closeReasons[closed.why] ?? "người hỏi rút lại"}`;
  if (!claimedBy) return "Chưa ai nhận";
  return `${claimedBy.id === me.id ? "Anh/chị" : claimedBy.name} đang giữ`;
}

function offered(to: { readonly id: string; readonly name: string }, me: Me): string {
  return to.id === me.id ? "Mời anh/chị nhận" : `Đang mời ${to.name}`;
}

function waited({ state, openedAt, lastIncomingAt, unread }: Row, now: number): string {
  if (state === "waiting") return `chờ ${lasting(now - openedAt)}`;
  return unread ? `tin mới ${lasting(now - lastIncomingAt)} trước` : `hỏi lúc ${moment(openedAt)}`;
}

/** Of an open window how long it stays so; of another what is out of the ordinary. */
function windowLeft({ window, state }: Row, now: number): string | undefined {
  if (window === undefined || state === "closed") return undefined;
  return window.kind === "open" ? `còn nhắn được ${lasting(window.until - now)}` : windowInShort(window);
}

function useMinute(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function lasting(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} giờ ${minutes % 60} phút` : `${Math.floor(hours / 24)} ngày`;
}
