import { readSheet } from "read-excel-file/node";
import writeExcel, { type SheetData } from "write-excel-file/node";
import { unzippedSize } from "./unzipped-size.ts";

/** One column of a sheet: its name in the first row, and its width in characters. */
export interface Column {
  readonly title: string;
  readonly width: number;
}

export interface TextSheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export const longestFile = 2 * 1024 * 1024;
/** A small file may unfold to a great one. */
const largestUnfolded = 40 * 1024 * 1024;

/** A workbook of texts; nothing in it is a formula. */
export async function writeSheets(sheets: readonly TextSheet[]): Promise<Buffer> {
  return await writeExcel(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      data: [
        columns.map(({ title }) => ({ ...cell(title), fontWeight: "bold" as const })),
        ...rows.map((row) => row.map(cell)),
      ] as SheetData,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

/** The first sheet as texts, or that it is none we can read. */
export async function readFirstSheet(file: Buffer): Promise<readonly (readonly string[])[] | "unreadable" | "too-large"> {
  if (file.length > longestFile) return "too-large";
  const size = unzippedSize(file);
  if (size === undefined) return "unreadable";
  if (size > largestUnfolded) return "too-large";
  try {
    const rows = await readSheet(file, 1);
    return rows.map((row) => row.map((value) => (value === null ? "" : withoutGuard(String(value)))));
  } catch {
    // Whatever the reader stumbles over, it is no sheet for us.
    return "unreadable";
  }
}

function cell(text: string) {
  return { value: guarded(text), type: String, wrap: true, alignVertical: "top" as const };
}

/** What a program for sheets would take for a formula begins with an apostrophe. */
export function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
