/** What is kept, as text to read: one thing a line, what lies within indented. */
export function readableCopy(kept: Readonly<Record<string, unknown>>): string {
  return Object.entries(kept)
    .flatMap(([name, value]) => [titles[name] ?? name, ...lines(value, 1), ""])
    .join("\n");
}

const titles: Readonly<Record<string, string>> = {
  conversation: "CUỘC TRÒ CHUYỆN",
  messages: "TIN NHẮN",
  deliveries: "VIỆC GỬI TIN",
  cases: "NHỮNG LẦN CHUYỂN CHO NGƯỜI",
  requests: "YÊU CẦU VỀ DỮ LIỆU",
};

const words: Readonly<Record<string, string>> = {
  channel: "kênh",
  person: "mã người hỏi ở kênh đó",
  lastAt: "lần cuối",
  interview: "bảng hỏi đang làm",
  from: "từ",
  at: "lúc",
  content: "nội dung",
  outcome: "kết quả",
  entries: "mục đã dùng",
  trace: "máy đã hiểu",
  sequence: "số thứ tự",
  state: "tình trạng",
  reason: "lý do",
  counsellor: "tư vấn viên",
  openedAt: "bắt đầu",
  claimedAt: "có người nhận",
  closedAt: "kết thúc",
  why: "vì sao kết thúc",
  kind: "loại",
  receivedAt: "nhận lúc",
  due: "hạn",
  doneAt: "xong lúc",
  note: "ghi chú",
  text: "lời",
};

function lines(value: unknown, depth: number): readonly string[] {
  const indent = "  ".repeat(depth);
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, position) => [`${indent}${position + 1}.`, ...lines(item, depth + 1)]);
  if (typeof value !== "object") return [`${indent}${String(value)}`];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (inner === null || inner === undefined || (Array.isArray(inner) && inner.length === 0)) return [];
    const label = `${indent}${words[name] ?? name}:`;
    return typeof inner === "object" ? [label, ...lines(inner, depth + 1)] : [`${label} ${String(inner)}`];
  });
}
