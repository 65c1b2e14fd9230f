import type { Entry } from "../../../knowledge/passage.ts";
import { html } from "../pages/html.ts";

/** The one origin a clip may come from. */
export const clipOrigin = "https://www.youtube-nocookie.com";

/** The id of the clip of an entry, when its address is one of YouTube's. */
export function clipOf({ video }: Pick<Entry, "video">): string | undefined {
  if (video === undefined) return undefined;
  const { hostname, pathname, searchParams } = new URL(video);
  const host = hostname.replace(/^(?:www|m)\./, "");
  const id =
    host === "youtu.be" ? pathname.slice(1) : host === "youtube.com" ? (searchParams.get("v") ?? pathname.split("/")[2]) : undefined;
  return id !== undefined && /^[\w-]{11}$/.test(id) ? id : undefined;
}

/** Where a clip appears once it is tapped; without script the tap opens it on YouTube. */
export function clipPlace(question: string, clip: string) {
  return html`<div class="clip-place on-screen">
    <a class="button" href=${`https://www.youtube.com/watch?v=${clip}`} rel="noreferrer" data-clip=${clip} data-title=${`Đoạn phim: ${question}`}>▶ Xem đoạn phim</a>
    <p class="fine-print">Đoạn phim chỉ tải khi anh/chị bấm. Lúc đó YouTube biết máy này đang xem. Câu trả lời đã viết đủ ở trang này.</p>
  </div>`;
}
