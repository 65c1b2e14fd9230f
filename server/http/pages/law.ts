import type { Library } from "../../../knowledge/library.ts";
import { cite, type Entry, provisionPage } from "../../../knowledge/passage.ts";
import { type Day, type InForce, isInForce, type LegalDocument, type Provision, writtenDay } from "../../../knowledge/provision.ts";
import { entryPage } from "../reading/addresses.ts";
import { html } from "./html.ts";
import type { Page } from "./layout.ts";
import { toolPage } from "./tools.ts";

export const documentPage = (id: string) => `/van-ban/${id}`;

export function documentsPage(library: Library, today: Day): Page {
  const documents = [...library.documents.values()].sort((a, b) => a.short.localeCompare(b.short, "vi"));
  const list = (heading: string, chosen: readonly LegalDocument[]) =>
    chosen.length > 0 &&
    html`<h2>${heading}</h2>
      <ul class="document-list">
        ${chosen.map((document) => html`<li><a href=${documentPage(document.id)}>${document.short}</a><span>${document.title}</span>${instead(document)}</li>`)}
      </ul>`;
  /** Where an old one leads. */
  const instead = (document: LegalDocument) =>
    !isInForce(document.inForce, today) &&
    document.replacedBy.length > 0 &&
    html`<span>Nay thay bằng: ${links(document.replacedBy, library)}</span>`;
  return {
    title: "Văn bản luật",
    description: "Các văn bản mà câu trả lời dựa vào, nói lại bằng lời dễ hiểu.",
    path: "/van-ban",
    main: html`<h1>Văn bản luật</h1>
      <p>Mỗi câu trả lời đều dẫn tới đúng điều luật ở đây. Nội dung được nói lại bằng lời dễ hiểu, không phải nguyên văn.</p>
      ${list(
        "Đang áp dụng",
        documents.filter(({ inForce }) => isInForce(inForce, today)),
      )}
      ${list(
        "Không còn áp dụng",
        documents.filter(({ inForce }) => !isInForce(inForce, today)),
      )}`,
  };
}

export function oneDocumentPage(document: LegalDocument, library: Library, today: Day): Page {
  const provisions = [...library.provisions.values()].filter((provision) => provision.document.id === document.id);
  return {
    title: document.short,
    description: document.title,
    path: documentPage(document.id),
    main: html`<h1>${document.short}</h1>
      <p class="lead">${document.title}</p>
      ${forceNote(document.inForce, document, { library, today })}
      ${facts(document, library, today)}
      <h2>Những điều được dùng để trả lời</h2>
      <ul class="provision-list">
        ${provisions.map(
          (provision) => html`<li><a href=${provisionPage(provision.id)}>${placeOf(provision)}</a>
            ${!isInForce(provision.inForce, today) && html` <span class="old">${today < provision.inForce.from ? "chưa áp dụng" : "quy định cũ"}</span>`}
            <p>${provision.says}</p></li>`,
        )}
      </ul>
      <p class="fine-print">Kiểm lại ngày ${writtenDay(document.checked.on)}. Nguồn đã đọc: ${document.sources.join("; ")}.</p>`,
  };
}

export function provisionPageOf(provision: Provision, library: Library, today: Day): Page {
  const using = (part: "basis" | "formerly") =>
    [...library.entries.values()].filter(
      (entry) => entry.replacedBy === undefined && isInForce(entry.inForce, today) && entry[part].some(({ id }) => id === provision.id),
    );
  return {
    title: cite(provision).label,
    description: provision.about,
    path: provisionPage(provision.id),
    main: html`<article class="provision">
      <p class="breadcrumb"><a href="/van-ban">Văn bản luật</a> › <a href=${documentPage(provision.document.id)}>${provision.document.short}</a></p>
      <h1>${provision.about}</h1>
      <p class="provision-place">${cite(provision).label}</p>
      ${forceNote(provision.inForce, provision.document, { library, today })}
      <p class="provision-says">${provision.says}</p>
      ${provision.doubt && html`<p class="note">${provision.doubt}</p>`}
      ${confidenceNote(provision)}
      <p class="fine-print">Lời ở đây là lời kể lại cho dễ hiểu, không phải nguyên văn. Kiểm lại ngày ${writtenDay(provision.checked.on)}
        ${provision.checked.by === "text" ? " với văn bản." : " qua nguồn tóm tắt, chưa đọc được toàn văn."}</p>
      ${facts(provision.document, library, today)}
      ${questions("Câu hỏi dùng điều này", using("basis"), library)}
      ${questions("Câu hỏi có nhắc điều này là luật trước đây", using("formerly"), library)}
    </article>`,
  };
}

function questions(heading: string, entries: readonly Entry[], library: Library) {
  if (entries.length === 0) return null;
  return html`<h2>${heading}</h2>
    <ul class="link-list">${entries.map((entry) => html`<li><a href=${entryPage(entry)}>${entry.question}</a>${toolLink(entry, library)}</li>`)}</ul>`;
}

/** The calculator an entry offers. */
function toolLink({ interview }: Entry, { interviews }: Library) {
  const tool = interview === undefined ? undefined : interviews.get(interview);
  return tool && html` (<a href=${toolPage(tool)}>tự tính</a>)`;
}

function placeOf({ article, clause, point, about }: Provision): string {
  const place = [article && `Điều ${article}`, clause && `khoản ${clause}`, point && `điểm ${point}`].filter(Boolean).join(" ");
  return place === "" ? about : `${place}: ${about}`;
}

interface OnADay {
  readonly library: Library;
  readonly today: Day;
}

/** Whether it is law today; old law is marked, and leads to what took its place. */
function forceNote(inForce: InForce, { replacedBy }: LegalDocument, { library, today }: OnADay) {
  if (isInForce(inForce, today)) return html`<p class="in-force">Đang áp dụng, theo quy định từ ${writtenDay(inForce.from)}.</p>`;
  if (today < inForce.from) return html`<p class="past">Chưa áp dụng. Có hiệu lực từ ${writtenDay(inForce.from)}.</p>`;
  return html`<p class="past"><strong>Quy định cũ:</strong> chỉ áp dụng từ ${writtenDay(inForce.from)} đến hết ${inForce.to && writtenDay(inForce.to)}.
    ${replacedBy.length > 0 && html` Nay thay bằng: ${links(replacedBy, library)}.`}</p>`;
}

function links(ids: readonly string[], { documents }: Library) {
  const found = ids.flatMap((id) => documents.get(id) ?? []);
  return found.map(({ id, short }, position) => html`${position > 0 && ", "}<a href=${documentPage(id)}>${short}</a>`);
}

function confidenceNote({ confidence }: Provision) {
  if (confidence === "cao") return null;
  if (confidence === "trung bình")
    return html`<p class="note">Điều này đọc được từ nguồn đáng tin nhưng chưa đối chiếu đủ. Anh/chị nên hỏi lại nơi giải quyết trước khi làm.</p>`;
  return html`<p class="note">Điều này <strong>chưa xác minh</strong>. Đừng dựa vào đây để quyết định; hãy hỏi Công an xã hoặc cơ quan giải quyết.</p>`;
}

function facts(document: LegalDocument, library: Library, today: Day) {
  const before = [...library.documents.values()].filter(({ replacedBy }) => replacedBy.includes(document.id)).map(({ id }) => id);
  return html`<dl class="facts">
    <dt>Số</dt><dd>${document.number}</dd>
    <dt>Nơi ra văn bản</dt><dd>${document.issuer}</dd>
    ${document.issued && html`<dt>Ngày ký</dt><dd>${writtenDay(document.issued)}</dd>`}
    <dt>Áp dụng</dt>
    <dd>${isInForce(document.inForce, today) ? "đang áp dụng, " : ""}từ ${writtenDay(document.inForce.from)}${document.inForce.to && ` đến hết ${writtenDay(document.inForce.to)}`}</dd>
    ${before.length > 0 && html`<dt>Thay cho</dt><dd>${links(before, library)}</dd>`}
    ${document.replacedBy.length > 0 && html`<dt>Được thay bằng</dt><dd>${links(document.replacedBy, library)}</dd>`}
  </dl>`;
}
