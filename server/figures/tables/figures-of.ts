import type { Library } from "../../../knowledge/library.ts";
import type { Count } from "../../store/figures/figures-store.ts";
import { caseTables } from "./case-tables.ts";
import { countedIn } from "./counted.ts";
import type { FigureTable, Period } from "./figure-table.ts";
import { dayName } from "./names.ts";
import { questionTables } from "./question-tables.ts";

/** All figures of a period, each with what it was counted from. */
export function figuresOf(counts: readonly Count[], { from, to }: Period, library: Library): readonly FigureTable[] {
  const counted = countedIn(counts, { from, to });
  const tables = [...questionTables(counted, library), ...caseTables(counted)];
  return tables.map((table) => ({
    ...table,
    basis: `Nguồn: số đếm theo ngày, ${table.basis}, từ ${dayName(from)} đến ${dayName(to)}. Số từ 1 đến 4 không nêu.`,
  }));
}
