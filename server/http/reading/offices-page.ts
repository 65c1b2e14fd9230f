import type { Library } from "../../../knowledge/library.ts";
import type { Office } from "../../../knowledge/office.ts";
import { type Day, writtenDay } from "../../../knowledge/provision.ts";
import { html } from "../pages/html.ts";
import type { Page } from "../pages/layout.ts";
import { officesPath } from "./addresses.ts";

/** Where to go today: old names first, since that is what is written on people's papers. */
export function officesPage({ offices }: Library, today: Day): Page {
  const all = [...offices.values()].sort(byName);
  const current = all.filter((office) => !isGone(office, today));
  return {
    title: "Cơ quan, nơi đến",
    description: "Đến đâu để làm việc gì; tên cũ của xã, phường, cơ quan nay là đâu.",
    path: officesPath,
    main: html`<h1>Cơ quan, nơi đến</h1>
      <p class="lead">Giấy cũ ghi tên cũ? Xem tên đó nay là đâu. <a href="#noi-den">Đến đâu làm việc gì</a> · <a href="#xa-phuong">Xã, phường</a></p>
      ${oldNames(all, offices, today)}
      <h2 id="noi-den">Đến đâu làm việc gì</h2>
      <ul class="entry-list">${current.filter((office) => !isWard(office)).map((office) => oneOffice(office))}</ul>
      ${wards(current.filter(isWard))}`,
  };
}

interface Renamed {
  readonly old: string;
  readonly now: Office;
}

function oldNames(all: readonly Office[], offices: Library["offices"], today: Day) {
  const renamed = all.flatMap((office): readonly Renamed[] => {
    const now = isGone(office, today) ? offices.get(office.leadsTo ?? "") : office;
    if (now === undefined) return [];
    const gone = now === office ? [] : [office.name];
    return [...gone, ...office.formerNames].map((old) => ({ old, now }));
  });
  const rows = [...new Map(renamed.map((each) => [`${each.old} ${each.now.id}`, each])).values()];
  return html`<h2 id="ten-cu">Tên cũ, nay là đâu</h2>
    <table class="old-names">
      <thead><tr><th scope="col">Tên cũ</th><th scope="col">Nay đến</th></tr></thead>
      <tbody>
        ${rows
          .sort((a, b) => a.old.localeCompare(b.old, "vi"))
          .map(({ old, now }) => html`<tr><td>${capital(old)}</td><td><a href=${`#${now.id}`}>${now.name}</a></td></tr>`)}
      </tbody>
    </table>`;
}

function oneOffice({ id, name, does, address, phone, formerNames, since, confidence }: Office) {
  return html`<li id=${id}><strong>${name}</strong><p>${does}</p>
    ${address && html`<p>Địa chỉ: ${address}</p>`}
    ${phone && html`<p>Điện thoại: <a href=${`tel:${phone.replace(/[^\d+]/g, "")}`}>${phone}</a></p>`}
    ${(formerNames.length > 0 || since !== undefined) && html`<p class="fine-print">${formerNames.length > 0 && `Tên cũ: ${formerNames.join(", ")}. `}${since && `Từ ${writtenDay(since)}.`}</p>`}
    ${confidence !== "cao" && html`<p class="fine-print">Chưa đối chiếu đủ, hỏi lại trước khi đi.</p>`}</li>`;
}

/** All do the same: said once. */
function wards(found: readonly Office[]) {
  const [first] = found;
  if (first === undefined) return null;
  return html`<h2 id="xa-phuong">Xã, phường, đặc khu ở Bà Rịa – Vũng Tàu cũ</h2>
    <p>${first.does}</p>
    <ul class="ward-list">
      ${found.map(
        ({ id, name, formerNames, confidence }) => html`<li id=${id}><strong>${name}</strong>
          ${formerNames.length > 0 && html`<p class="fine-print">Gồm tên cũ: ${formerNames.join(", ")}.${confidence === "cao" ? "" : " Chưa đối chiếu đủ."}</p>`}</li>`,
      )}
    </ul>`;
}

function isWard({ id }: Office): boolean {
  return /^(?:phuong|xa|dac-khu)-/.test(id);
}

function isGone({ until }: Office, today: Day): boolean {
  return until !== undefined && until < today;
}

function byName(a: Office, b: Office): number {
  return a.name.localeCompare(b.name, "vi");
}

function capital(name: string): string {
  return name.charAt(0).toLocaleUpperCase("vi") + name.slice(1);
}
