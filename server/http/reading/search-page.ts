import type { Passage } from "../../../knowledge/passage.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { askInChat, entryPage, searchPath, topicsPath } from "./addresses.ts";

/** Sent as a form: what somebody looks for stands in no address. */
export function searchForm(asked: string) {
  return html`<form class="search" method="post" action=${searchPath} role="search">
    <label for="tim">Tìm câu trả lời</label>
    <div><input id="tim" name="tim" value=${asked} maxlength="200" autocomplete="off" enterkeyhint="search" /><button class="button primary">Tìm</button></div>
  </form>`;
}

export function searchPageOf(asked: string, found: readonly Passage[]): Page {
  return {
    title: "Tìm",
    description: "Tìm trong các câu trả lời. Viết không dấu cũng được.",
    path: searchPath,
    personal: asked !== "",
    withSearch: true,
    main: html`<h1>Tìm câu trả lời</h1>
      <p class="lead">Viết không dấu, viết tắt cũng được.</p>
      ${searchForm(asked)}
      ${
        found.length > 0 &&
        html`<ul class="entry-list">
          ${found.map(({ entry }) => html`<li><a href=${entryPage(entry)}>${entry.question}</a><p>${entry.short}</p></li>`)}
        </ul>`
      }
      ${
        asked !== "" &&
        html`<p>${found.length === 0 ? "Em chưa tìm thấy câu nào khớp." : "Chưa thấy điều cần tìm?"} <a href=${askInChat("")}>Hỏi máy hoặc gặp tư vấn viên</a> ·
          <a href=${topicsPath}>Xem theo chủ đề</a></p>`
      }`,
  };
}
