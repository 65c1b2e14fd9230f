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
  /** Loads the script and styles of the calculators. */
  readonly withTools?: boolean;
  /** Loads the styles of what is printed and handed on: letters, cards, posters. */
  readonly withSharing?: boolean;
  /** Loads what shows a person their own data. */
  readonly withMine?: boolean;
  /** May show a clip, from this origin alone, once it is asked for. */
  readonly frames?: string;
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
        <aside class="exit-place" aria-label="Thoát nhanh"><a class="button quick-exit" href=${quietPage} rel="noreferrer nofollow">Thoát nhanh</a></aside>
        <header class="site-header">
          <a class="site-name" href="/"><img src="/icon.svg" alt="" width="36" height="36" />${siteName}</a>
          <nav aria-label="Chính">
            <a href="/#hoi">Hỏi đáp</a>
            <a href="/chu-de">Chủ đề</a>
            <a href=${toolsPath}>Tự tính</a>
            <a href="/van-ban">Luật</a>
            <a href="/gioi-thieu">Giới thiệu</a>
          </nav>
          ${pageTools()}
        </header>
        ${frame.above?.()}
        <main id="noi-dung">${page.main}${frame.below?.(page)}</main>
        <footer class="site-footer">
          <p>Trang này giúp tìm hiểu quy định, không thay cho luật sư hay quyết định của cơ quan nhà nước.</p>
          <p class="print-only">Trang này ở địa chỉ: ${frame.publicUrl + page.path}</p>
          <ul>
            ${footLinks.map(([path, words]) => html`<li><a href=${path}>${words}</a></li>`)}
          </ul>
        </footer>
      </body>
    </html>
  ` as Node;
}

const footLinks: readonly (readonly [path: string, words: string])[] = [
  ["/duong-day-nong", "Số gọi khi cần"],
  ["/canh-bao", "Cảnh báo"],
  ["/tin-don", "Tin đồn và sự thật"],
  ["/moi", "Luật mới đổi"],
  ["/co-quan", "Cơ quan, nơi đến"],
  ["/quyen-tu-choi", "Quyền từ chối"],
  ["/thu-gui-cong-ty", "Thư gửi công ty"],
  ["/du-lieu-cua-toi", "Dữ liệu của tôi"],
  ["/giu-tren-may", "Xóa dấu vết trên máy này"],
  ["/gioi-thieu#rieng-tu", "Riêng tư: ai đọc được?"],
];

/** How the page is read: shown where there is script, in room that is kept for it. */
function pageTools() {
  const sizes = [
    ["vua", "Vừa"],
    ["to", "To"],
    ["rat-to", "Rất to"],
  ];
  return html`<div class="page-tools">
    <div role="group" aria-label="Cỡ chữ">
      <span aria-hidden="true">Cỡ chữ:</span>
      ${sizes.map(([size, words]) => html`<button type="button" data-size=${size} aria-pressed="false">${words}</button>`)}
    </div>
    <button type="button" class="read-aloud" data-read-aloud hidden>Nghe đọc</button>
  </div>`;
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
    page.withSharing && assets.sharing,
    page.withMine && assets.mine,
    assets.reading,
    !page.leavesNothing && assets.steady,
  ];
  const bundles = wanted.filter((bundle) => bundle !== false && bundle !== undefined);
  const scripts = [...new Set(bundles.flatMap((bundle) => bundle.scripts))];
  const styles = [...new Set([assets.site, ...bundles].flatMap((bundle) => bundle.styles))];
  return html`<head>
    <meta charset="utf-8" />
    <title>${page.title}</title>
    <meta name="description" content=${page.description} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    ${page.personal && html`<meta name="robots" content="noindex" />`}
    <link rel="canonical" href=${publicUrl + page.path} />
    ${!page.personal && preview(publicUrl + page.path, publicUrl)}
    ${meta?.(page)}
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    ${styles.map((style) => html`<link rel="stylesheet" href=${style} />`)}
    ${assets.early.scripts.map((script) => html`<script src=${script}></script>`)}
    ${scripts.map((script) => html`<script type="module" src=${script}></script>`)}
  </head>`;
}

/** What a link shows where it is sent on: the same for every page, so that it tells nobody what somebody asks about. */
function preview(address: string, publicUrl: string) {
  return html`<meta property="og:type" content="website" />
    <meta property="og:title" content="Hỏi đáp, lời dễ hiểu" />
    <meta property="og:description" content="Bấm để đọc." />
    <meta property="og:url" content=${address} />
    <meta property="og:image" content=${`${publicUrl}/sign.png`} />`;
}
