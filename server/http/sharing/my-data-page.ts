import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { myDataPath } from "./addresses.ts";

/** What is kept of one's own conversation: seen, taken along, erased. The page itself knows nobody. */
export function myDataPage(): Page {
  return {
    title: "Dữ liệu của tôi",
    description: "Xem, tải về hoặc xóa những gì trang này đang cất của anh/chị.",
    path: myDataPath,
    withMine: true,
    personal: true,
    main: html`<h1>Dữ liệu của tôi</h1>
      <p class="lead">Xem trang này đang cất gì của anh/chị, tải về, hoặc xóa hết bằng một lần bấm.</p>
      <div class="with-script-only">
        <p class="note" role="status" data-mine="status">Đang xem…</p>
        <p data-mine="remembered" hidden>Anh/chị đã chọn “Nhớ trên máy này”: ai dùng máy này cũng mở lại được cuộc hỏi đáp.</p>
        <p class="take-along"><button type="button" class="button primary" data-mine="erase">Xóa hết ngay</button></p>
        <div data-mine="kept" hidden>
          <p class="take-along"><a class="button" download="cuoc-hoi-dap.txt" href="#" data-mine="download">Tải về máy</a></p>
          <h2>Những lời đang được cất</h2>
          <div class="my-words" tabindex="0" role="region" aria-label="Những lời đang được cất"><pre data-mine="text"></pre></div>
        </div>
      </div>
      <p class="note without-script-only">Máy của anh/chị không chạy được phần này, nên cũng không có cuộc hỏi đáp nào trên trang này để cất.</p>
      <h2>Cất những gì, ở đâu</h2>
      <ul>
        <li>Trên máy chủ: lời anh/chị viết trong khung hỏi đáp và lời trả lời, khóa bằng mã. Không có tên, không có tài khoản.</li>
        <li>Trên máy này: một chìa khóa để mở lại cuộc hỏi đáp. Đóng trình duyệt là mất, trừ khi anh/chị chọn “Nhớ trên máy này”.</li>
        <li>Trên máy này: cỡ chữ anh/chị chọn, và <a href="/giu-tren-may">những trang anh/chị đã bấm giữ</a> để đọc khi mất mạng.</li>
        <li>Hỏi qua Messenger thì xóa ở đó: nhắn “xóa dữ liệu”. Bản Facebook giữ, anh/chị xóa trong Messenger.</li>
      </ul>
      <p><a href="/gioi-thieu#rieng-tu">Riêng tư: ai đọc được?</a></p>`,
  };
}
