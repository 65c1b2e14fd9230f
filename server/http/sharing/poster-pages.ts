import type { Library } from "../../../knowledge/library.ts";
import { cite } from "../../../knowledge/passage.ts";
import { type Day, isInForce, writtenDay } from "../../../knowledge/provision.ts";
import { qrCode } from "../../cards/qr-code.ts";
import { html } from "../pages/html.ts";
import { type Page, siteName } from "../pages/layout.ts";
import { postersPath, typedAddress } from "./addresses.ts";
import { type PaperSize, type Poster, paperSizes, posters } from "./posters.ts";

export interface PosterLinks {
  readonly publicUrl: string;
  /** Of the Facebook Page whose messages we answer. */
  readonly pageId: string | undefined;
}

const posterPage = ({ name }: Poster, size: PaperSize) => `${postersPath}/${name}/${size}`;

export function postersPage(): Page {
  return {
    title: "Áp phích để in",
    description: "Áp phích có mã quét, khổ A4 và A5, để dán ở xã, phường, trại giam.",
    path: postersPath,
    main: html`<h1>Áp phích để in</h1>
      <p class="lead">Mỗi tờ có mã quét dẫn đến trang này. Mở ra, chọn In, khổ giấy đúng như ghi.</p>
      <ul class="entry-list">
        ${posters.map(
          (poster) => html`<li><strong>${poster.heading}</strong><p>Dán ở: ${poster.place}.</p>
            <p class="take-along">${paperSizes.map((size) => html`<a class="button" href=${posterPage(poster, size)}>Khổ ${size.toUpperCase()}</a> `)}</p></li>`,
        )}
      </ul>`,
  };
}

export function onePosterPage(poster: Poster, size: PaperSize, { library, today, links }: PosterParts): Page {
  const entry = poster.entry === undefined ? undefined : library.entries.get(poster.entry);
  const { publicUrl, pageId } = links;
  const messenger = pageId === undefined ? undefined : `https://m.me/${pageId}`;
  return {
    title: `Áp phích: ${poster.heading}`,
    description: `Khổ ${size.toUpperCase()}. Dán ở: ${poster.place}.`,
    path: posterPage(poster, size),
    withSharing: true,
    main: html`<div class="on-screen">
        <p class="breadcrumb"><a href=${postersPath}>Áp phích để in</a></p>
        <p>Khổ ${size.toUpperCase()}. Dán ở: ${poster.place}.</p>
        <p><button type="button" class="button primary with-script-only" data-print-page>In áp phích</button></p>
      </div>
      <article class=${`poster ${size}`}><div class="poster-sheet">
        <p class="card-label"><img src="/icon.svg" alt="" width="56" height="56" /> ${siteName}</p>
        <h1>${poster.heading}</h1>
        <ul>${poster.lines.map((line) => html`<li>${line}</li>`)}</ul>
        ${entry !== undefined && isInForce(entry.inForce, today) && answer(entry)}
        <p class="poster-call">${poster.call}</p>
        <div class="codes">
          ${code(publicUrl, "Đọc và hỏi trên trang", typedAddress(publicUrl, ""))}
          ${messenger !== undefined && code(messenger, "Nhắn qua Messenger", messenger.replace("https://", ""))}
        </div>
        <p class="poster-foot">Máy trả lời tự động, ghi rõ dựa vào luật nào; cần thì gặp tư vấn viên. Không thay cho luật sư hay quyết định của cơ quan.</p>
      </div></article>`,
  };
}

export interface PosterParts {
  readonly library: Library;
  readonly today: Day;
  readonly links: PosterLinks;
}

function answer({ short, basis, inForce }: NonNullable<ReturnType<Library["entries"]["get"]>>) {
  const labels = [...new Set(basis.map((provision) => cite(provision).label))];
  return html`<div class="poster-answer"><p>${short}</p><p class="fine-print">Theo quy định từ ${writtenDay(inForce.from)}: ${labels.join("; ")}.</p></div>`;
}

function code(address: string, words: string, written: string) {
  const { size, outline } = qrCode(address);
  return html`<figure>
    <svg width="220" height="220" viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${`Mã quét: ${written}`} shape-rendering="crispEdges">
      <rect width=${size} height=${size} fill="#fff" /><path d=${outline} fill="#000" />
    </svg>
    <figcaption><strong>${words}</strong><br />${written}</figcaption>
  </figure>`;
}
