import { expect, test } from "vitest";
import { checkLibrary } from "../../knowledge/check/check-library.ts";
import { figuresIn } from "../../knowledge/check/figures.ts";
import { ungroundedFigures } from "../../knowledge/check/grounding.ts";
import { Day } from "../../knowledge/provision.ts";
import { realLibrary } from "../support/library.ts";

const meanings = (text: string) => figuresIn(text).map(({ meaning }) => meaning);

test("figures that mean the same are the same, however they are written", () => {
  expect(meanings("100 triệu đồng")).toEqual(meanings("100.000.000 đồng"));
  expect(meanings("01/7/2026")).toEqual(meanings("1-7-2026"));
  expect(meanings("năm năm")).toEqual(meanings("05 năm"));
  expect(meanings("Nghị định 49/2020/NĐ-CP")).toEqual(meanings("Nghị định 49/2020"));
});

test("the library has no fault today", () => {
  expect(checkLibrary({ library: realLibrary(), today: Day.parse("2026-11-24"), files: new Map() })).toEqual([]);
});

test("a changed figure in a short answer is found out", () => {
  const library = realLibrary();
  const changed = [...library.entries.values()].flatMap((entry) =>
    figuresIn(entry.short)
      .filter(({ said }) => /\d/.test(said))
      .map(({ said }) => {
        const other = said.replace(/\d+/, (digits) => String(Number(digits) + 7));
        return { entry, short: entry.short.replace(said, other) };
      }),
  );
  expect(changed.length).toBeGreaterThan(20);
  const caught = changed.filter(({ entry, short }) => ungroundedFigures({ ...entry, short }, library).length > 0);
  expect(caught.length / changed.length).toBeGreaterThanOrEqual(0.97);
});
