import fc from "fast-check";
import { expect, test } from "vitest";
import { openHiding } from "../../../bot/with-model/hide-personal.ts";
import { normalise } from "../../../knowledge/words/normalise.ts";

const secrets = [
  "079203001234",
  "079 203 001 234",
  "0912.345.678",
  "+84 912 345 678",
  "(028) 3822-1188",
  "0-9-1-2-3-4-5-6-7-8",
  "٠٧٩٢٠٣٠٠١٢٣٤",
  "０７９２０３００１２３４",
  "anh.hai+vay@gmail.com",
  "https://facebook.com/anh.hai.77",
  "zalo.me/0912345678",
  "chín một hai ba bốn năm sáu bảy tám",
  "khong chin mot hai ba bon nam sau",
  "Nguyễn Văn Bình",
  "trần thị hoa",
  "nguyen van binh",
  "sinh ngày 12/03/1985",
];

test.each(secrets)("“%s” does not leave, wherever it stands", (secret) => {
  for (const text of [secret, `tôi là ${secret}, vay được không`, `hỏi (${secret}) rồi sao?`, `${secret}\n${secret}`]) {
    const { hide, restore } = openHiding();
    const hidden = hide(text);
    for (const part of secret.match(/\p{Nd}{2,}|[\p{L}.+]+@[\p{L}.]+|Bình|hoa$|binh$|facebook/gu) ?? []) expect(hidden).not.toContain(part);
    expect(hidden).toMatch(/\[(?:số|thư|trang|tên|ngày sinh) \d+\]/u);
    expect(restore(hidden)).toBe(normalise(text));
  }
});

test("a name told by hand is hidden, questions and sums are not", () => {
  expect(openHiding().hide("ten toi la le hai, vay duoc khong")).toBe("ten toi la [tên 1], vay duoc khong");
  for (const text of ["vay 100 triệu được không", "từ 01/7/2026 luật mới thế nào?", "phạt 3 năm, ra tù 2024 thì sao", "Điều 70 nói gì"])
    expect(openHiding().hide(text)).toBe(text);
});

test("a placeholder that was never given out is not put back", () => {
  expect(openHiding().restore("gọi [số 1]")).toBeUndefined();
  const { hide, restore } = openHiding();
  expect(hide("số 0912345678 [số 9]")).toBe("số [số 1]  số 9 ");
  expect(restore("[số 1] và [tên 2]")).toBeUndefined();
});

test("no run of seven digits leaves, whatever is written around it, and it takes no time", () => {
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^\d{7,14}$/), fc.string(), (before, digits, behind) => {
      expect(openHiding().hide(`${before} ${digits} ${behind}`)).not.toContain(digits);
    }),
  );
  const startedAt = performance.now();
  for (const long of ["1 ".repeat(5000), "a@".repeat(5000), "a.".repeat(5000), "Aa ".repeat(5000), "một ".repeat(4000), "[".repeat(9000)])
    openHiding().hide(long);
  expect(performance.now() - startedAt).toBeLessThan(1500);
});
