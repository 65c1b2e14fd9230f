import type { Library } from "../../knowledge/library.ts";
import { html, type Node, renderPage } from "../../server/http/pages/html.ts";
import { callLines } from "../../server/http/steady/offline-pages.ts";

/** Why one cannot ask or search in the copy, and whom to ask instead. */
export function lackingPage(library: Library, { day, style }: { readonly day: string; readonly style: string }): string {
  return renderPage(
    html`
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>Không có ở bản sao này</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href=${style} />
      </head>
      <body>
        <main id="noi-dung">
          <p class="kept-note"><strong>Bản sao ngày ${day}.</strong> Luật có thể đổi sau ngày này.</p>
          <h1>Phần này không có ở bản sao</h1>
          <p>Đây là bản sao để đọc khi trang chính không mở được. Hỏi đáp, tìm kiếm và tự tính cần máy chủ, nên không có ở đây.</p>
          <p><a href="chu-de.html">Xem câu trả lời theo chủ đề</a> · <a href="duong-day-nong.html">Tất cả số gọi</a></p>
          <h2>Hỏi qua điện thoại</h2>
          ${callLines(library, () => true)}
        </main>
      </body>
    </html>
  ` as Node,
  );
}
