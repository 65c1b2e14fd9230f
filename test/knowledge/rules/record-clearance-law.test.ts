import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Provision } from "../../../knowledge/provision.ts";
import { articles } from "../../../knowledge/rules/record-clearance/articles.ts";
import { RecordFacts } from "../../../knowledge/rules/record-clearance/facts.ts";
import { juvenileArticleTo, penalCodeFrom } from "../../../knowledge/rules/record-clearance/no-record.ts";
import { judgeRecord } from "../../../knowledge/rules/record-clearance.ts";
import { realLibrary } from "../../support/library.ts";
import { anyDay, anyFacts } from "./any-facts.ts";

const { provisions } = realLibrary();

test.each(Object.entries(articles))("%s stands in the library and is written %s", (id, written) => {
  expect(provisions.has(id)).toBe(true);
  const provision = provisions.get(id);
  expect(provision && writtenArticle(provision)).toBe(written);
});

function writtenArticle({ article, clause, point, document }: Provision): string {
  const place = [article, clause, point].filter((part) => part !== undefined).join(".");
  return `Điều ${place}${document.id === "blhs-2015" ? "" : ` ${document.short}`}`;
}

test("every listed provision is used by a branch", () => {
  const folder = fileURLToPath(new URL("../../../knowledge/rules/record-clearance", import.meta.url));
  const code = readdirSync(folder)
    .filter((name) => name !== "articles.ts")
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
    .join("\n");
  // The points of Điều 70.2 and 71.2 are put together from the point that was found.
  const composed = /^blhs-2015\/7[01]\.2\.[a-d]$/;
  expect(Object.keys(articles).filter((id) => !composed.test(id) && !code.includes(`"${id}"`))).toEqual([]);
});

test("the days between which the rule chooses its law are those of the library", () => {
  expect(provisions.get("blhs-2015/70.2")?.inForce.from).toBe(penalCodeFrom);
  expect(provisions.get("blhs-2015/107.1")?.inForce).toEqual({ from: penalCodeFrom, to: juvenileArticleTo });
  expect(provisions.get("blhs-2015/107.2")?.inForce).toEqual({ from: penalCodeFrom, to: juvenileArticleTo });
});

test("a branch that names an unverified provision always says a doubt", () => {
  const unverified = new Set(Object.keys(articles).filter((id) => provisions.get(id)?.confidence === "chưa xác minh"));
  expect([...unverified].sort()).toEqual([
    "blhs-2015/107.2-2",
    "blhs-2015/38.1-2",
    "blhs-2015/70.2-nop-muon",
    "blhs-2015/70.2.a-canh-cao",
    "blhs-2015/73.1-tong-hop",
  ]);
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyFacts, anyDay, (facts, asOf) => {
      const { because = [], doubts = [] } = judgeRecord(RecordFacts.parse(facts), asOf).notes;
      const named = because.filter((id) => unverified.has(id));
      for (const id of named) seen.add(id);
      expect(named.length === 0 || doubts.length > 0).toBe(true);
    }),
    { numRuns: 5_000 },
  );
  expect(seen.size).toBeGreaterThan(0);
});
