import type { Given } from "../../../knowledge/interviews/follow.ts";
import type { Interview } from "../../../knowledge/interviews/interview.ts";
import type { Presented } from "../../../knowledge/interviews/present.ts";
import type { InterviewState } from "../../../knowledge/interviews/state.ts";
import type { Library } from "../../../knowledge/library.ts";
import type { Citation } from "../../../knowledge/passage.ts";
import { type Day, writtenDay } from "../../../knowledge/provision.ts";
import { summaryFor } from "../tools/summary.ts";
import { html } from "./html.ts";
import type { Page } from "./layout.ts";
import { givenList, toolForm } from "./tool-parts.ts";
import { toolPage } from "./tools.ts";

export interface Result {
  readonly state: InterviewState;
  readonly given: readonly Given[];
  readonly presented: Presented;
  readonly library: Library;
  readonly asOf: Day;
}

/** The result: verdict first, then why, what is not sure, what to do, and all it rests on. */
export function toolResultPage(tool: Interview, result: Result): Page {
  const { presented, library, asOf, state, given } = result;
  return {
    title: "Kết quả – Tự tính",
    description: tool.about,
    path: toolPage(tool),
    withTools: true,
    personal: true,
    main: html`<article class="result">
        <p class="breadcrumb">${tool.title}</p>
        <h1>${presented.heading}</h1>
        <p class="computed">Tính ngày ${writtenDay(asOf)}, theo điều anh/chị kể.</p>
        <p>${presented.explanation}</p>
        ${presented.person && html`<p class="note on-screen">Việc này nên có người xem. <a href="#gui">Gửi cho tư vấn viên</a></p>`}
        ${part("Cách tính từng bước", presented.working, "ol")}
        ${part("Ngày chưa rõ", presented.roughly)}
        ${part("Điều có thể làm kết quả khác đi", presented.changes)}
        ${part("Giấy tờ cần có", presented.papers)}
        ${part("Đến đâu", presented.where)}
        ${part("Việc nên làm", presented.next, "ol")}
        ${presented.sections.map(({ title, lines }) => part(title, lines))}
        ${table(presented.table)}
        ${sources(presented)}
        <p class="fine-print">Dựa trên văn bản đọc đến ngày ${writtenDay(library.researchedUntil)}. Đây không phải quyết định của cơ quan nhà nước.
          ${tool.approved === null && " Bảng tính này đang chờ cơ quan phụ trách duyệt, anh/chị hỏi lại nơi giải quyết trước khi làm."}</p>
      </article>
      ${toolForm(tool, state, givenList(given, "Anh/chị đã trả lời"))}
      ${keeping()}
      ${sending(summaryFor(tool, presented, asOf), tool, library)}`,
  };
}

function part(title: string, lines: readonly string[], list: "ul" | "ol" = "ul") {
  if (lines.length === 0) return null;
  const items = lines.map((line) => html`<li>${line}</li>`);
  return html`<h2>${title}</h2>${list === "ol" ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`}`;
}

function table(shown: Presented["table"]) {
  if (shown === null) return null;
  const { title, columns, rows } = shown;
  return html`<h2 id="bang">${title}</h2>
    <div class="table-frame" role="region" aria-labelledby="bang" tabindex="0">
      <table>
        <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table>
    </div>`;
}

/** Each opens beside the result, which is kept nowhere and would be gone. */
function sources({ citations, former }: Presented) {
  const list = (all: readonly Citation[]) => html`<ul>
    ${all.map(({ label, page, inForceFrom }) => html`<li><a href=${page} target="_blank" rel="noopener">${label}</a> (từ ${writtenDay(inForceFrom)})</li>`)}
  </ul>`;
  return html`${citations.length > 0 && html`<h2>Dựa vào</h2>${list(citations)}`}
    ${former.length > 0 && html`<h2>Luật lúc đó, nay không còn áp dụng</h2>${list(former)}`}
    ${citations.length + former.length > 0 && html`<p class="fine-print on-screen">Bấm vào điều luật để đọc. Trang đó mở riêng, kết quả ở đây vẫn còn.</p>`}`;
}

function keeping() {
  return html`<section class="keep on-screen" aria-labelledby="giu">
    <h2 id="giu">In hoặc lưu</h2>
    <p data-without-script>Anh/chị chọn mục In (hoặc Chia sẻ) của trình duyệt, rồi chọn “Lưu thành PDF”. Trang in ra không có nút.</p>
    <p data-with-script hidden><button type="button" class="button" data-print>In hoặc lưu thành PDF</button></p>
    <p>Máy chủ không cất kết quả này. Đóng trang là không còn.</p>
  </section>`;
}

function sending(summary: string, tool: Interview, { hotlines }: Library) {
  const lines = tool.hotlines.flatMap((id) => hotlines.get(id) ?? []);
  return html`<section class="send on-screen" id="gui" aria-labelledby="gui-cho">
    <h2 id="gui-cho">Gửi cho tư vấn viên</h2>
    <p>Gửi những gì: kết quả này và các câu anh/chị đã trả lời, đúng như lời dưới đây, không có gì khác. Tư vấn viên sẽ đọc.</p>
    <details>
      <summary>Xem lời sẽ gửi</summary>
      <textarea readonly rows="10" aria-label="Lời sẽ gửi" data-summary>${summary}</textarea>
    </details>
    <p data-with-script hidden>
      <button type="button" class="button primary" data-send>Đồng ý, gửi cho tư vấn viên</button>
      <span class="fine-print">Khung hỏi đáp mở ra với lời viết sẵn. Anh/chị xem lại rồi bấm “Gửi” thì mới gửi đi.</span>
    </p>
    <p data-without-script>Anh/chị chép lời trên, nhắn cho Trang của chương trình qua Messenger, hoặc mang tờ in đến hỏi Công an xã, phường nơi ở.</p>
    ${lines.map(({ number, name, for: purpose }) => html`<p>Hỏi qua điện thoại: <a href=${`tel:${number.replace(/\D/g, "")}`}>${number}</a> ${name} (${purpose}).</p>`)}
  </section>`;
}
