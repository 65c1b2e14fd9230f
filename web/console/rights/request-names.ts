import type { DataRequest } from "../../../server/http/rights/wire.ts";

export const kindNames: Readonly<Record<DataRequest["kind"], string>> = {
  see: "Xem dữ liệu",
  correct: "Sửa dữ liệu",
  copy: "Nhận bản sao",
  erase: "Xóa dữ liệu",
  withdraw: "Rút đồng ý",
  restrict: "Hạn chế xử lý",
  object: "Phản đối xử lý",
  protect: "Áp dụng biện pháp bảo vệ",
};

export const cameByNames: Readonly<Record<DataRequest["cameBy"], string>> = {
  chat: "trong khung chat",
  console: "trong lúc tư vấn",
  phone: "gọi điện",
  paper: "giấy, qua xã",
  visit: "đến tận nơi",
};

export const outcomeNames: Readonly<Record<NonNullable<DataRequest["outcome"]>, string>> = {
  done: "đã làm xong",
  refused: "từ chối, đã nói lý do",
  withdrawn: "người hỏi rút lại",
  erased: "đã xóa",
};
