import { safeCell } from "./safe-cell.ts";
import type { FigureTable } from "./tables/figure-table.ts";

/** All tables one below the other; with the mark by which Excel knows the letters. */
export function figuresCsv(tables: readonly FigureTable[]): string {
  const lines = tables.flatMap(({ title, columns, rows, basis }) => [[title], columns, ...rows, [basis], []]);
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function quoted(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  return `"${safeCell(cell).replaceAll('"', '""')}"`;
}
