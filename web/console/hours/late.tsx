import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { LateList } from "../../../server/http/figures/wire.ts";
import type { QueueItem } from "../../../server/http/wire.ts";
import { officeApi } from "./office-api.ts";

const lookEveryMs = 30_000;
const risks: Readonly<Record<string, string>> = {
  danger: "nguy hiểm",
  freedom: "liên quan tự do",
  money: "liên quan tiền",
  none: "thường",
};

/** Cases nobody has taken though their first answer is overdue. */
export function Late({ items, onChoose }: { readonly items: readonly QueueItem[]; readonly onChoose: (id: string) => void }): VNode | null {
  const [late, setLate] = useState<LateList["late"]>([]);
  // Anew with every change of the queue: what is overdue may have been taken.
  useEffect(() => {
    const look = () =>
      void officeApi.late().then(
        ({ late: found }) => setLate(found),
        () => undefined,
      );
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [items]);
  const waiting = late.filter(({ id }) => items.some((item) => item.id === id && item.state === "waiting"));
  if (waiting.length === 0) return null;
  return (
    <section class="alarms late" aria-label="Quá hạn">
      <p role="status">
        <strong>{waiting.length} cuộc quá hạn trả lời lần đầu.</strong>
      </p>
      <p class="buttons">
        {waiting.map(({ id, risk, dueAt }) => (
          <button type="button" class="button" key={id} onClick={() => onChoose(id)}>
            Mở cuộc {risks[risk] ?? risk}, hạn {clock(dueAt)}
          </button>
        ))}
      </p>
    </section>
  );
}

function clock(at: number): string {
  return new Date(at).toLocaleString("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    hour: "2-digit",
    minute: "2-digit",
    day: "numeric",
    month: "numeric",
  });
}
