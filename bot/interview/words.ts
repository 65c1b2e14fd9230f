import type { Progress } from "../../knowledge/interviews/next-step.ts";

// What the bot says around the questions and results of a guided interview; those themselves stand in the library.

export const opening = (about: string) =>
  `${about}\n\nCó giấy tờ bên cạnh thì dễ trả lời hơn. Muốn nghỉ thì nhắn “thôi”, lúc khác nhắn “tiếp” là làm tiếp.`;

export const progress = ({ number, about }: Progress) => `Câu ${number}, khoảng ${Math.max(number, about)} câu`;
export const why = (reason: string) => `Vì sao hỏi: ${reason}`;
export const before = (said: string) => `Lần trước anh/chị trả lời: ${said}.`;
export const ticked = (said: string) => `Em ghi: ${said}. Còn điều nào nữa không?`;

export const understood = (said: string) => `Em hiểu: ${said}. Đúng không?`;
export const understoodAll = (lines: readonly string[]) => ["Em hiểu như sau:", ...lines.map((line) => `- ${line}`)].join("\n");
export const isItSo = "Đúng không? Có chỗ nào sai thì anh/chị ghi lại chỗ đó.";
export const offering = "Em tính được cho đúng trường hợp này.";
export const sayYesOrNo = "Em chưa hiểu. Anh/chị bấm “Đúng” hoặc “Không phải” giúp em.";
export const notSo = "Dạ, vậy anh/chị trả lời lại giúp em.";

export const changed = (ask: string, said: string) => `Em đổi câu “${ask}” thành: ${said}.`;
export const oldButton = "Nút đó của câu cũ, nay không dùng nữa. Mình đang ở đây:";
export const nothingBefore = "Đây là câu đầu tiên.";
export const which = "Anh/chị muốn sửa câu nào?";
export const again = "Dạ, mình làm lại từ đầu.";
export const goingOn = "Dạ, mình làm tiếp.";
export const halfDone = "Lần trước anh/chị trả lời dở, mình làm tiếp từ đó. Muốn làm lại từ đầu thì nhắn “làm lại”.";
export const left =
  "Dạ được. Em giữ những gì anh/chị đã trả lời; lúc nào muốn thì nhắn “tiếp”, không phải làm lại từ đầu. Muốn xóa thì nhắn “xóa dữ liệu”.";
export const gone = "Em không còn giữ phần đó nữa. Anh/chị bấm “Tính cho tôi” để làm từ đầu.";
export const waits = "Phần đang tính em vẫn giữ. Anh/chị bấm “Tiếp tục” hoặc nhắn “tiếp” là làm tiếp.";
export const needed = "Câu này em cần mới tính được. Chưa tiện trả lời thì anh/chị bấm “Thôi, để sau”, hoặc gặp tư vấn viên.";
export const secondMiss = (unknown: string | undefined) =>
  unknown === undefined
    ? "Em vẫn chưa hiểu, em xin lỗi. Anh/chị có thể gặp tư vấn viên, hoặc để sau."
    : `Em vẫn chưa hiểu, em xin lỗi. Anh/chị bấm “${unknown}” để qua câu này, hoặc gặp tư vấn viên.`;

export const sections = {
  working: "Em tính như sau:",
  changes: "Lưu ý:",
  papers: "Giấy tờ cần có:",
  where: "Đến đâu:",
  next: "Việc nên làm:",
  former: "Có phần tính theo luật lúc đó, nay đã khác:",
} as const;
export const told = "Anh/chị đã trả lời:";
export const moreRows = (count: number) => `- … còn ${count} dòng nữa.`;
export const sending = "Bấm “Gửi cho tư vấn viên” thì tư vấn viên đọc được các câu trả lời ở trên và kết quả này.";
export const summary = "Em gửi cho tư vấn viên:";
export const summaryResult = (heading: string) => `Kết quả: ${heading}`;
