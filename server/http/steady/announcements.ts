import type { Library } from "../../../knowledge/library.ts";
import { writtenDay } from "../../../knowledge/provision.ts";
import { localDay, localTime } from "../../clock.ts";
import { firstLines } from "../../escalation/while-off.ts";
import { type Posted, stopOf } from "../../store/notices/board.ts";
import { machineSwitch, type Notice, type SwitchedOff } from "../../store/notices/notices-store.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { topicsPath } from "../reading/addresses.ts";
import { callLines } from "./offline-pages.ts";
import { stoppedPath } from "./wire.ts";

/** Above every page: what colleagues tell everybody, and that nobody is answered by the machine just now. Plain text. */
export function announcements(posted: Posted) {
  const isStopped = stopOf(posted, "web") !== undefined;
  if (posted.notices.length === 0 && !isStopped) return null;
  return html`<aside class="announcement" aria-label="Thông báo">
    ${isStopped && html`<p><strong>${stoppedShort}</strong> <a href=${stoppedPath}>Làm gì trong lúc này</a></p>`}
    ${posted.notices.map((notice) => html`<p>${inWords(notice)}</p>`)}
  </aside>`;
}

const stoppedShort = "Máy đang tạm ngừng trả lời. Các trang ở đây vẫn đọc được.";

export function inWords({ kind, text, from, until }: Notice): string {
  return kind === "stop" ? `Tạm ngừng từ ${moment(from)} đến ${moment(until)}. ${text}` : text;
}

function moment(at: number): string {
  return `${localTime(at).clock} ngày ${writtenDay(localDay(at))}`;
}

const names: Readonly<Record<string, string>> = {
  [machineSwitch]: "Máy trả lời tự động",
  web: "Hỏi đáp trên trang này",
  messenger: "Nhắn tin qua Messenger",
  "page-comments": "Trả lời dưới bài của Trang",
  botpress: "Hỏi đáp qua Botpress",
};

/** What is stopped, said as it is; what still works, and whom to call. */
export function stoppedPage({ off, notices }: Posted, library: Library): Page {
  return {
    title: "Đang tạm ngừng",
    description: "Phần nào đang tạm ngừng, và làm gì trong lúc này.",
    path: stoppedPath,
    main: html`<h1>${off.size === 0 ? "Không có gì đang tạm ngừng" : "Đang tạm ngừng"}</h1>
      ${off.size > 0 && html`<ul>${[...off.values()].map((each) => html`<li>${stopInWords(each)}</li>`)}</ul>`}
      ${off.size > 0 && html`<p>Anh/chị vẫn viết được. Tin được giữ lại và tư vấn viên đọc; chúng tôi không hẹn giờ được.</p>`}
      ${notices.map((notice) => html`<p class="note">${inWords(notice)}</p>`)}
      <h2>Trong lúc này</h2>
      <p>Các câu trả lời, điều luật và số gọi ở trang này vẫn đọc được: <a href=${topicsPath}>xem theo chủ đề</a>.</p>
      ${callLines(library, ({ id }) => firstLines.includes(id))}`,
  };
}

function stopInWords({ name, since }: SwitchedOff): string {
  return `${names[name] ?? "Một kênh hỏi đáp"}: tạm ngừng từ ${moment(since)}.`;
}
