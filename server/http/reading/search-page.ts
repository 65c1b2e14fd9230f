import type { Passage } from "../../../knowledge/passage.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { entryPage, hotlinesPath, searchPath, topicsPath } from "./addresses.ts";

/** Sent as a form: what somebody looks for stands in no address. */
export function searchForm(asked: string) {
  return html`<form class="search" method="post" action=${searchPath} role="search">
    <label for="tim">Tìm câu trả lời</label>
    <div><input id="tim" name="tim" value=${asked} maxlength="200" autocomplete="off" enterkeyhint="search" /><button class="button primary">Tìm</button></div>
  </form>`;
}

export function searchPageOf(asked: string, found: readonly Passage[]): Page {
  const isLost = asked !== "" && found.length === 0;
  return {
    title: "Tìm",
    description: "Tìm trong các câu trả lời. Viết không dấu cũng được.",
    path: searchPath,
    personal: asked !== "",
    withSearch: true,
    main: html`<h1>Tìm câu trả lời</h1>
      <p class="lead">Viết không dấu, viết tắt cũng được.</p>
      ${searchForm(asked)}
      <div class="found">
        <p role="status" data-said>${asked !== "" && (isLost ? "Em chưa tìm thấy câu nào khớp." : `Tìm thấy ${found.length} câu.`)}</p>
        <ul class="entry-list" data-found>
          ${found.map(({ entry }) => html`<li><a href=${entryPage(entry)}>${entry.question}</a><p>${entry.short}</p></li>`)}
        </ul>
        <div data-go-on hidden=${asked === ""}>
          <p>Chưa thấy điều cần tìm? Câu anh/chị vừa viết có sẵn trong khung hỏi, xem lại rồi gửi:</p>
          <p class="go-on">
            <a class="button" href="/#hoi" data-draft=${asked} data-ask>Hỏi máy câu này</a>
            <a class="button" href="/#hoi" data-draft=${askPerson(asked)} data-ask-person>Gặp tư vấn viên</a>
          </p>
        </div>
      </div>
      <p><a href=${topicsPath}>Xem theo chủ đề</a> · <a href=${hotlinesPath}>Số gọi khi cần</a></p>`,
  };
}

/** What the chat takes for a wish to speak with a person. */
const askPerson = (asked: string) => `Tôi muốn gặp tư vấn viên. Tôi tìm: ${asked}`;
