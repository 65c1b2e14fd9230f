import type { Day } from "../../../knowledge/provision.ts";
import type { Assets } from "../assets.ts";
import { toolsPath } from "../paths.ts";
import { type Children, html, type Node } from "./html.ts";

export const siteName = "Con đường hướng thiện";
/** Where the quick exit leads: nothing about us. */
const quietPage = "https://www.google.com/";

export interface Page {
  readonly title: string;
  readonly description: string;
  /** Path of this page on our site. */
  readonly path: string;
  readonly main: Children;
  readonly withChat?: boolean;
  /** Loads the script and styles of the calculators, and shows the quick exit. */
  readonly withTools?: boolean;
  /** Searches while one writes. */
  readonly withSearch?: boolean;
  /** May be kept on the device by whoever asks for it. */
  readonly keepable?: boolean;
  /** The last day on which what it says is law; absent = not known to end. */
  readonly goodUntil?: Day | undefined;
  /** What search engines read of it (schema.org). */
  readonly data?: object | undefined;
  /** Where a feed of it is. */
  readonly feed?: string;
  /** Must put nothing on the device, not even the worker. */
  readonly leavesNothing?: boolean;
  /** Holds what a person answered: kept by nobody, found by no search engine. */
  readonly personal?: boolean;
}

export interface Frame {
  readonly assets: Assets;
  readonly publicUrl: string;
  /** What stands above every page just now. */
  readonly above?: () => Children;
  /** What stands below the text of a page. */
  readonly below?: (page: Page) => Children;
  /** What machines read of a page. */
  readonly meta?: (page: Page) => Children;
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
          ${!page.withChat && html`<a class="button quick-exit" href=${quietPage} rel="noreferrer nofollow">Thoát nhanh</a>`}
          <nav aria-label="Chính">
            <a href="/#hoi">Hỏi đáp</a>
            <a href="/chu-de">Chủ đề</a>
            <a href=${toolsPath}>Tự tính</a>
            <a href="/van-ban">Văn bản luật</a>
            <a href="/gioi-thieu">Giới thiệu</a>
          </nav>
        </header>
        ${frame.above?.()}
        <main id="noi-dung">${page.main}${frame.below?.(page)}</main>
        <footer class="site-footer">
          <p>Trang này giúp tìm hiểu quy định, không thay cho luật sư hay quyết định của cơ quan nhà nước.</p>
          <p><a href="/duong-day-nong">Số gọi khi cần</a> · <a href="/canh-bao">Cảnh báo</a> · <a href="/tin-don">Tin đồn và sự thật</a> · <a href="/moi">Luật mới đổi</a> ·${" "}
            <a href="/gioi-thieu#rieng-tu">Riêng tư: ai đọc được?</a> ·${" "}
            <a href="/giu-tren-may">Xóa dấu vết trên máy này</a></p>
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
      <body class="bare">${frame.above?.()}<main id="noi-dung">${page.main}</main></body>
    </html>
  ` as Node;
}

function head(page: Page, { assets, publicUrl, meta }: Frame) {
  const wanted = [
    page.withChat && assets.chat,
    page.withTools && assets.tools,
    page.withSearch && assets.search,
    !page.leavesNothing && assets.steady,
  ];
  const bundles = wanted.filter((bundle) => bundle !== false && bundle !== undefined);
  const scripts = bundles.flatMap((bundle) => bundle.scripts);
  const styles = [assets.site, ...bundles].flatMap((bundle) => bundle.styles);
  return html`<head>
    <meta charset="utf-8" />
    <title>${page.title}</title>
    <meta name="description" content=${page.description} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    ${page.personal && html`<meta name="robots" content="noindex" />`}
    <link rel="canonical" href=${publicUrl + page.path} />
    ${meta?.(page)}
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    ${styles.map((style) => html`<link rel="stylesheet" href=${style} />`)}
    ${scripts.map((script) => html`<script type="module" src=${script}></script>`)}
  </head>`;
}
