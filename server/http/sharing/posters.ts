/** What a poster says; chosen for the wall it hangs on. */
export interface Poster {
  readonly name: string;
  /** For whoever prints it. */
  readonly place: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly call: string;
  /** An answer of the library that stands on it, with its law. */
  readonly entry?: string;
}

export const posters: readonly Poster[] = [
  {
    name: "uy-ban",
    place: "Ủy ban, Công an xã, phường; nhà văn hóa",
    heading: "Có điều muốn hỏi mà ngại hỏi?",
    lines: ["Giấy tờ, căn cước, chỗ ở", "Vay vốn, việc làm, học nghề", "Án tích, lý lịch tư pháp", "Bị rủ rê, bị đòi tiền “lo giấy tờ”"],
    call: "Quét mã, hỏi bằng điện thoại. Không cần nói tên, không cần tài khoản.",
  },
  {
    name: "noi-tra-tu-do",
    place: "Phòng làm thủ tục ra trại",
    heading: "Hôm nay về nhà. Việc gì làm trước?",
    lines: ["Chụp lại mã này, hoặc xin một tờ mang về.", "Hỏi được về giấy tờ, trình diện, vay vốn, việc làm."],
    call: "Về có điện thoại thì quét mã để hỏi. Không cần nói tên.",
    entry: "ra-trai/viec-dau-tien",
  },
  {
    name: "tham-gap",
    place: "Phòng thăm gặp, cho người nhà",
    heading: "Người nhà sắp về?",
    lines: ["Nên chuẩn bị gì, đến đâu, cần giấy nào", "Vay vốn, học nghề, việc làm ra sao", "Nhận ra kẻ đòi tiền “chạy” giấy tờ"],
    call: "Quét mã, đọc và hỏi thay người nhà. Không cần nói tên ai.",
  },
];

export const paperSizes = ["a4", "a5"] as const;
export type PaperSize = (typeof paperSizes)[number];
