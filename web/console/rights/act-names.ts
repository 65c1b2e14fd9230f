import type { NotedAct } from "../../../server/http/rights/wire.ts";
import { roleNames } from "../people/colleagues.tsx";
import { kindNames, outcomeNames } from "./request-names.ts";

export const actNames: Readonly<Record<NotedAct["act"], string>> = {
  "sign-in": "đăng nhập",
  "sign-in-failed": "đăng nhập sai",
  "sign-out": "đăng xuất",
  prove: "nhập lại mật khẩu và mã",
  "prove-failed": "nhập lại mật khẩu, mã: sai",
  enrol: "tạo tài khoản",
  invite: "mời người mới",
  role: "đổi vai",
  "switch-off": "ngừng tài khoản",
  "switch-on": "mở lại tài khoản",
  "reset-link": "cấp liên kết làm lại mã",
  "reset-second-factor": "làm lại mã đăng nhập",
  password: "đổi mật khẩu",
  "recovery-codes": "tạo mã dự phòng",
  "recovery-code-used": "dùng mã dự phòng",
  "end-session": "kết thúc phiên",
  "read-case": "đọc hội thoại",
  "read-conversation": "đọc lại hội thoại cũ",
  "search-archive": "tìm trong hội thoại cũ",
  claim: "nhận trả lời",
  release: "trả lại hàng chờ",
  "pass-on": "chuyển cho người khác",
  "claim-expired": "quá giờ, trả lại hàng chờ",
  answer: "trả lời",
  close: "kết thúc việc",
  reopen: "mở lại việc",
  "resume-bot": "cho máy trả lời lại",
  "request-registered": "ghi yêu cầu về dữ liệu",
  "request-answered": "phản hồi lần đầu",
  "request-extended": "gia hạn yêu cầu",
  "request-done": "xong yêu cầu",
  "copy-asked": "xin bản sao hội thoại",
  "copy-approved": "duyệt bản sao hội thoại",
  "copy-taken": "tải bản sao hội thoại",
  erase: "xóa hội thoại",
  retention: "dọn theo hạn lưu",
  settings: "đổi cài đặt",
  "knowledge-drafted": "soạn câu trả lời",
  "knowledge-approved": "duyệt câu trả lời",
  "knowledge-withdrawn": "rút câu trả lời",
  "correction-approved": "duyệt tin đính chính",
  "correction-sent": "gửi tin đính chính",
  "notice-posted": "đăng thông báo",
  "notice-withdrawn": "gỡ thông báo",
  "machine-off": "ngừng máy trả lời",
  "machine-on": "cho máy chạy lại",
  report: "lập báo cáo",
};

const objects: Readonly<Record<string, string>> = {
  case: "việc",
  conversation: "hội thoại",
  member: "đồng nghiệp",
  request: "yêu cầu",
  session: "phiên",
  revision: "bản sửa",
  correction: "tin đính chính",
  notice: "thông báo",
  switch: "công tắc",
  settings: "cài đặt",
  report: "báo cáo",
};

/** What it was done to. Long ids are cut: the beginning is enough to see that two are the same. */
export function objectInWords({ object: [kind, id], objectName, detail }: NotedAct): string {
  const what = kind && `${objects[kind] ?? kind} ${objectName ?? id.slice(0, 8)}`;
  return [what, ...Object.entries(detail).map(([name, value]) => detailInWords(name, value))].filter(Boolean).join(" · ");
}

const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: roleNames,
  kind: kindNames,
  outcome: outcomeNames,
  newDevice: { 0: "", 1: "máy lạ" },
  copy: {},
};
const names: Readonly<Record<string, string>> = {
  attempts: "lần thử thứ",
  due: "hạn mới",
  count: "số phiên",
  sessionsEnded: "số phiên kết thúc",
  sessions: "phiên",
  links: "liên kết",
  devices: "máy",
};

function detailInWords(name: string, value: string | number): string {
  const known = values[name];
  return known ? (known[value] ?? "") : `${names[name] ?? name} ${value}`;
}

const actors: Readonly<Record<string, string>> = { program: "máy", person: "người hỏi", stranger: "người lạ" };

export function actorName({ by, name }: Pick<NotedAct, "by" | "name">): string {
  return name ?? actors[by] ?? "không rõ";
}
