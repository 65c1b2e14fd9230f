import { expect, test } from "vitest";
import { checkLibrary } from "../../../knowledge/check/check-library.ts";
import { figuresIn } from "../../../knowledge/check/figures.ts";
import { ungroundedFigures, unpairedFigures, unsaidHotlines } from "../../../knowledge/check/grounding.ts";
import type { Section } from "../../../knowledge/entry.ts";
import { steadyRandom } from "../../../knowledge/hearing/steady-random.ts";
import type { Entry } from "../../../knowledge/passage.ts";
import { Day } from "../../../knowledge/provision.ts";
import { realLibrary } from "../../support/library.ts";

const meanings = (text: string) => figuresIn(text).map(({ meaning }) => meaning);

test("figures that mean the same are the same, however they are written", () => {
  expect(meanings("100 triệu đồng")).toEqual(meanings("100.000.000 đồng"));
  expect(meanings("01/7/2026")).toEqual(meanings("1-7-2026"));
  expect(meanings("năm năm")).toEqual(meanings("05 năm"));
});

test("the library has no fault today", () => {
  expect(checkLibrary({ library: realLibrary(), today: Day.parse("2026-11-24"), files: new Map() })).toEqual([]);
});

test.each([
  ["hai mươi mốt ngày", ["21 ngày"]],
  ["một trăm hai mươi nghìn đồng", ["120000 đồng"]],
  ["mười lăm năm", ["15 năm"]],
  ["năm năm", ["5 năm"]],
  ["1 triệu rưỡi", ["1500000 đồng"]],
  ["từ 20 đến 40 triệu đồng", ["20000000 đồng", "20000000 đồng … 40000000 đồng", "40000000 đồng"]],
  ["Điều 70, 71 và 73", ["điều 70", "điều 71", "điều 73"]],
  ["Điều 70 trong 05 năm", ["điều 70", "5 năm"]],
  ["Mẫu số 02, Phiếu số 1", ["mẫu 2", "phiếu 1"]],
  ["Nghị định 49/2020/NĐ-CP, Quyết định 22", ["văn bản 49/2020/NĐ-CP", "văn bản 22"]],
  ["ít nhất 1/3 thời hạn", ["1/3"]],
  ["gọi 1800 1233 lúc 7h30", ["số máy 18001233", "7:30"]],
  ["một người quen, một lần nào đó", []],
  ["đủ 16 tuổi, lãi 6,24%/năm", ["16 tuổi", "6.24 %"]],
])("the figures of %j", (text, expected) => {
  expect(meanings(text)).toEqual(expected);
});

test("of a thousand changed figures, in words or digits, at least 99 in 100 are found out", () => {
  const library = realLibrary();
  const random = steadyRandom(20261125);
  const places = [...library.entries.values()].flatMap((entry) =>
    (["short", "next", ...Object.keys(entry.sections)] as const).flatMap((part) =>
      part === "before"
        ? []
        : figuresIn(textOf(entry, part))
            // Where the same digits stand twice, which of them is changed would be chance.
            .filter(({ said }) => textOf(entry, part).split(said).length === 2)
            .map(({ said }) => ({ entry, part, said })),
    ),
  );
  expect(places.length).toBeGreaterThan(1000);
  const missed: string[] = [];
  for (let count = 0; count < 1000; count++) {
    const place = places[Math.floor(random() * places.length)];
    if (place === undefined) throw new Error("no figure to change");
    const { entry, part, said } = place;
    const text = textOf(entry, part).replace(said, changed(said, random));
    const mutant =
      part === "short" || part === "next" ? { ...entry, [part]: text } : { ...entry, sections: { ...entry.sections, [part]: text } };
    const found = [ungroundedFigures(mutant, library), unpairedFigures(mutant, library), unsaidHotlines(mutant, library)];
    if (found.flat().length === 0) missed.push(`${entry.id} ${part}: ${said}`);
  }
  expect(missed.length / 1000, missed.join("\n")).toBeLessThanOrEqual(0.01);
});

function textOf(entry: Entry, part: string): string {
  return part === "short" || part === "next" ? entry[part] : (entry.sections[part as Section] ?? "");
}

/** The figure with one of its numbers changed as hands and heads do: other digits, one digit more, or a few off. */
function changed(said: string, random: () => number): string {
  const numbers = [...said.matchAll(/\d+/g)];
  const at = numbers[Math.floor(random() * numbers.length)];
  if (at === undefined) return said.replace(/\p{L}+/u, said.startsWith("hai") ? "bảy" : "hai");
  const slips = [
    (digits: string) => digits.replace(/\d/g, () => String(Math.floor(random() * 10))),
    (digits: string) => digits + String(Math.floor(random() * 10)),
    (digits: string) => String(Number(digits) + 1 + Math.floor(random() * 9)),
  ];
  for (;;) {
    const other = slips[Math.floor(random() * slips.length)]?.(at[0]) ?? "";
    if (Number(other) !== Number(at[0])) return said.slice(0, at.index) + other + said.slice(at.index + at[0].length);
  }
}
