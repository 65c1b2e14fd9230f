import type { VNode } from "preact";
import type { DeskItem } from "../../../server/http/desk/wire.ts";
import type { Me } from "../../../server/http/wire.ts";
import { inView, type View, viewNames } from "./views.ts";

export interface ViewsBarProps {
  readonly view: View;
  readonly items: readonly DeskItem[];
  readonly me: Me;
  readonly onView: (view: View) => void;
}

const always: readonly View[] = ["all", "mine", "waiting", "danger", "closed"];
const order: readonly View[] = ["all", "mine", "waiting", "danger", "snoozed", "approval", "alike", "closed"];

/** The views with how many cases each has; those that are rarely needed stand there only when they have some. */
export function ViewsBar({ view, items, me, onView }: ViewsBarProps): VNode {
  const counted = order.map((each) => ({ each, cases: inView(each, items, me) }));
  return (
    <fieldset class="views">
      <legend class="visually-hidden">Xem</legend>
      {counted
        .filter(({ each, cases }) => always.includes(each) || cases.length > 0 || each === view)
        .map(({ each, cases }) => {
          const unread = each === "mine" ? cases.filter((item) => item.unread > 0).length : 0;
          return (
            <button
              key={each}
              type="button"
              class={each === "danger" && cases.length > 0 ? "view danger" : "view"}
              aria-pressed={each === view}
              onClick={() => onView(each)}
            >
              {viewNames[each]}
              {each !== "closed" && ` ${cases.length}`}
              {unread > 0 && <span class="unread">{unread} có tin mới</span>}
            </button>
          );
        })}
    </fieldset>
  );
}
