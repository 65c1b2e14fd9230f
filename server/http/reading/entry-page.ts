import { headings, type Section } from "../../../knowledge/entry.ts";
import type { Hotline } from "../../../knowledge/hotline.ts";
import type { Library } from "../../../knowledge/library.ts";
import { type Citation, cite, type Entry } from "../../../knowledge/passage.ts";
import { type Day, isInForce, writtenDay } from "../../../knowledge/provision.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { toolPage } from "../pages/tools.ts";
import { entryPicture } from "../sharing/addresses.ts";
import { askInChat, entryPage, rumoursPath, topicPage, warningsPath } from "./addresses.ts";
import { clipOf, clipOrigin, clipPlace } from "./clip.ts";
import { paragraphs } from "./paragraphs.ts";

export interface Reader {
  readonly today: Day;
  readonly publicUrl: string;
}

/** One answer to read: the short answer first, then how, with what, where, and what it rests on. */
export function entryPageOf(entry: Entry, library: Library, { today, publicUrl }: Reader): Page {
  const isPast = !isInForce(entry.inForce, today);
  const clip = clipOf(entry);
  return {
    title: entry.question,
    description: entry.short,
    path: entryPage(entry),
    ...(clip !== undefined && { frames: clipOrigin }),
    main: html`<article class="entry" itemscope itemtype="https://schema.org/QAPage">
        ${wayHere(entry, library)}
        <div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">
          <h1 itemprop="name">${entry.question}</h1>
          ${isPast && html`<p class="past">Đây là quy định cũ, không còn áp dụng. ${newer(entry, library)}</p>`}
          <div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer">
            <p class="short" itemprop="text" data-read="1">${entry.short}</p>
          </div>
        </div>
        ${clip !== undefined && clipPlace(entry.question, clip)}
        ${(Object.keys(headings) as Section[]).map((section) => sectionOf(entry, section))}
        ${doubts(entry, today).map((doubt) => html`<p class="note">${doubt}</p>`)}
        <div data-read="3"><h2>Việc nên làm</h2><p>${entry.next}</p></div>
        ${lines(entry.hotlines.flatMap((id) => library.hotlines.get(id) ?? []))}
        ${goOn(entry, library)}
        ${sources(entry, isPast, publicUrl)}
        ${keep(entry, isPast)}
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
  return text !== undefined && html`<section data-read=${turns[section]}><h2>${headings[section]}</h2>${paragraphs(text)}</section>`;
}

/** When a section is read aloud: after the short answer what to do comes first. */
const turns: Readonly<Record<Section, number>> = { steps: 2, papers: 4, where: 5, details: 6, before: 7, unsure: 8 };

/** What is not sure about an entry, in words for people. */
export function doubts({ basis, confidence }: Entry, today: Day): readonly string[] {
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
  return html`<p class="go-on on-screen">
    ${tool && html`<a class="button" href=${toolPage(tool)}>Tự tính cho trường hợp của tôi</a>`}
    <a class="button primary" href=${askInChat(question)}>Hỏi tiếp</a>
  </p>`;
}

/** Ways to take the answer along. */
function keep(entry: Entry, isPast: boolean) {
  return html`<p class="take-along on-screen">
    ${!isPast && html`<a class="button" href=${entryPicture(entry)}>Lưu thành hình</a>`}
    <button type="button" class="button with-script-only" data-print-page>In trang này</button>
  </p>`;
}

function sources({ basis, inForce }: Entry, isPast: boolean, publicUrl: string) {
  const cited = [...new Map(basis.map((provision) => [cite(provision).label, cite(provision)])).values()];
  const checked = basis.map(({ checked: { on } }) => on).sort()[0];
  const until = isPast && inForce.to !== undefined ? ` đến hết ${writtenDay(inForce.to)}` : "";
  return html`<h2>Dựa vào đâu</h2>
    <p>Theo quy định từ ${writtenDay(inForce.from)}${until}:</p>
    <ul class="cited">${cited.map(({ label, page }: Citation) => html`<li><a href=${page} data-address=${publicUrl + page}>${label}</a></li>`)}</ul>
    ${checked && html`<p class="fine-print">Kiểm lại ngày ${writtenDay(checked)}.</p>`}`;
}

function related({ related: ids }: Entry, { entries }: Library, today: Day) {
  const found = ids.flatMap((id) => entries.get(id) ?? []).filter(({ inForce }) => isInForce(inForce, today));
  return (
    found.length > 0 &&
    html`<section class="related on-screen"><h2>Câu hỏi gần với câu này</h2>
      <ul class="link-list">${found.map((entry) => html`<li><a href=${entryPage(entry)}>${entry.question}</a></li>`)}</ul></section>`
  );
}
