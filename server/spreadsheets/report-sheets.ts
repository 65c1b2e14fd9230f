import writeExcel, { type SheetData } from "write-excel-file/node";
import { safeCell } from "../figures/safe-cell.ts";
import type { FigureTable } from "../figures/tables/figure-table.ts";

const widths = [{ width: 46 }, { width: 22 }, { width: 22 }, { width: 22 }, { width: 20 }, { width: 16 }];
/** What Excel allows in the name of a sheet. */
const longestName = 31;

/** One sheet for each table: its title, its rows, and below them what they were counted from. */
export async function reportSheets(tables: readonly FigureTable[]): Promise<Buffer> {
  const sheets = tables.map((table, at) => ({
    sheet: sheetName(table.title, at),
    data: dataOf(table),
    columns: widths,
    stickyRowsCount: 2,
  }));
  return await writeExcel(sheets).toBuffer();
}

function sheetName(title: string, at: number): string {
  return `${at + 1}. ${title.replace(/[[\]:*?/\\']/g, " ")}`.slice(0, longestName).trim();
}

function dataOf({ title, columns, rows, basis }: FigureTable): SheetData {
  const text = (value: string, fontWeight?: "bold") => ({
    value: safeCell(value),
    type: String,
    wrap: true,
    ...(fontWeight && { fontWeight }),
  });
  return [
    [text(title, "bold")],
    columns.map((column) => text(column, "bold")),
    ...rows.map((row) => row.map((cell) => (typeof cell === "number" ? { value: cell, type: Number } : text(cell)))),
    [],
    [text(basis)],
  ];
}
