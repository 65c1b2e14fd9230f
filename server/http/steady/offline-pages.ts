import type { Hotline } from "../../../knowledge/hotline.ts";
import type { Library } from "../../../knowledge/library.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { hotlinesPath, topicsPath } from "../reading/addresses.ts";
import { keptListMark, keptPath, offlinePath, wipePath } from "./wire.ts";

/** Lines to call at any hour, those for whoever is in danger first. */
export function callLines({ hotlines }: Library, keep: (hotline: Hotline) => boolean = ({ hours }) => hours === "always") {
  return html`<ul class="call">
    ${[...hotlines.values()]
      .filter(keep)
      .map(
        ({ number, name, for: reason }) =>
          html`<li><a href=${`tel:${number.replaceAll(" ", "")}`}>Gọi ${number}</a> <strong>${name}</strong>: ${reason}.</li>`,
      )}
  </ul>`;
}

/** What the worker shows in place of a page that is not on the device. Kept on every device; says nothing of anybody. */
export function offlinePage(library: Library): Page {
  return {
    title: "Đang mất mạng",
    description: "Các số gọi được khi không có mạng.",
    path: offlinePath,
    personal: true,
    main: html`<h1>Đang mất mạng</h1>
      <p class="lead">Trang vừa mở chưa có trên máy này. Có mạng lại thì mở lại là được.</p>
      <h2>Việc gấp: gọi điện, không cần mạng</h2>
      ${callLines(library)}
      <p><a href=${hotlinesPath}>Tất cả các số, giờ gọi và cước</a></p>
      <div ...${{ [keptListMark]: "" }}></div>`,
  };
}

/** What this device keeps because somebody asked it to, and the way to be rid of it. */
export function keptPage(): Page {
  return {
    title: "Giữ trên máy này",
    description: "Xem và xóa những trang đã giữ trên máy này.",
    path: keptPath,
    personal: true,
    main: html`<h1>Giữ trên máy này</h1>
      <p class="lead">Trang chỉ được giữ khi anh/chị bấm “Giữ trang này”. Riêng các số gọi khi nguy cấp thì máy luôn giữ sẵn.</p>
      <p data-needs-script>Trình duyệt này không giữ trang được, hoặc đang tắt JavaScript. Không có trang nào được giữ.</p>
      <div data-kept-here hidden>
        <ul class="entry-list" data-kept-list></ul>
        <p data-kept-none>Chưa giữ trang nào.</p>
        <p><label><input type="checkbox" data-own-device /> Máy này của riêng tôi: bấm “Thoát nhanh” vẫn giữ các trang này</label></p>
        <p class="fine-print">Không chọn thì “Thoát nhanh” xóa luôn các trang đã giữ: ai mượn máy sau đó không thấy.</p>
      </div>
      <h2>Xóa dấu vết trên máy này</h2>
      <p>Xóa mọi thứ trang này để lại trong trình duyệt: các trang đã giữ, khóa của cuộc trò chuyện “nhớ trên máy này”, cỡ chữ đã chọn.</p>
      <form method="post" action=${wipePath} data-wipe><button class="button primary">Xóa dấu vết trên máy này</button></form>
      <p class="fine-print">Những gì anh/chị đã viết cho máy chủ thì xóa bằng “Xóa hội thoại” trong phần hỏi đáp, trước khi xóa ở đây.</p>`,
  };
}

export function wipedPage(): Page {
  return {
    title: "Đã xóa",
    description: "Đã xóa dấu vết trên máy này.",
    path: wipePath,
    personal: true,
    leavesNothing: true,
    main: html`<h1>Đã xóa trên máy này</h1>
      <p>Trình duyệt không còn giữ trang nào, khóa nào của trang này.</p>
      <p>Còn lại là <strong>lịch sử duyệt web</strong>: trang không xóa giúp được. Anh/chị mở mục Lịch sử của trình duyệt và xóa những dòng vừa xem.
        Lần sau có thể dùng chế độ ẩn danh.</p>
      <p><a href=${topicsPath}>Về trang chủ đề</a></p>`,
  };
}
