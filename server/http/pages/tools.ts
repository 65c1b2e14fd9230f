import type { Interview } from "../../../knowledge/interviews/interview.ts";
import type { Library } from "../../../knowledge/library.ts";
import { type Day, isInForce, writtenDay } from "../../../knowledge/provision.ts";
import { toolsPath } from "../paths.ts";
import { fields, moves } from "../tools/sent-step.ts";
import { html } from "./html.ts";
import type { Page } from "./layout.ts";

export const toolPage = ({ slug }: Pick<Interview, "slug">) => `${toolsPath}/${slug}`;

/** Every calculator there is. */
export function toolsPage({ interviews }: Library): Page {
  const tools = [...interviews.values()];
  return {
    title: "Tự tính cho trường hợp của mình",
    description: "Trả lời vài câu, máy tính theo điều luật đang áp dụng và cho xem từng bước. Không cần tên, không cần tài khoản.",
    path: toolsPath,
    withTools: true,
    main: html`<h1>Tự tính cho trường hợp của mình</h1>
      <p class="lead">Trả lời vài câu, máy tính theo điều luật đang áp dụng và cho xem từng bước.</p>
      ${tools.length === 0 && html`<p class="note">Chưa có bảng tính nào được duyệt. Anh/chị <a href="/#hoi">hỏi ở đây</a>, hoặc gặp tư vấn viên.</p>`}
      <ul class="tool-list">
        ${tools.map(
          (tool) => html`<li>
            <h2><a href=${toolPage(tool)}>${tool.title}</a></h2>
            <p>${tool.about}</p>
            ${have(tool, html`<p class="fine-print">Nên có trong tay:</p>`)}
          </li>`,
        )}
      </ul>
      ${privacy()}`,
  };
}

/** Where one begins: what it does, what to have at hand, what becomes of the answers. */
export function toolStartPage(tool: Interview, library: Library, today: Day): Page {
  const entries = tool.entries.flatMap((id) => library.entries.get(id) ?? []).filter(({ inForce }) => isInForce(inForce, today));
  return {
    title: tool.title,
    description: tool.about,
    path: toolPage(tool),
    withTools: true,
    main: html`<p class="breadcrumb"><a href=${toolsPath}>Tự tính</a></p>
      <h1>${tool.title}</h1>
      <p class="lead">${tool.about}</p>
      <form class="tool" method="post" action=${toolPage(tool)}>
        <button class="button primary go" name=${fields.move} value=${moves.begin}>Bắt đầu</button>
      </form>
      ${have(tool, html`<h2>Nên có trong tay</h2>`)}
      ${tool.have.length > 0 && html`<p>Thiếu giấy nào vẫn làm được: câu nào không nhớ thì có nút “Không nhớ”.</p>`}
      ${privacy()}
      ${
        tool.approved === null &&
        html`<p class="note">Bảng tính này đang chờ cơ quan phụ trách duyệt, dựa trên văn bản đọc đến ngày ${writtenDay(library.researchedUntil)}.
          Trước khi làm giấy tờ, anh/chị hỏi lại nơi giải quyết.</p>`
      }
      ${
        entries.length > 0 &&
        html`<h2>Hỏi thêm về chuyện này</h2>
          <ul class="link-list">${entries.map(({ question }) => html`<li><a href=${`/?hoi=${encodeURIComponent(question)}#hoi`}>${question}</a></li>`)}</ul>`
      }`,
  };
}

function have(tool: Interview, heading: ReturnType<typeof html>) {
  return tool.have.length > 0 && html`${heading}<ul>${tool.have.map((paper) => html`<li>${paper}</li>`)}</ul>`;
}

function privacy() {
  return html`<p class="privacy">Không cần tên, không cần tài khoản. Câu trả lời chỉ nằm trong trang anh/chị đang mở, máy chủ không cất lại.
    Xong thì đóng trang, hoặc bấm “Thoát nhanh”. <a href="/gioi-thieu#rieng-tu">Riêng tư: ai đọc được?</a></p>`;
}
