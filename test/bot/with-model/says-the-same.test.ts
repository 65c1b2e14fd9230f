import { expect, test } from "vitest";
import { faultOfRephrasing } from "../../../bot/with-model/says-the-same.ts";
import { realLibrary } from "../../support/library.ts";
import { liesAbout } from "../../support/lies.ts";

const library = realLibrary();
const entries = [...library.entries.values()];
const entry = (id: string) => {
  const found = library.entries.get(id);
  if (found === undefined) throw new Error(`no entry ${id}`);
  return found;
};

const changed = new Set(["number", "citation", "negation", "agency", "left out"]);

test("no lie of any kind about any entry of the library goes out", () => {
  // What is merely added is the same for every entry: of these, every fourth is told.
  const lies = entries.flatMap((about, at) =>
    liesAbout(about)
      .filter(({ kind }) => at % 4 === 0 || changed.has(kind))
      .map((lie) => ({ ...lie, about })),
  );
  const kinds = new Map<string, number>();
  for (const { kind } of lies) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  expect([...kinds.keys()].sort()).toEqual(
    [
      "agency",
      "citation",
      "hotline",
      "instead",
      "language",
      "left out",
      "markup",
      "negation",
      "number",
      "order",
      "promise",
      "twice",
    ].sort(),
  );
  for (const [kind, count] of kinds) expect(count, kind).toBeGreaterThanOrEqual(200);
  const told = lies.filter(({ text, about }) => faultOfRephrasing(text, about) === undefined);
  expect(told.map(({ kind, entry: id, text }) => `${kind} ${id}: ${text}`)).toEqual([]);
}, 120_000);

const faithful: readonly (readonly [string, string])[] = [
  [
    "vay-von-co-so/the-chap-co-so",
    "Dạ, cơ sở vay trên 100 triệu đồng thì phải có tài sản bảo đảm ạ. Cơ sở vay trực tiếp tại ngân hàng, không qua tổ anh/chị nhé.",
  ],
  [
    "giay-to/lam-can-cuoc-tren-mang",
    "Dạ được ạ, khi thẻ mất, hỏng, hoặc đổi vì xã, tỉnh đổi tên. Dữ liệu cũ của anh còn dùng được thì anh không phải lăn lại vân tay nhé.",
  ],
  [
    "ly-lich-tu-phap/nguoi-khac-dung-phieu",
    "Dạ, ai dùng phiếu lý lịch tư pháp của người khác trái luật, xâm phạm đời tư thì bị phạt từ 7 đến 10 triệu đồng ạ. Tổ chức thì bị phạt gấp đôi.",
  ],
  [
    "tro-giup-phap-ly/ho-ngheo",
    "Dạ được ạ. Người thuộc hộ nghèo được trợ giúp pháp lý miễn phí. Anh/chị nhé, giấy cần có là giấy chứng nhận hộ nghèo.",
  ],
  [
    "vay-von/tra-lai-o-dau",
    "Dạ, trả bằng tiền Việt Nam ạ. Ngân hàng giao dịch với dân ở trụ sở hoặc ở điểm giao dịch tại xã. Nộp tiền lần nào thì anh/chị lấy biên lai lần đó nhé.",
  ],
  [
    "xe-bang-lai/het-diem",
    "Dạ, anh làm bài kiểm tra luật giao thông để phục hồi điểm bằng lái ạ. Rớt thì thi lại sau 07 ngày làm việc. Anh cần giấy khám sức khỏe còn hạn.",
  ],
  [
    "quan-che/ai-bi-quan-che",
    "Dạ không ạ. Quản chế chỉ có khi bản án tuyên, với tội xâm phạm an ninh quốc gia, tái phạm nguy hiểm và một số tội luật ghi rõ. Bản án không ghi chữ quản chế thì anh không bị quản chế.",
  ],
  [
    "xoa-an-tich/phieu-van-ghi",
    "Dạ không có khoản phí xóa án tích nhanh ạ. Anh có quyền đề nghị nơi cấp phiếu sửa lại; họ phải kiểm tra, xác minh, sửa và báo kết quả.",
  ],
  [
    "vay-von/ngan-hang-chinh-sach-la-gi",
    "Ngân hàng này không phải ngân hàng thương mại, hoạt động không vì lợi nhuận, anh/chị ạ. Chỉ cho vay theo chương trình do Nhà nước quy định.",
  ],
  [
    "cho-o/nha-cua-minh",
    "Dạ, nhà của mình thì anh đăng ký thường trú ngay tại đó ạ. Anh nộp tờ khai CT01 ở Công an xã, phường, trực tiếp hoặc qua mạng; trả trong 07 ngày làm việc.",
  ],
];

test("a faithful rephrasing goes out, and so does every curated answer itself", () => {
  expect(faithful.flatMap(([id, text]) => faultOfRephrasing(text, entry(id)) ?? [])).toEqual([]);
  expect(entries.filter((each) => faultOfRephrasing(each.short, each) !== undefined).map(({ id }) => id)).toEqual([]);
});

test("no lie put into a faithful rephrasing goes out", () => {
  const lies = faithful.flatMap(([id, text]) => liesAbout({ ...entry(id), short: text }).map((lie) => ({ lie, about: entry(id) })));
  expect(lies.length).toBeGreaterThan(400);
  expect(lies.filter(({ lie, about }) => faultOfRephrasing(lie.text, about) === undefined).map(({ lie }) => lie.text)).toEqual([]);
});

test("what cannot be told to be the same is not said: the price is a rephrasing lost", () => {
  expect(faultOfRephrasing("Dạ, mỗi lớp học không quá 100 người, mỗi buổi 4 giờ ạ.", entry("truoc-khi-ra/lop-dong-nguoi"))).toBe("figures");
  expect(faultOfRephrasing("Dạ, ١٠٠ người.", entry("truoc-khi-ra/lop-dong-nguoi"))).toBe("form");
  expect(faultOfRephrasing("Dạ, mỗi lớp không quá 1​00 người​9, mỗi buổi 4 giờ ạ.", entry("truoc-khi-ra/lop-dong-nguoi"))).toBeDefined();
});
