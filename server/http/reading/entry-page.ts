import { headings, type Section } from "../../../knowledge/entry.ts";
import type { Hotline } from "../../../knowledge/hotline.ts";
import type { Library } from "../../../knowledge/library.ts";
import { type Citation, cite, type Entry } from "../../../knowledge/passage.ts";
import { type Day, isInForce, writtenDay } from "../../../knowledge/provision.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { toolPage } from "../pages/tools.ts";
import { askInChat, entryPage, rumoursPath, topicPage, warningsPath } from "./addresses.ts";
import { paragraphs } from "./paragraphs.ts";

/** One answer to read: the short answer first, then how, with what, where, and what it rests on. */
export function entryPageOf(entry: Entry, library: Library, today: Day): Page {
  const isPast = !isInForce(entry.inForce, today);
  return {
    title: entry.question,
    description: entry.short,
    path: entryPage(entry),
    main: html`<article class="entry">
        ${wayHere(entry, library)}
        <h1>${entry.question}</h1>
        ${isPast && html`<p class="past">Đây là quy định cũ, không còn áp dụng. ${newer(entry, library)}</p>`}
        <p class="short">${entry.short}</p>
        ${(Object.keys(headings) as Section[]).map((section) => sectionOf(entry, section))}
        ${doubts(entry, today).map((doubt) => html`<p class="note">${doubt}</p>`)}
        <h2>Việc nên làm</h2>
        <p>${entry.next}</p>
        ${lines(entry.hotlines.flatMap((id) => library.hotlines.get(id) ?? []))}
        ${goOn(entry, library)}
        ${sources(entry, isPast)}
      </article>
      ${related(entry, library, today)}`,
  };
}

function wayHere({ kind, topic }: Entry, { topics }: Library) {
  if (kind === "warning") return html`<p class="breadcrumb"><a href=${warningsPath}>Cảnh báo</a></p>`;
  if (kind === "rumour") return html`<p class="breadcrumb"><a href=${rumoursPath}>Tin đồn và sự thật</a></p>`;
  return html`<p class="breadcrumb"><a href="/chu-de">Chủ đề</a> › <a href=${topicPage(topic)}>${topics.get(topic)?.title ?? topic}</a></p>`;
}

function newer({ replacedBy }: Entry, { entries }: Library) {
  const successor = entries.get(replacedBy ?? "");
  return successor && html`Nay xem: <a href=${entryPage(successor)}>${successor.question}</a>`;
}

function sectionOf({ sections }: Entry, section: Section) {
  const text = sections[section];
  return text !== undefined && html`<h2>${headings[section]}</h2>${paragraphs(text)}`;
}

function doubts({ basis, confidence }: Entry, today: Day): readonly string[] {
  const own = [...new Set(basis.flatMap(({ doubt }) => doubt ?? []))];
  const stale = basis.some(({ staleAfter }) => staleAfter !== undefined && staleAfter < today);
  return [
    ...own,
    ...(stale ? ["Con số ở đây có thể đã đổi. Anh/chị hỏi lại nơi giải quyết."] : []),
    ...(confidence === "cao" || own.length > 0 ? [] : ["Điều này chưa đối chiếu đủ. Anh/chị nên hỏi lại cho chắc trước khi làm."]),
  ];
}

function lines(hotlines: readonly Hotline[]) {
  if (hotlines.length === 0) return null;
  return html`<ul class="call">
    ${hotlines.map(({ number, name }) => html`<li><a href=${`tel:${number.replaceAll(" ", "")}`}>Gọi ${number}</a> ${name}</li>`)}
  </ul>`;
}

function goOn({ question, interview }: Entry, { interviews }: Library) {
  const tool = interviews.get(interview ?? "");
  return html`<p class="go-on">
    ${tool && html`<a class="button" href=${toolPage(tool)}>Tự tính cho trường hợp của tôi</a>`}
    <a class="button" href=${askInChat(question)}>Hỏi tiếp</a>
  </p>`;
}

function sources({ basis, inForce }: Entry, isPast: boolean) {
  const cited = [...new Map(basis.map((provision) => [cite(provision).label, cite(provision)])).values()];
  const checked = basis.map(({ checked: { on } }) => on).sort()[0];
  const until = isPast && inForce.to !== undefined ? ` đến hết ${writtenDay(inForce.to)}` : "";
  return html`<h2>Dựa vào đâu</h2>
    <p>Theo quy định từ ${writtenDay(inForce.from)}${until}:</p>
    <ul>${cited.map(({ label, page }: Citation) => html`<li><a href=${page}>${label}</a></li>`)}</ul>
    ${checked && html`<p class="fine-print">Kiểm lại ngày ${writtenDay(checked)}. Trang này giúp tìm hiểu quy định, không thay cho luật sư.</p>`}`;
}

function related({ related: ids }: Entry, { entries }: Library, today: Day) {
  const found = ids.flatMap((id) => entries.get(id) ?? []).filter(({ inForce }) => isInForce(inForce, today));
  return (
    found.length > 0 &&
    html`<h2>Câu hỏi gần với câu này</h2>
      <ul>${found.map((entry) => html`<li><a href=${entryPage(entry)}>${entry.question}</a></li>`)}</ul>`
  );
}
