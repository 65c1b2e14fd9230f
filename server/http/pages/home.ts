import type { Library } from "../../../knowledge/library.ts";
import { type Day, isInForce, writtenDay } from "../../../knowledge/provision.ts";
import { html } from "./html.ts";
import type { Page } from "./layout.ts";
import { toolPage } from "./tools.ts";

/** What people come with, in their words; each opens the chat with the question written. */
const openings = [
  "Mới ra trại thì việc đầu tiên phải làm là gì?",
  "Ra tù vay vốn làm ăn được bao nhiêu?",
  "Giấy tờ bị trại giữ có được trả lại không?",
  "Tìm việc làm thì hỏi ở đâu?",
];

export function homePage(library: Library, today: Day): Page {
  const entries = [...library.entries.values()].filter(({ inForce }) => isInForce(inForce, today));
  const tools = [...library.interviews.values()];
  const awaiting = entries.some(({ approved }) => approved === null);
  return {
    title: "Con đường hướng thiện – hỏi đáp cho người mới về",
    description: "Hỏi về giấy tờ, vay vốn, việc làm, nơi cần đến khi mới trở về. Trả lời bằng lời dễ hiểu, ghi rõ dựa vào đâu.",
    path: "/",
    withChat: true,
    main: html`
      <section class="hero">
        <h1>Về nhà rồi, mình đi tiếp</h1>
        <p class="lead">Hỏi về giấy tờ, chỗ ở, vay vốn, việc làm, nơi cần đến. Mỗi câu trả lời đều ghi rõ dựa vào đâu.</p>
      </section>
      <div id="hoi" class="ask">${chatPlace()}</div>
      <section class="openings">
        <h2>Nhiều người hỏi</h2>
        <ul>${openings.map((question) => html`<li><a href=${`/?hoi=${encodeURIComponent(question)}#hoi`}>${question}</a></li>`)}</ul>
      </section>
      ${
        tools.length > 0 &&
        html`<section class="openings">
          <h2>Tự tính cho trường hợp của mình</h2>
          <ul>${tools.map((tool) => html`<li><a href=${toolPage(tool)}>${tool.title}</a></li>`)}</ul>
        </section>`
      }
      ${awaiting && html`<p class="note">Nội dung trên trang đang chờ cơ quan phụ trách duyệt, và dựa trên văn bản đọc đến ngày ${writtenDay(library.researchedUntil)}. Trước khi làm giấy tờ, anh/chị nên hỏi lại nơi giải quyết.</p>`}
    `,
  };
}

export function chatOnlyPage(): Page {
  return {
    title: "Hỏi đáp",
    description: "Hỏi đáp bằng lời dễ hiểu, ghi rõ dựa vào đâu.",
    path: "/chat",
    withChat: true,
    main: html`<h1 class="visually-hidden">Hỏi đáp</h1>${chatPlace()}`,
  };
}

/** Where the chat appears; what stands here is read while it loads, and when it cannot. */
function chatPlace() {
  return html`<div id="chat">
    <p>Đây là máy trả lời tự động, không phải luật sư. Anh/chị không cần nói tên.</p>
    <p>
      Phần hỏi đáp đang mở. Nếu chờ mãi không thấy, anh/chị vẫn đọc được
      <a href="/van-ban"> các điều luật bằng lời dễ hiểu</a>, hoặc hỏi Công an xã, phường nơi ở.
    </p>
  </div>`;
}

export function missingPage(): Page {
  return {
    title: "Không có trang này",
    description: "Đường dẫn không đúng hoặc trang đã đổi chỗ.",
    path: "/",
    main: html`<h1>Không có trang này</h1>
      <p>Đường dẫn có thể viết nhầm, hoặc trang đã đổi chỗ.</p>
      <p><a href="/">Về trang đầu</a> · <a href="/van-ban">Xem các văn bản luật</a></p>`,
  };
}
