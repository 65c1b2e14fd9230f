import { expect, test } from "vitest";
import { entryText } from "../../../knowledge/files/write-entry.ts";
import { entrySheet, guideSheet, readRows } from "../../../server/editing/entry-rows.ts";
import { guarded, readFirstSheet, writeSheets } from "../../../server/spreadsheets/entry-sheets.ts";
import { realLibrary } from "../../support/library.ts";

const library = realLibrary();
const all = [...library.entries.values()].map(entryText);

async function throughExcel(change: (rows: string[][]) => void = () => {}) {
  const sheet = entrySheet(all);
  const rows = sheet.rows.map((row) => [...row]);
  change(rows);
  const read = await readFirstSheet(await writeSheets([{ ...sheet, rows }, guideSheet(library)]));
  if (typeof read === "string") throw new Error(read);
  return readRows(read, library);
}

test("all entries go out to a sheet and come back as they were", async () => {
  expect(await throughExcel()).toEqual({ kind: "read", drafts: [], unchanged: all.length });
});

test("only rows that say something else become drafts", async () => {
  const read = await throughExcel((rows) => {
    for (const row of rows.slice(3, 5)) row[1] = `${row[1]} Nhé?`;
  });
  expect(read).toMatchObject({ kind: "read", unchanged: all.length - 2 });
  expect(read.kind === "read" && read.drafts.map(({ id }) => id)).toEqual(all.slice(3, 5).map(({ id }) => id));
});

test("what looks like a formula goes out as text and comes back without its guard", async () => {
  for (const text of ["=1+1", "+84", "-1", "@SUM(A1)", "\t=1"]) expect(guarded(text)).toBe(`'${text}`);
  expect(guarded("Mức vay")).toBe("Mức vay");
  const read = await throughExcel((rows) => {
    const row = rows[0];
    if (row) row[1] = '=HYPERLINK("http://x","y")';
  });
  expect(read.kind === "read" && read.drafts[0]?.question).toBe('=HYPERLINK("http://x","y")');
});

test("every fault is named with its row, and nothing is read", async () => {
  const read = await throughExcel((rows) => {
    const [one, two, three, four] = rows;
    if (one) one[0] = "Mã Sai";
    if (two) two[1] = "";
    if (three) three[12] = "nhiều";
    if (four) four[0] = rows[10]?.[0] ?? "";
  });
  expect(read).toEqual({
    kind: "faulty",
    problems: [
      { row: 2, says: "Mã mục “Mã Sai” không đúng dạng chủ-đề/tên-ngắn (chữ thường không dấu, gạch ngang)." },
      { row: 3, says: "Cột “Câu hỏi” để trống." },
      { row: 4, says: "Cột “Sai thì thiệt” phải là một trong: không, tiền, tự do." },
      { row: 12, says: `Mã mục “${all[10]?.id}” đã có ở dòng 5.` },
    ],
  });
  expect(readRows([["Câu hỏi"]], library)).toMatchObject({ kind: "faulty", problems: [{ row: 1 }] });
});

test("what is no sheet, too large, or unfolds to too much is refused unread", async () => {
  expect(await readFirstSheet(Buffer.from("không phải tệp"))).toBe("unreadable");
  expect(await readFirstSheet(Buffer.alloc(3 * 1024 * 1024))).toBe("too-large");
  const bomb = await writeSheets([{ name: "a", columns: [{ title: "x", width: 5 }], rows: [] }]);
  const list = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bomb.writeUInt32LE(1024 ** 3, list + 24);
  expect(await readFirstSheet(bomb)).toBe("too-large");
});
