import type { Beside } from "../../../server/http/desk/wire.ts";
import { longestText } from "../../../server/http/paths.ts";

/** How long it is, and what becomes of what is longer than the channel carries in one piece. */
export function lengthInWords(length: number, { textLength, pieces }: Beside["limits"]): string {
  const count = `${length}/${longestText} chữ.`;
  if (textLength === undefined || length <= textLength) return count;
  const needed = Math.ceil(length / textLength);
  if (pieces !== undefined && needed > pieces) return `${count} Kênh này chỉ mang được ${pieces * textLength} chữ: phần sau sẽ bị cắt.`;
  return `${count} Kênh này mang ${textLength} chữ mỗi tin nên sẽ gửi thành khoảng ${needed} tin.`;
}
