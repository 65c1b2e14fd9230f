const list = (words: string) => words.split(" ");

/** What turns a statement round or narrows it. */
export const negations: ReadonlySet<string> = new Set(
  list("không chưa chẳng chả đừng chớ cấm trừ khỏi miễn chỉ hết mất thôi ngừng bỏ hủy"),
);

/** Who decides, receives or helps: first words of their names. */
export const agencies: ReadonlySet<string> = new Set([
  ...list("tòa ubnd sở bộ cục trại viện hội đoàn tổ phường xã tỉnh huyện quận đồn trạm phòng trường c11"),
  ...["công an", "ủy ban", "ngân hàng", "trung tâm", "chi cục", "thi hành", "luật sư", "chủ tịch", "bệnh viện", "thành phố", "cơ quan"],
  ...["nhà nước", "chính phủ", "thủ tướng", "quốc hội", "bảo hiểm", "kiểm sát", "trợ giúp", "cán bộ", "giám thị", "quân sự", "mặt trận"],
]);

export const promises: readonly string[] = [
  ...["chắc chắn", "đảm bảo", "bảo đảm", "cam kết", "hứa", "yên tâm", "tuyệt đối", "hoàn toàn", "mãi mãi", "tự động", "ngay lập tức"],
  ...["miễn phí", "luôn", "luôn luôn", "tất cả", "bất kỳ", "bất cứ", "nhất định", "sẽ", "vô điều kiện", "dễ dàng", "nhanh chóng"],
];

/** As often as in the answer, neither more nor less: duties, conditions, bounds, and numbers in words. */
export const counted: readonly string[] = [
  ...list("phải cần nên buộc thể nếu khi hoặc hay và mỗi mọi đều cả mới riêng cùng trước sau trên dưới trong ngoài từ đến"),
  ...list("tăng giảm hơn kém đủ thiếu đa thiểu nhất quá ít nhiều có tự"),
  ...list("một hai ba bốn tư năm lăm sáu bảy tám chín mười mươi trăm nghìn triệu tỷ nửa rưỡi đôi gấp đầu cuối"),
];

/** No more often: what is allowed, and what happens to people. */
export const neverMore: readonly string[] = list("được bị quyền phép xong thêm lại");
