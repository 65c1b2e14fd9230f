import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { coverage, readFacts, readLeftOut } from "../../../knowledge/check/coverage.ts";
import { endedOn, impactOf } from "../../../knowledge/check/impact.ts";
import { lawyerReview } from "../../../knowledge/check/lawyer-review.ts";
import { Day } from "../../../knowledge/provision.ts";
import { realLibrary } from "../../support/library.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const research = join(root, "../shared/facts");

test("facts are read with how sure they are, in all three ways they are written", () => {
  const text = [
    "- **A-01.01** — Luật mới. [luat-thahs-2025, Điều 179] — cao",
    "- **A-01.02** — Chưa rõ, cao hay không. [x] — chưa xác minh",
    "- **B-LT-001.** Từ 01/3/2025. [nq] — TB.",
    "- **C1-03** Thẻ đổi. `[luat, Điều 21]` – trung bình",
    "- **Ghi chú** không phải dữ kiện",
  ].join("\n");
  expect(readFacts(text)).toEqual([
    { id: "A-01.01", mustStand: true },
    { id: "A-01.02", mustStand: false },
    { id: "B-LT-001", mustStand: true },
    { id: "C1-03", mustStand: true },
  ]);
  expect(readLeftOut("| fact | reason |\n| --- | --- |\n| B-LT-001 | about the system |")).toEqual(["B-LT-001"]);
});

test("a fact in no provision, one no answer rests on and an invented one are told apart", () => {
  const library = realLibrary();
  const [first] = library.provisions.values();
  if (first === undefined) throw new Error("no provision");
  const lonely = { ...first, id: "x/1", facts: ["A-98.01"] };
  const found = coverage(
    [
      { id: "A-98.01", mustStand: true },
      { id: "A-98.02", mustStand: true },
      { id: "A-98.03", mustStand: false },
    ],
    { ...library, provisions: new Map([["x/1", lonely]]), entries: new Map(), offices: new Map(), hotlines: new Map(), safety: new Map() },
    ["A-98.09"],
  );
  expect(found).toMatchObject({ missing: ["A-98.02"], unreachable: ["A-98.01"], unknown: ["A-98.09"] });
});

test.skipIf(!existsSync(research))("every sure fact of the research stands in an answer or is left out with a reason", () => {
  const facts = readdirSync(research)
    .filter((name) => name.endsWith("-du-kien.md"))
    .flatMap((name) => readFacts(readFileSync(join(research, name), "utf8")));
  const found = coverage(facts, realLibrary(), readLeftOut(readFileSync(join(root, "docs/knowledge-left-out.md"), "utf8")));
  expect(found).toMatchObject({ missing: [], unreachable: [], unknown: [] });
});

test("the lawyer's list is the library's of today", () => {
  expect(
    readFileSync(join(root, "docs/lawyer-review.md"), "utf8") === lawyerReview(realLibrary()),
    "npm run lawyer-review writes it anew",
  ).toBe(true);
});

test("what rests on a document is named, and its end puts those answers out of force", () => {
  const library = realLibrary();
  const impact = impactOf("qd-22-2023", library);
  expect(impact?.entries.map(({ id }) => id)).toContain("vay-von/muc-vay-lam-an");
  expect(impactOf("no-such-document", library)).toBeUndefined();
  const ended = endedOn("qd-22-2023", Day.parse("2026-12-31"), library);
  expect(ended.entries.get("vay-von/muc-vay-lam-an")?.inForce.to).toBe("2026-12-31");
  expect(ended.entries.get("quan-che/quan-che-la-gi")?.inForce.to).toBeUndefined();
});
