import type { EntryItem, RevisionItem } from "../../../server/http/editing/wire.ts";
import type { Me } from "../../../server/http/wire.ts";

export const riskNames: Readonly<Record<EntryItem["risk"], string>> = {
  none: "Sai thì không thiệt gì nhiều",
  money: "Sai thì thiệt về tiền",
  freedom: "Sai thì có thể bị phạt, bị bắt",
};

export const fromNames: Readonly<Record<EntryItem["from"], string>> = {
  file: "",
  console: "sửa trong bàn tư vấn",
  "file-changed": "tệp đã đổi sau bản này",
  "put-aside": "bản sửa không dùng được, đang dùng tệp",
  withdrawn: "đã rút",
  "draft-only": "chưa ai duyệt",
};

export const stateNames: Readonly<Record<RevisionItem["state"], string>> = {
  draft: "bản nháp",
  submitted: "chờ duyệt",
  approved: "đang dùng",
  superseded: "đã thay",
  "taken-over": "đã vào tệp",
};

export function mayKeep({ role }: Me): boolean {
  return role !== "counsellor";
}

export function moment(at: number): string {
  return new Date(at).toLocaleString("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

/** "Vay xe máy?" → "vay-xe-may". */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 50)
    .replace(/-$/, "");
}

/** Compared without marks and case. */
export function plain(text: string): string {
  return slugOf(text).replaceAll("-", " ");
}
