import type { Assets } from "../assets.ts";
import { html, type Node } from "./html.ts";

/** The empty page the console fills. */
export function consolePage({ console: bundle }: Assets): Node {
  return html`
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <title>Bàn tư vấn</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        ${bundle.styles.map((style) => html`<link rel="stylesheet" href=${style} />`)}
        ${bundle.scripts.map((script) => html`<script type="module" src=${script}></script>`)}
      </head>
      <body>
        <div id="console"><noscript>Bàn tư vấn cần JavaScript.</noscript></div>
      </body>
    </html>
  ` as Node;
}
