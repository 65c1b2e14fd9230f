import type { Library } from "../../../knowledge/library.ts";
import { type Day, isInForce } from "../../../knowledge/provision.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { entryPage } from "../reading/addresses.ts";
import { clipOf } from "../reading/clip.ts";
import { clipsPath } from "./addresses.ts";

/** Every answer that has a clip beside it. */
export function clipsPage({ entries }: Library, today: Day): Page {
  const shown = [...entries.values()].filter(
    (entry) => clipOf(entry) !== undefined && entry.replacedBy === undefined && isInForce(entry.inForce, today),
  );
  return {
    title: "Đoạn phim",
    description: "Đoạn phim kể chuyện và chỉ cách làm, bên cạnh câu trả lời viết đủ.",
    path: clipsPath,
    main: html`<h1>Đoạn phim</h1>
      ${shown.length === 0 && html`<p class="note">Chưa có đoạn phim nào. Mọi câu trả lời đều có chữ để đọc: <a href="/chu-de">xem theo chủ đề</a>.</p>`}
      <ul class="entry-list">
        ${shown.map((entry) => html`<li><a href=${entryPage(entry)}>${entry.question}</a><p>${entry.short}</p></li>`)}
      </ul>`,
  };
}
