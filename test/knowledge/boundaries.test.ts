import fc from "fast-check";
import { expect, test } from "vitest";
import { Day, isInForce } from "../../knowledge/provision.ts";
import { realKnowledge } from "../support/library.ts";

const { library, search } = realKnowledge();

const first = (question: string, day: string) => search({ text: question, day: Day.parse(day), limit: 1 })[0]?.entry;

// The days on which much of this law changed, each with the day before it.
test.each([
  ["2026-06-30", "Được tha tù trước thời hạn thì mấy ngày phải trình diện?", "tha-tu-truoc-han/trinh-dien-truoc-2026"],
  ["2026-07-01", "Được tha tù trước thời hạn thì mấy ngày phải trình diện?", "tha-tu-truoc-han/len-xa-may-ngay"],
  ["2025-02-28", "Xin phiếu lý lịch tư pháp ở đâu?", "ly-lich-tu-phap/xin-o-dau-truoc-2025"],
  ["2025-03-01", "Xin phiếu lý lịch tư pháp ở đâu?", "ly-lich-tu-phap/trang-mang-ghi-so-tu-phap"],
  ["2026-07-01", "Xin phiếu lý lịch tư pháp ở đâu?", "ly-lich-tu-phap/xin-o-dau"],
  ["2025-07-01", "Công an huyện còn làm thi hành án không?", "co-quan/khong-con-huyen"],
  ["2025-07-01", "Tòa án nào giải quyết đơn xóa án tích?", "xoa-an-tich/toa-nao"],
  ["2025-12-31", "Phạm tội lúc 17 tuổi có án tích không?", "xoa-an-tich/duoi-18-truoc-2026"],
  ["2026-01-01", "Phạm tội lúc 17 tuổi có án tích không?", "xoa-an-tich/duoi-18-tuoi"],
  ["2026-01-01", "Lương tối thiểu vùng bao nhiêu?", "viec-lam/luong-toi-thieu"],
  ["2026-12-31", "Những ai được trợ giúp pháp lý miễn phí?", "tro-giup-phap-ly/nhung-ai-duoc"],
])("on %s, %j finds %s", (day, question, entry) => {
  expect(first(question, day)?.id).toMatch(new RegExp(`^${entry}`));
});

test.each([
  ["2025-06-30", "Công an huyện còn làm thi hành án không?", "co-quan/khong-con-huyen"],
  ["2025-12-31", "Lương tối thiểu vùng bao nhiêu?", "viec-lam/luong-toi-thieu"],
  ["2027-01-01", "Những ai được trợ giúp pháp lý miễn phí?", "tro-giup-phap-ly/nhung-ai-duoc"],
  ["2025-11-30", "Lãi suất vay vốn người ra tù là bao nhiêu?", "vay-von/lai-suat"],
  ["2025-12-14", "Không trình diện bị phạt bao nhiêu?", "trinh-dien/tre-han"],
])("on %s, %j does not find %s, which is not law that day", (day, question, entry) => {
  const found = search({ text: question, day: Day.parse(day), limit: 40 }).map(({ entry: { id } }) => id);
  expect(library.entries.has(entry)).toBe(true);
  expect(found).not.toContain(entry);
});

test("whatever is asked on whatever day, nothing found rests on a provision that is not in force then", () => {
  const questions = [...library.entries.values()].map(({ question }) => question);
  const days = fc
    .date({ min: new Date("2019-01-01"), max: new Date("2028-12-31"), noInvalidDate: true })
    .map((date) => Day.parse(date.toISOString().slice(0, 10)));
  fc.assert(
    fc.property(fc.constantFrom(...questions), days, (text, day) => {
      for (const { entry } of search({ text, day, limit: 12 }))
        for (const { inForce } of entry.basis) expect(isInForce(inForce, day)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
