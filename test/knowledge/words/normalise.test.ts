import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, longestQuestion, normalise, syllables } from "../../../knowledge/words/normalise.ts";

test("what looks the same is spelt the same, whatever bytes it came in", () => {
  expect(normalise("hoà thuý khoẻ toà án tuỳ qúy")).toBe("hòa thúy khỏe tòa án tùy quý");
  expect(normalise("đường".normalize("NFD"))).toBe("đường");
  expect(normalise("vay\u200b vốn\u202e")).toBe("vay vốn");
});

test("folding drops every mark and turns đ into d", () => {
  expect(fold("Đường đời ƯỚC ƠN ệ ỹ")).toBe("duong doi uoc on e y");
});

test("digits typed for marks are dropped, numbers of documents and sums are not", () => {
  expect(normalise("to6i muo6n1 vay vo6n1 d9u7o7c5 kho6ng")).toBe("toi muon vay von duoc khong");
  for (const text of ["nđ49 và qd22 điều 4 khoản2", "bị 3n6t ra tháng 5/2023", "vay 50tr trả 3 năm", "xe 51F1-12345 b2"])
    expect(normalise(text)).toBe(text);
});

test("numbers of documents and sums stay in one piece", () => {
  expect(syllables("Quyết định 22/2023, lãi 6,24%")).toEqual(["quyết", "định", "22/2023", "lãi", "6,24"]);
});

test("any text is read in bounded time and length, and reading twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const once = normalise(text);
      expect(once.length).toBeLessThanOrEqual(longestQuestion);
      expect(normalise(once)).toBe(once);
    }),
  );
  const started = performance.now();
  for (const heavy of [`a${"\u0301".repeat(60_000)}`, "ệ ".repeat(32_768), "👨‍👩‍👧".repeat(8000)]) normalise(heavy);
  expect(performance.now() - started).toBeLessThan(150);
});
