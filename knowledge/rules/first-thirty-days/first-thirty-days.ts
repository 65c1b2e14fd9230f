import { type Day, writtenDay } from "../../provision.ts";
import { isCurrent, isSure, writtenArticle } from "../cited-law.ts";
import { conclude, inForceOn, type Step } from "../reasoning.ts";
import { defineRule, withBasis } from "../rule.ts";
import { familyAndMoney } from "./family-and-money.ts";
import { FirstThirtyDaysInput } from "./first-thirty-days-input.ts";
import { FirstThirtyDaysOutput, importances } from "./first-thirty-days-output.ts";
import type { Item, Suggest } from "./item.ts";
import { papers } from "./papers.ts";
import { penalties } from "./penalties.ts";
import { reporting } from "./reporting.ts";
import { shelterAndHealth } from "./shelter-and-health.ts";

type Listed = FirstThirtyDaysOutput["items"][number];

const suggestions: readonly Suggest[] = [reporting, penalties, shelterAndHealth, papers, familyAndMoney];

const askAgain = "Có việc em đọc qua nguồn gián tiếp, hoặc luật mới sửa mà chưa đối chiếu; anh/chị hỏi lại nơi làm việc đó.";

/** What to do in the first month after prison, in the order of deadlines and of what weighs most. */
export const firstThirtyDays = defineRule({
  name: "first-30-days",
  input: FirstThirtyDaysInput,
  output: FirstThirtyDaysOutput,
  judge: withBasis(calculate),
});

function calculate(facts: FirstThirtyDaysInput, asOf: Day): FirstThirtyDaysOutput {
  if (!isCurrent("tt-10-2024-bca/9.2", asOf)) return empty("Việc phải làm khi mới ra, trước 01/5/2024, em chưa đọc đủ luật để nói.");
  if (facts.releasedHow === null)
    return empty("Em chưa biết anh/chị ra bằng cách nào, nên chưa nói được phải trình diện ra sao. Hỏi Công an xã.");
  const items = inForceOn(
    asOf,
    suggestions.flatMap((suggest) => suggest(facts, asOf)),
  );
  const ordered = items.map((item) => ({ item, listed: listedOn(item, asOf) })).sort((one, other) => order(one.listed, other.listed));
  return {
    verdict: "checklist",
    items: ordered.map(({ listed }) => listed),
    ...conclude({
      working: ordered.map(({ item, listed }) => ({ says: `${opening(listed)}${item.says}`, rests: item.rests })),
      also: ordered.flatMap(({ item }) => consequences(item, asOf)),
      doubts: [...ordered.flatMap(({ item }) => item.doubts), ...(ordered.some(({ listed }) => listed.askAgain) ? [askAgain] : [])],
    }),
  };
}

function empty(doubt: string): FirstThirtyDaysOutput {
  return { verdict: "hand-over", items: [], ...conclude({ working: [], doubts: [doubt] }) };
}

function listedOn(item: Item, asOf: Day): Listed {
  const { id, importance, says, where, bring, by, within, urgent, rests } = item;
  const overdue = by !== null && by < asOf;
  const [ifNot] = consequences(item, asOf);
  return {
    id,
    when: urgent || overdue ? "today" : by === null ? "this-month" : "by-date",
    importance,
    what: says,
    where,
    bring: [...bring],
    by,
    within,
    overdue,
    askAgain: !rests.every(isSure),
    ifNot: ifNot?.says ?? null,
    articles: [...new Set(rests.map((id) => writtenArticle(id)))],
    basis: [...rests],
  };
}

function consequences({ ifNot }: Item, asOf: Day): readonly Step[] {
  return inForceOn(asOf, ifNot);
}

const whens = ["today", "by-date", "this-month"] as const;

/** What cannot wait, then what has a day, then the rest; within each the day, then what weighs most. */
function order(one: Listed, other: Listed): number {
  return (
    whens.indexOf(one.when) - whens.indexOf(other.when) ||
    (one.when === "by-date" ? (one.by ?? "").localeCompare(other.by ?? "") : 0) ||
    importances.indexOf(one.importance) - importances.indexOf(other.importance)
  );
}

function opening({ when, by, overdue }: Listed): string {
  if (overdue && by !== null) return `Đã quá ngày ${writtenDay(by)}, làm ngay: `;
  if (when === "today") return "Làm ngay: ";
  return by === null ? "" : `Đến hết ngày ${writtenDay(by)}: `;
}
