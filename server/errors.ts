/** Every refusal and fault a person may be told of: HTTP status and words. docs/errors.md explains each. */
export const errorTable = {
  "bad-request": { status: 400, message: "Yêu cầu không đúng dạng. Anh/chị tải lại trang rồi thử lại." },
  "not-signed-in": { status: 401, message: "Phiên làm việc đã hết. Anh/chị đăng nhập lại." },
  "wrong-sign-in": { status: 401, message: "Tên, mật khẩu hoặc mã không đúng." },
  "wrong-proof": { status: 403, message: "Mật khẩu hoặc mã không đúng. Mỗi mã chỉ dùng một lần: anh/chị chờ mã mới." },
  "not-allowed": { status: 403, message: "Anh/chị không có quyền làm việc này." },
  "prove-again": { status: 403, message: "Việc này cần anh/chị nhập lại mật khẩu và mã." },
  "last-administrator": { status: 409, message: "Phải còn ít nhất một người quản trị. Anh/chị giao quyền quản trị cho người khác trước." },
  "already-done": { status: 409, message: "Việc này đã làm rồi, hoặc đã quá hạn. Anh/chị tải lại trang." },
  "not-found": { status: 404, message: "Không tìm thấy." },
  "not-yours": { status: 409, message: "Việc này đang do người khác giữ." },
  "cap-reached": { status: 409, message: "Anh/chị đang giữ đủ số cuộc rồi. Xong một cuộc rồi nhận tiếp; ca nguy hiểm thì vẫn nhận được." },
  "colleague-full": { status: 409, message: "Người nhận đang giữ đủ số cuộc rồi. Anh/chị chọn người khác." },
  "danger-stays": { status: 409, message: "Cuộc này có dấu hiệu nguy hiểm nên không gác lại được." },
  "not-reopened": {
    status: 409,
    message: "Không mở lại được: người hỏi đã xóa cuộc trò chuyện, đang có cuộc mới, hoặc đồng nghiệp vừa mở.",
  },
  decided: { status: 409, message: "Câu trả lời này đã có người duyệt, hoặc không còn chờ nữa." },
  "window-closed": {
    status: 409,
    message: "Kênh này không cho nhắn nữa cho đến khi người hỏi viết lại. Lời anh/chị soạn vẫn còn đó; khi họ viết lại thì gửi được.",
  },
  "changed-elsewhere": { status: 409, message: "Bản này vừa thay đổi ở nơi khác. Anh/chị tải lại trang để xem bản mới nhất." },
  "own-work": { status: 409, message: "Người viết không tự duyệt bài của mình. Nhờ người thứ hai đọc và duyệt." },
  "not-ready": { status: 409, message: "Bài còn chỗ phải sửa, xem lời nhắc bên từng ô." },
  "login-taken": { status: 409, message: "Tên đăng nhập này đã có, hoặc lời mời đã dùng." },
  "too-large": { status: 413, message: "Tin gửi quá dài." },
  "unsupported-type": { status: 415, message: "Kiểu dữ liệu này không nhận được." },
  "too-many": { status: 429, message: "Gửi nhanh quá. Anh/chị chờ một phút rồi thử lại." },
  internal: { status: 500, message: "Máy chủ gặp trục trặc. Anh/chị thử lại sau ít phút." },
  unavailable: { status: 503, message: "Máy chủ đang bận. Anh/chị thử lại sau ít phút." },
} as const satisfies Record<string, { readonly status: number; readonly message: string }>;

export type ErrorCode = keyof typeof errorTable;

/** A refusal or fault with its code from the table. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
  }
}
