import type { Day, InForce } from "../../../knowledge/provision.ts";
import { addDays } from "../../../knowledge/rules/calendar.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { keptPath, workerPath } from "./wire.ts";

/** The last day on which a page made today says what is law: until its own law begins, or ends. */
export function goodUntil({ from, to }: InForce, today: Day): Day | undefined {
  if (today < from) return addDays(from, -1);
  return to !== undefined && today <= to ? to : undefined;
}

/** The offer to keep a page on the device; invisible, its place held, until a script can do it. */
export function keepIt({ keepable }: Pick<Page, "keepable">) {
  return (
    keepable &&
    html`<section class="keep-page" data-keep=${workerPath} aria-label="Đọc khi mất mạng">
      <p><button type="button" class="button">Giữ trang này để đọc khi mất mạng</button></p>
      <p class="fine-print">Ai cầm máy này cũng mở xem được trang đã giữ. <a href=${keptPath}>Xem và xóa</a></p>
      <p role="status"></p>
    </section>`
  );
}
