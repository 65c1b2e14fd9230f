import type { Assets } from "../assets.ts";
import { type Children, html, type Node } from "./html.ts";

export const siteName = "Con đường hướng thiện";

export interface Page {
  readonly title: string;
  readonly description: string;
  /** Path of this page on our site. */
  readonly path: string;
  readonly main: Children;
  readonly withChat?: boolean;
}

export interface Frame {
  readonly assets: Assets;
  readonly publicUrl: string;
}

/** The frame every public page shares; readable and complete without script. */
export function layout(page: Page, frame: Frame): Node {
  return html`
    <html lang="vi">
      ${head(page, frame)}
      <body>
        <a class="skip-link" href="#noi-dung">Đến nội dung</a>
        <header class="site-header">
          <a class="site-name" href="/"><img src="/icon.svg" alt="" width="32" height="32" />${siteName}</a>
          <nav aria-label="Chính">
            <a href="/#hoi">Hỏi đáp</a>
            <a href="/van-ban">Văn bản luật</a>
            <a href="/gioi-thieu">Giới thiệu</a>
          </nav>
        </header>
        <main id="noi-dung">${page.main}</main>
        <footer class="site-footer">
          <p>Trang này giúp tìm hiểu quy định, không thay cho luật sư hay quyết định của cơ quan nhà nước.</p>
          <p><a href="/gioi-thieu#rieng-tu">Riêng tư: ai đọc được?</a></p>
        </footer>
      </body>
    </html>
  ` as Node;
}

/** The page alone, for a frame on another site. */
export function bare(page: Page, frame: Frame): Node {
  return html`
    <html lang="vi">
      ${head(page, frame)}
      <body class="bare"><main id="noi-dung">${page.main}</main></body>
    </html>
  ` as Node;
}

function head(page: Page, { assets, publicUrl }: Frame) {
  const scripts = page.withChat ? assets.chat.scripts : [];
  const styles = [...assets.site.styles, ...(page.withChat ? assets.chat.styles : [])];
  return html`<head>
    <meta charset="utf-8" />
    <title>${page.title}</title>
    <meta name="description" content=${page.description} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="canonical" href=${publicUrl + page.path} />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    ${styles.map((style) => html`<link rel="stylesheet" href=${style} />`)}
    ${scripts.map((script) => html`<script type="module" src=${script}></script>`)}
  </head>`;
}
