import type { Library } from "../../../knowledge/library.ts";
import type { Entry } from "../../../knowledge/passage.ts";
import { type Day, isInForce, type LegalDocument, type Provision, writtenDay } from "../../../knowledge/provision.ts";
import { addDays, daysBetween, later } from "../../../knowledge/rules/calendar.ts";
import { html } from "../pages/html.ts";
import { documentPage } from "../pages/law.ts";
import type { Page } from "../pages/layout.ts";
import { entryPage } from "../reading/addresses.ts";
import { feedPath, newsPath } from "./wire.ts";

/** Law of one document that begins or ends to apply on a day. */
export interface Change {
  readonly day: Day;
  readonly begins: boolean;
  readonly document: LegalDocument;
  readonly provisions: readonly Provision[];
  /** What is answered from it. */
  readonly entries: readonly Entry[];
}

const daysAround = 90;

/** What the library's own dates say has changed lately or soon will; the latest day first. Nothing else is known to be new. */
export function changesAround(library: Library, today: Day): readonly Change[] {
  const found = [...library.provisions.values()].flatMap((provision) => turningDays(provision).map((turn) => ({ ...turn, provision })));
  const near = found.filter(({ day }) => Math.abs(daysBetween(day, today)) <= daysAround);
  const grouped = Map.groupBy(near, ({ day, begins, provision }) => `${day} ${begins} ${provision.document.id}`);
  const changes = [...grouped.values()].flatMap((group) => {
    const [first] = group;
    const provisions = group.map(({ provision }) => provision);
    return first === undefined
      ? []
      : [{ ...first, document: first.provision.document, provisions, entries: entriesOn(provisions, library) }];
  });
  return changes.sort((a, b) => (a.day === b.day ? a.document.id.localeCompare(b.document.id) : a.day < b.day ? 1 : -1));
}

function turningDays({ inForce: { from, to } }: Provision) {
  return [{ day: from, begins: true }, ...(to === undefined ? [] : [{ day: addDays(to, 1), begins: false }])];
}

function entriesOn(provisions: readonly Provision[], { entries }: Library): readonly Entry[] {
  const ids = new Set(provisions.map(({ id }) => id));
  return [...entries.values()].filter(({ basis, replacedBy }) => replacedBy === undefined && basis.some(({ id }) => ids.has(id)));
}

/** The day on which what an entry says last became law or was last checked against it. */
export function lastChange({ basis, inForce }: Entry, today: Day): Day {
  const checked = basis.map(({ checked: { on } }) => on);
  const [first = inForce.from, ...others] = isInForce(inForce, today) ? [inForce.from, ...checked] : checked;
  return later(first, ...others);
}

export function newsPage(library: Library, today: Day): Page {
  const changes = changesAround(library, today);
  const list = (heading: string, chosen: readonly Change[]) =>
    chosen.length > 0 && html`<h2>${heading}</h2><ul class="entry-list">${chosen.map(item)}</ul>`;
  return {
    title: "Luật mới đổi",
    description: "Quy định mới áp dụng hoặc hết áp dụng trong ba tháng qua và ba tháng tới.",
    path: newsPath,
    feed: feedPath,
    main: html`<h1>Luật mới đổi</h1>
      <p class="lead">Ba tháng qua và ba tháng tới, theo văn bản đọc đến ngày ${writtenDay(library.researchedUntil)}.</p>
      ${changes.length === 0 && html`<p class="note">Trong thời gian này, trang chưa biết quy định nào đổi.</p>`}
      ${list(
        "Sắp tới",
        changes.filter(({ day }) => day > today),
      )}
      ${list(
        "Vừa đổi",
        changes.filter(({ day }) => day <= today),
      )}
      <p>Theo dõi bằng phần mềm đọc tin: <a href=${feedPath}>nguồn tin Atom</a>.</p>`,
  };
}

function item(change: Change) {
  const { document, provisions, entries } = change;
  return html`<li><a href=${documentPage(document.id)}>${headline(change)}</a>
    <ul>${provisions.map(({ about }) => html`<li>${about}</li>`)}</ul>
    ${entries.length > 0 && html`<details><summary>Câu hỏi liên quan (${entries.length})</summary><ul>${entries.map((entry) => html`<li><a href=${entryPage(entry)}>${entry.question}</a></li>`)}</ul></details>`}</li>`;
}

function headline({ day, begins, document }: Change): string {
  return `${begins ? "Áp dụng" : "Hết áp dụng"} từ ${writtenDay(day)}: ${document.short}`;
}

/** The same as an Atom feed (RFC 4287). What is still to come carries the day on which it was read. */
export function newsFeed(library: Library, today: Day, publicUrl: string): string {
  const at = (day: Day) => `${day}T00:00:00+07:00`;
  const changes = changesAround(library, today).map((change) => {
    const { day, begins, document, provisions } = change;
    const [read = day, ...others] = provisions.map(({ checked: { on } }) => on);
    return { ...change, updated: day <= today ? day : later(read, ...others), id: `${document.id}-${day}-${begins ? "tu" : "het"}` };
  });
  const newest = changes.map(({ updated }) => updated).sort();
  const entries = changes.map(
    ({ id, updated, ...change }) => `<entry>
<id>${escaped(`${publicUrl}${newsPath}#${id}`)}</id>
<title>${escaped(headline(change))}</title>
<updated>${at(updated)}</updated>
<link href="${escaped(publicUrl + documentPage(change.document.id))}"/>
<summary>${escaped(change.provisions.map(({ about }) => about).join("; "))}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>${escaped(publicUrl + newsPath)}</id>
<title>Luật mới đổi</title>
<updated>${at(newest.at(-1) ?? library.researchedUntil)}</updated>
<author><name>Con đường hướng thiện</name></author>
<link rel="self" href="${escaped(publicUrl + feedPath)}"/>
<link href="${escaped(publicUrl + newsPath)}"/>
${entries.join("\n")}
</feed>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
