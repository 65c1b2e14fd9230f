import { expect, test } from "vitest";
import { libraryFolder } from "../../../knowledge/compiled.ts";
import { readContentFiles } from "../../../knowledge/files/content-file.ts";
import { readEntry } from "../../../knowledge/files/read-entry.ts";
import { hashOfEntry, pathOfEntry, writeEntry } from "../../../knowledge/files/write-entry.ts";

test("every entry of the library, written anew, reads as what it was", () => {
  const files = readContentFiles(libraryFolder).filter(({ path }) => path.endsWith(".md"));
  expect(files.length).toBeGreaterThan(800);
  for (const file of files) {
    const read = readEntry(file, new Map());
    if ("faults" in read) throw new Error(file.path);
    const { alsoAsked: _, ...entry } = read.value;
    expect(pathOfEntry(entry)).toBe(file.path);
    const again = readEntry({ path: file.path, text: writeEntry(entry) }, new Map());
    expect(again).toEqual(read);
    expect(hashOfEntry(entry)).toBe(hashOfEntry({ ...entry, approved: null }));
    expect(hashOfEntry(entry)).not.toBe(hashOfEntry({ ...entry, short: `${entry.short} Hết.` }));
  }
});
