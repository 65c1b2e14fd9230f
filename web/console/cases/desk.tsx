import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { AnswerTogether } from "../answering/together.tsx";
import { Alarms } from "../channels/alarms.tsx";
import { Late } from "../hours/late.tsx";
import type { SectionProps } from "../section.ts";
import { CaseView } from "./case.tsx";
import { DutySwitch } from "./duty.tsx";
import { Keys, useKeptFocus } from "./keys.tsx";
import { QueueView } from "./queue.tsx";
import { UnseenAlarm } from "./unseen-alarm.tsx";
import { useDesk } from "./use-desk.ts";
import { type Alike, alike, inView, isWaiting, type View } from "./views.ts";
import { ViewsBar } from "./views-bar.tsx";
import "./desk.css";

/** One screen: the queue on the left, the open case on the right, both live. */
export function Desk({ me, onGone }: SectionProps): VNode {
  const root = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>("all");
  const [group, setGroup] = useState<Alike>();
  const { board, closed, opened, alarms, problem, chosen, choose, refresh, refused } = useDesk({ onGone, readsClosed: view === "closed" });
  useKeptFocus(root);
  const { items } = board;
  const open = (id: string) => {
    setGroup(undefined);
    choose(id);
  };
  const isOffered = items.some(({ id, offer }) => id === chosen && offer?.to.id === me.id && offer.until > board.now);
  const doing = (work: Promise<unknown>) => void work.then(refresh, refused);
  return (
    <div class="desk" ref={root}>
      <div class="problem">
        <p role="status">{problem}</p>
        <Late items={items} onChoose={open} />
        <Alarms alarms={alarms} me={me} onChanged={refresh} />
        <div class="tools">
          <UnseenAlarm items={items} onOpen={open} />
          <DutySwitch duty={board.duty} doing={doing} />
          <Keys desk={root} />
        </div>
        <ViewsBar view={view} items={items} me={me} onView={setView} />
      </div>
      <div class="list">
        {view === "alike" && (
          <ul class="groups">
            {alike(items).map((each) => (
              <li key={each.entry}>
                <button type="button" class="found-item" onClick={() => setGroup(each)}>
                  <strong>{each.items.length} người</strong>
                  <span>{each.question}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <QueueView
          items={view === "closed" ? closed : inView(view, items, me)}
          waiting={items.filter(isWaiting).length}
          chosen={chosen}
          me={me}
          onChoose={open}
        />
      </div>
      <section aria-label="Cuộc trò chuyện" class="case">
        {group && <AnswerTogether key={group.entry} group={group} onRead={open} onRefused={refused} />}
        {!group && opened && (
          <CaseView key={opened.item.id} {...{ opened, me, isOffered }} beside={opened.beside} onChanged={refresh} onRefused={refused} />
        )}
        {!group && !opened && <p class="quiet">Chọn một cuộc trò chuyện trong hàng chờ.</p>}
      </section>
    </div>
  );
}
