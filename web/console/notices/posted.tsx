import type { VNode } from "preact";
import { type NoticeBoard, workingDaysAhead, workingDaysNeeded } from "../../../server/http/notices/wire.ts";
import { moment } from "./moment.ts";
import type { Act } from "./notices.tsx";
import { noticesApi } from "./notices-api.ts";

/** Notices that are not over. */
export function Posted({ notices, act }: { readonly notices: NoticeBoard["notices"]; readonly act: Act }): VNode {
  if (notices.length === 0) return <p class="quiet">Chưa có thông báo nào.</p>;
  return (
    <ul class="posted">
      {notices.map(({ id, kind, text, from, until, by, at }) => (
        <li key={id}>
          <p>
            <strong>{kind === "stop" ? "Tạm ngừng" : "Thông báo"}</strong>: {text}
          </p>
          <p class="hint">
            {kind === "stop" || from <= Date.now() ? "Đang hiện" : `Hiện từ ${moment(from)}`}, đến {moment(until)}. {by} đăng lúc{" "}
            {moment(at)}.
          </p>
          {kind === "stop" && workingDaysAhead(at, from) < workingDaysNeeded && (
            <p class="short-notice">
              Báo trước {workingDaysAhead(at, from)} ngày làm việc; quy định là {workingDaysNeeded}.
            </p>
          )}
          <button type="button" class="button" onClick={() => void act(noticesApi.withdraw(id))} aria-label={`Gỡ: ${text}`}>
            Gỡ
          </button>
        </li>
      ))}
    </ul>
  );
}
