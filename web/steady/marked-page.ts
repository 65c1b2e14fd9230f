import type { Kept } from "./asked.ts";

export interface Copy {
  /** When it was fetched, by this device's clock. */
  readonly keptAt: number;
  readonly now: number;
  /** The last day on which it is law, `YYYY-MM-DD`. */
  readonly goodUntil: string | undefined;
  /** This device has seen a newer release of the knowledge. */
  readonly isOlder: boolean;
  readonly list: readonly Kept[];
  /** Where the list of kept pages goes. */
  readonly listMark: string;
}

/** After so long nobody should act on a copy without asking. */
export const oldAfterDays = 14;
const dayMs = 86_400_000;
/** Vietnam's clock, whatever the device's. */
const vietnamMs = 7 * 3_600_000;

/** A kept page with the day of the copy above its text, and a warning where the law may have changed since: never an old law as today's. */
export function markedPage(html: string, copy: Copy): string {
  const reason = reasonToDoubt(copy);
  const day = `Bản lưu trên máy, ngày ${written(dayOf(copy.keptAt))}. Máy đang không có mạng.`;
  const warning = `<strong>${day}</strong> ${reason ?? ""} Đừng dựa vào bản này để làm giấy tờ: gọi hỏi trước, hoặc mở lại khi có mạng.`;
  const note = reason === undefined ? `<p class="kept-note">${day}</p>` : `<p class="kept-note past">${warning}</p>`;
  return html
    .replace(/<main id="noi-dung">/, (main) => main + note)
    .replace(new RegExp(`(<div [^>]*${copy.listMark}[^>]*>)`), (place) => place + listOf(copy.list));
}

function reasonToDoubt({ keptAt, now, goodUntil, isOlder }: Copy): string | undefined {
  if (goodUntil !== undefined && dayOf(now) > goodUntil) return `Quy định trong bài này đã đổi sau ngày ${written(goodUntil)}.`;
  if (isOlder) return "Đã có bản mới hơn mà máy chưa tải được: luật có thể đã khác.";
  const age = now - keptAt;
  if (!(age >= 0)) return "Đồng hồ của máy không đúng, không biết bản này cũ chừng nào: luật có thể đã khác.";
  return age > oldAfterDays * dayMs ? `Bản này đã quá ${oldAfterDays} ngày: luật có thể đã khác.` : undefined;
}

function listOf(pages: readonly Kept[]): string {
  if (pages.length === 0) return "";
  const items = pages.map(({ path, title }) => `<li><a href="${escaped(path)}">${escaped(title)}</a></li>`);
  return `<h2>Trang đã giữ trên máy này</h2><ul>${items.join("")}</ul>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function dayOf(at: number): string {
  return Number.isFinite(at) ? new Date(at + vietnamMs).toISOString().slice(0, 10) : "";
}

function written(day: string): string {
  const [year, month, date] = day.split("-");
  return `${date}/${Number(month)}/${year}`;
}
