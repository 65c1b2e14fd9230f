import type { QueueItem } from "../../../server/http/wire.ts";

type Window = NonNullable<QueueItem["window"]>;

/** Whether an answer still gets there, and what to do when it does not. */
export function windowInWords(window: Window): string {
  switch (window.kind) {
    case "open":
      return `Nhắn được cho người này đến ${moment(window.until)}.`;
    case "human-only":
      return `Đã quá 24 giờ: máy không nhắn được nữa, lời anh/chị tự viết thì còn gửi được đến ${moment(window.until)}.`;
    case "closed":
      return window.wouldCloseAt === undefined
        ? "Messenger không cho Trang nhắn cho người này nữa. Khi họ nhắn lại, anh/chị trả lời được ngay; từ nay đến đó anh/chị để cuộc này lại hoặc kết thúc."
        : `Đã quá 24 giờ nên Messenger không cho nhắn nữa, cho đến khi người này nhắn lại. Trang có quyền “Human Agent” thì còn trả lời được đến ${moment(window.wouldCloseAt)}: anh/chị báo quản trị.`;
  }
}

/** For the queue: only what is out of the ordinary. */
export function windowInShort(window: Window | undefined): string | undefined {
  if (window?.kind === "closed") return "chưa nhắn được, chờ họ viết lại";
  return window?.kind === "human-only" ? `chỉ lời tự viết, đến ${moment(window.until)}` : undefined;
}

export function moment(at: number): string {
  return new Date(at).toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
}
