import { figurePaths, type LateList, type Office, type Saved } from "../../../server/http/figures/wire.ts";
import { call } from "../api.ts";

// The shapes are the server's own, checked there before they leave.
export const officeApi = {
  read: async () => (await call("GET", figurePaths.office)) as Office,
  save: async (name: "hours" | "levels" | "agency", version: number, value: unknown) =>
    (await call("PUT", `${figurePaths.office}/${name}`, { version, value })) as Saved,
  late: async () => (await call("GET", figurePaths.late)) as LateList,
};

/** What became of a change, in words. */
export function savedInWords(saved: Saved): string {
  switch (saved.kind) {
    case "saved":
      return "Đã lưu.";
    case "changed-meanwhile":
      return "Người khác vừa sửa phần này. Tải lại trang để xem bản mới rồi sửa tiếp.";
    case "wrong":
      return `Chưa lưu: ${saved.why.join("; ")}.`;
  }
}
