import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { consolePaths } from "../../../server/http/paths.ts";
import type { AlarmItem, Case, QueueItem } from "../../../server/http/wire.ts";
import { api, Refused } from "../api.ts";
import { Alarms } from "../channels/alarms.tsx";
import { Late } from "../hours/late.tsx";
import type { SectionProps } from "../section.ts";
import { CaseView } from "./case.tsx";
import { isWaiting, QueueView } from "./queue.tsx";

/** One screen: the queue on the left, the open case on the right, both live. */
export function Desk({ me, onGone }: SectionProps): VNode {
  const [items, setItems] = useState<readonly QueueItem[]>([]);
  const [alarms, setAlarms] = useState<readonly AlarmItem[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [opened, setOpened] = useState<Case>();
  const [problem, setProblem] = useState("");
  const refused = useCallback(
    (fault: unknown) => {
      if (fault instanceof Refused && fault.code === "not-signed-in") onGone();
      else setProblem(fault instanceof Error ? fault.message : "Có trục trặc.");
    },
    [onGone],
  );
  const refresh = useCallback(async () => {
    try {
      const queue = await api.queue();
      setItems(queue.items);
      setAlarms((await api.alarms()).alarms);
      const waiting = queue.items.filter(isWaiting).length;
      document.title = waiting > 0 ? `(${waiting}) Bàn tư vấn` : "Bàn tư vấn";
      setOpened(chosen && queue.items.some(({ id }) => id === chosen) ? await api.read(chosen) : undefined);
      setProblem("");
    } catch (fault) {
      refused(fault);
    }
  }, [chosen, refused]);
  useEffect(() => {
    void refresh();
    const stream = new EventSource(consolePaths.events);
    stream.addEventListener("changed", () => void refresh());
    stream.addEventListener("error", () => setProblem("Đang nối lại…"));
    return () => stream.close();
  }, [refresh]);

  return (
    <div class="desk">
      <div class="problem">
        <p role="status">{problem}</p>
        <Late items={items} onChoose={setChosen} />
        <Alarms alarms={alarms} me={me} onChanged={() => void refresh()} />
      </div>
      <QueueView items={items} chosen={chosen} me={me} onChoose={setChosen} />
      <section aria-label="Cuộc trò chuyện" class="case">
        {opened ? (
          <CaseView key={opened.item.id} opened={opened} me={me} onChanged={() => void refresh()} onRefused={refused} />
        ) : (
          <p class="quiet">Chọn một cuộc trò chuyện trong hàng chờ.</p>
        )}
      </section>
    </div>
  );
}
