import { expect, test } from "vitest";
import { openKnowledge, readKnowledge } from "../../../knowledge/compiled.ts";
import type { EntryText } from "../../../knowledge/entry.ts";
import { entryText, hashOfEntry } from "../../../knowledge/files/write-entry.ts";
import { Day } from "../../../knowledge/provision.ts";
import { openRevised, type Revision, revise } from "../../../knowledge/revising/revise.ts";

const knowledge = readKnowledge();
const released = knowledge.library;
const today = Day.parse("2026-11-25");

function fileOf(id: string): EntryText {
  const entry = released.entries.get(id);
  if (entry === undefined) throw new Error(id);
  return entryText(entry);
}
const loan = fileOf("vay-von/muc-vay-lam-an");
const revision = (entry: EntryText, more: Partial<Revision> = {}): Revision => ({
  id: `r-${entry.id}`,
  entry,
  withdrawn: false,
  madeFrom: released.entries.has(entry.id) ? hashOfEntry(fileOf(entry.id)) : undefined,
  ...more,
});
const changedLoan = { ...loan, short: `${loan.short} Hỏi thêm Công an xã.` };
const brandNew: EntryText = {
  ...loan,
  id: "vay-von/xe-cui-kem",
  question: "Vay mua xe kem rong bán dạo có được không?",
  asked: ["mua xe cà rem đi bán", "vay sắm xe kem dạo", "xe kem bán rong vay được không", "tính bán kem dạo"],
};
const at = (text: string, found: ReturnType<typeof openRevised>) => found.search({ text, day: today, limit: 1 })[0]?.entry;

test("without revisions the library is the files, and is found in the same way", () => {
  const revised = revise(released, [], "0");
  expect(revised.library).toBe(released);
  const question = { text: "vay làm ăn được bao nhiêu", day: today, limit: 5 };
  expect(openRevised(knowledge, revised).search(question)).toEqual(openKnowledge(knowledge).search(question));
});

test("an approved revision is what is answered, whole, and the rest is found as before", () => {
  const revised = revise(released, [revision(changedLoan)], "1");
  const opened = openRevised(knowledge, revised);
  expect(opened.library.version).toBe(`${released.version}+1`);
  expect(at("vay làm ăn được bao nhiêu tiền", opened)?.short).toBe(changedLoan.short);
  const questions = [...released.entries.values()].filter(({ replacedBy, id }) => replacedBy === undefined && id !== loan.id);
  const plain = openKnowledge(knowledge);
  const same = questions.filter(({ question }) => at(question, opened)?.id === at(question, plain)?.id);
  expect(same.length / questions.length).toBeGreaterThan(0.999);
});

test("a new entry is found by words no entry had before, and a withdrawn one is not found any more", () => {
  const opened = openRevised(knowledge, revise(released, [revision(brandNew), revision(loan, { withdrawn: true })], "2"));
  expect(at("toi muon sam xe ca rem di ban", opened)?.id).toBe(brandNew.id);
  expect(opened.library.entries.has(loan.id)).toBe(false);
  const found = opened.search({ text: "vay làm ăn được bao nhiêu tiền", day: today, limit: 20 });
  expect(found.map(({ entry }) => entry.id)).not.toContain(loan.id);
});

test("the order in which revisions came makes no difference to what is found", () => {
  const both = [revision(brandNew), revision(changedLoan)];
  const [one, other] = [both, both.toReversed()].map((list) => openRevised(knowledge, revise(released, list, "3")));
  const question = { text: "vay mua xe kem", day: today, limit: 10 };
  const numbers = (opened: typeof one) => opened?.search(question).map(({ entry, probability }) => [entry.id, probability.toFixed(9)]);
  expect(numbers(one)?.toSorted()).toEqual(numbers(other)?.toSorted());
});

test("a revision of another file is used and says so; one that the files have taken over is not needed; a broken one is put aside", () => {
  const { standings, library } = revise(
    released,
    [
      revision(changedLoan, { madeFrom: "khac" }),
      revision(fileOf("vay-von/ai-duoc-vay")),
      revision({ ...fileOf("vay-von/bao-lau-co-tien"), basis: ["luat-khong-con/1"] }),
      revision({ ...brandNew, id: "chu-de-la/gi-do" }),
    ],
    "4",
  );
  expect([...standings.values()]).toEqual([
    { kind: "used", fileChanged: true },
    { kind: "taken-over" },
    { kind: "put-aside", why: ["no provision luat-khong-con/1"] },
    { kind: "put-aside", why: ["no topic chu-de-la"] },
  ]);
  expect(library.entries.get("vay-von/bao-lau-co-tien")).toBe(released.entries.get("vay-von/bao-lau-co-tien"));
});
