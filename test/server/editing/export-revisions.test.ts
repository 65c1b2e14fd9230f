import { cpSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkLibrary } from "../../../knowledge/check/check-library.ts";
import { libraryFolder } from "../../../knowledge/compiled.ts";
import { entryText, hashOfEntry } from "../../../knowledge/files/write-entry.ts";
import { loadLibrary } from "../../../knowledge/load.ts";
import { Day } from "../../../knowledge/provision.ts";
import { revise } from "../../../knowledge/revising/revise.ts";
import { revisionOf } from "../../../server/editing/current-knowledge.ts";
import { draftOf, type EntryDraft } from "../../../server/editing/entry-draft.ts";
import { exportRevisions } from "../../../server/editing/export-revisions.ts";
import type { KeptRevision } from "../../../server/store/editing/editing-store.ts";

function load(folder: string) {
  const loaded = loadLibrary(folder);
  if (loaded.kind === "faulty") throw new Error(JSON.stringify(loaded.faults[0]));
  return loaded;
}

test("what is exported is read again as it was approved, passes the check, and is taken over by the next release", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "huong-thien-export-")), "library");
  cpSync(libraryFolder, folder, { recursive: true });
  const { library: before } = load(folder);
  const file = (id: string): EntryDraft => {
    const entry = before.entries.get(id);
    if (entry === undefined) throw new Error(id);
    return draftOf(entryText(entry));
  };
  const kept = (draft: EntryDraft, more: Partial<KeptRevision> = {}): KeptRevision => {
    const entry = before.entries.get(draft.id);
    return {
      id: draft.id,
      draft,
      withdrawn: false,
      madeFrom: entry && hashOfEntry(entryText(entry)),
      state: "approved",
      author: { id: "hoa", name: "Chị Hoa" },
      edits: 0,
      changedAt: 0,
      submittedAt: 0,
      decidedBy: { id: "lan", name: "Chị Lan: “phụ trách”" },
      decidedAt: Date.parse("2026-11-25T03:00:00Z"),
      note: undefined,
      number: 1,
      material: undefined,
      ...more,
    };
  };
  const loan = file("vay-von/muc-vay-lam-an");
  const { interview: _, ...plain } = loan;
  const revisions = [
    kept({ ...loan, short: "Vay làm ăn nhiều nhất 100 triệu đồng: một người. “Hỏi kỹ” # rồi hãy ký." }),
    kept({
      ...plain,
      id: "vay-von/xe-kem",
      question: "Vay mua xe kem được không?",
      asked: ["xe cà rem", "- xe kem dạo", "mua: xe kem", "'xe' kem"],
    }),
    kept(file("vay-von/bao-nhieu-nguoi-da-vay"), { withdrawn: true }),
    kept({ ...file("vay-von/lai-suat"), basis: ["luat-la/1"] }),
  ];
  const exported = exportRevisions(revisions, folder);
  expect(exported).toMatchObject({
    written: ["vay-von/muc-vay-lam-an", "vay-von/xe-kem"],
    removed: ["vay-von/bao-nhieu-nguoi-da-vay"],
    fileChanged: [],
    putAside: ["vay-von/lai-suat: no provision luat-la/1"],
  });
  expect(existsSync(join(folder, "topics/vay-von/bao-nhieu-nguoi-da-vay.md"))).toBe(false);

  const { library, lines } = load(folder);
  expect(checkLibrary({ library, today: Day.parse("2026-11-25"), files: lines })).toEqual([]);
  for (const revision of revisions.slice(0, 2)) {
    const entry = library.entries.get(revision.draft.id);
    expect(entry && entryText(entry)).toEqual(revisionOf(revision).entry);
    expect(entry?.approved).toEqual({ by: "Chị Lan: “phụ trách”", on: "2026-11-25" });
  }
  const { standings } = revise(library, revisions.map(revisionOf), "next");
  expect([...standings.values()].map(({ kind }) => kind)).toEqual(["taken-over", "taken-over", "taken-over", "put-aside"]);
  expect(exportRevisions(revisions, folder)).toMatchObject({ written: [], removed: [] });
});
