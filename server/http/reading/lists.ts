import type { EntryKind } from "../../../knowledge/entry.ts";
import type { OpeningHours } from "../../../knowledge/hotline.ts";
import type { Library, Topic } from "../../../knowledge/library.ts";
import type { Entry } from "../../../knowledge/passage.ts";
import { type Day, isInForce, writtenDay } from "../../../knowledge/provision.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { entryPage, hotlinesPath, officesPath, rumoursPath, topicPage, topicsPath, warningsPath } from "./addresses.ts";
import { searchForm } from "./search-page.ts";

/** Entries to be read today, of one kind or one topic. */
function current({ entries }: Library, today: Day, keep: (entry: Entry) => boolean): readonly Entry[] {
  return [...entries.values()].filter((entry) => entry.replacedBy === undefined && isInForce(entry.inForce, today) && keep(entry));
}

export function topicsPage(library: Library, today: Day): Page {
  const count = (id: string) => current(library, today, ({ topic }) => topic === id).length;
  return {
    title: "Chủ đề",
    description: "Mọi câu trả lời theo chủ đề: giấy tờ, chỗ ở, vay vốn, việc làm, án tích, lý lịch tư pháp.",
    path: topicsPath,
    main: html`<h1>Chủ đề</h1>
      ${searchForm("")}
      <ul class="topic-list">
        ${[...library.topics.values()].map(({ id, title }) => html`<li><a href=${topicPage(id)}>${title}</a> <span>${count(id)} câu</span></li>`)}
      </ul>
      <p>Xem thêm: <a href=${warningsPath}>Cảnh báo kẻ lừa</a> · <a href=${rumoursPath}>Tin đồn và sự thật</a> ·
        <a href=${hotlinesPath}>Số gọi khi cần</a> · <a href=${officesPath}>Cơ quan, nơi đến</a></p>`,
  };
}

export function oneTopicPage({ id, title }: Topic, library: Library, today: Day): Page {
  const entries = current(library, today, ({ topic }) => topic === id);
  return {
    title,
    description: `Câu hỏi và câu trả lời về: ${title}.`,
    path: topicPage(id),
    main: html`<p class="breadcrumb"><a href=${topicsPath}>Chủ đề</a></p>
      <h1>${title}</h1>
      ${questions(entries)}`,
  };
}

const ofKind: Readonly<Record<Exclude<EntryKind, "topic">, Pick<Page, "title" | "description" | "path">>> = {
  warning: { title: "Cảnh báo", description: "Những kiểu lừa, kiểu rủ rê hay gặp, cách nhận ra và cách từ chối.", path: warningsPath },
  rumour: { title: "Tin đồn và sự thật", description: "Điều người ta hay nói sai về luật, và điều luật thật sự nói.", path: rumoursPath },
};

export function kindPage(kind: Exclude<EntryKind, "topic">, library: Library, today: Day): Page {
  const page = ofKind[kind];
  return {
    ...page,
    main: html`<h1>${page.title}</h1><p class="lead">${page.description}</p>${questions(current(library, today, (entry) => entry.kind === kind))}`,
  };
}

function questions(entries: readonly Entry[]) {
  return html`<ul class="entry-list">
    ${entries.map((entry) => html`<li><a href=${entryPage(entry)}>${entry.question}</a><p>${entry.short}</p></li>`)}
  </ul>`;
}

export function hotlinesPage({ hotlines }: Library): Page {
  return {
    title: "Số gọi khi cần",
    description: "Các số gọi khi nguy cấp hoặc cần hỏi, gọi giờ nào, mất tiền không.",
    path: hotlinesPath,
    main: html`<h1>Số gọi khi cần</h1>
      <ul class="entry-list">
        ${[...hotlines.values()].map(
          ({ number, name, for: reason, hours, cost, confidence, confirmed }) => html`<li>
            <a href=${`tel:${number.replaceAll(" ", "")}`}>Gọi ${number}</a> <strong>${name}</strong>
            <p>${reason}. ${writtenHours(hours)}. ${cost}.</p>
            <p class="fine-print">Xem lại ngày ${writtenDay(confirmed)}.${confidence === "cao" ? "" : " Chưa gọi thử; không được thì gọi 113."}</p>
          </li>`,
        )}
      </ul>`,
  };
}

const weekdays = ["", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"];

function writtenHours(hours: OpeningHours): string {
  if (hours === "always") return "Gọi được ngày đêm";
  return `Từ ${weekdays[hours.days[0] ?? 0]} đến ${weekdays[hours.days.at(-1) ?? 0]}, ${hours.from} đến ${hours.to}`;
}
