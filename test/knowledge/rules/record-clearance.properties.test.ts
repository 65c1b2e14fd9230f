import fc from "fast-check";
import { expect, test } from "vitest";
import { Day } from "../../../knowledge/provision.ts";
import { addDays, addMonths } from "../../../knowledge/rules/calendar.ts";
import { anyDay, anyFacts, groups, statuses } from "./any-facts.ts";
import { type Changes, checkForm, factsWith, judge, type WrittenFacts } from "./clearance-facts.ts";

const start = Day.parse("2018-06-01");
const dayFrom = (from: Day, most: number) => fc.nat(most).map((days) => addDays(from, days));

interface Plain {
  readonly facts: WrittenFacts;
  readonly endedOn: Day;
  readonly months: number;
}

/** A record that will be cleared some day: prison that was served, in both branches, with all that may lengthen the period. */
const clearable: fc.Arbitrary<Plain> = fc
  .record({
    endedOn: dayFrom(start, 2_500),
    months: fc.integer({ min: 1, max: 360 }),
    offenceGroup: fc.constantFrom(...groups),
    how: fc.constantFrom("served", "served-reduced", "amnesty"),
    paidBefore: fc.option(fc.nat(400), { nil: null }),
    additional: fc.option(fc.record({ kind: fc.constantFrom("quản chế", "cấm cư trú", "cấm hành nghề"), days: fc.nat(1_826) }), {
      nil: null,
    }),
    refusedAfter: fc.array(fc.nat(2_000), { maxLength: 2 }),
  })
  .map(({ endedOn, months, offenceGroup, how, paidBefore, additional, refusedAfter }) => ({
    endedOn,
    months,
    facts: factsWith({
      offenceGroup,
      mainPenalty: { kind: "prison", months },
      mainEndedBy: how,
      mainEndedOn: endedOn,
      releasedOn: null,
      money:
        paidBefore === null ? { status: "none-owed", lastPaidOn: null } : { status: "paid", lastPaidOn: addDays(endedOn, -paidBefore) },
      additionalPenalty: additional && { kind: additional.kind, endsOn: addDays(endedOn, additional.days), remainderWaivedOn: null },
      courtRefusedOn: offenceGroup === "ordinary" ? [] : refusedAfter.map((days) => addDays(endedOn, days)),
    }),
  }));

/** Long after everything in `clearable`, so that no day of it is still to come. */
const later = Day.parse("2032-01-01");
const dateOf = (facts: WrittenFacts, asOf = later) => judge(facts, asOf).earliestDate;

test("any facts of the right form get a result of the right form, the same one each time", () => {
  fc.assert(
    fc.property(anyFacts, anyDay, (facts, asOf) => {
      const verdict = judge(facts, asOf);
      checkForm(verdict);
      expect(judge(structuredClone(facts), asOf)).toEqual(verdict);
    }),
    { numRuns: 3_000 },
  );
});

test("a sentence that ends later never gives an earlier date", () => {
  fc.assert(
    fc.property(clearable, fc.nat(1_000), ({ facts, endedOn }, days) => {
      const first = dateOf(facts);
      const second = dateOf({ ...facts, mainEndedOn: addDays(endedOn, days) });
      if (first !== null && second !== null) expect(second >= first).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("probation that ends later never gives an earlier date, shortened or not, suspended or after release", () => {
  const cases: readonly Changes[] = [
    { mainPenalty: { kind: "suspended-prison", months: 24 }, mainEndedBy: "probation-ended" },
    { mainEndedBy: "conditional-release-probation-ended" },
    { mainEndedBy: "conditional-release-probation-shortened" },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...cases), dayFrom(start, 2_000), fc.nat(900), (changes, ends, days) => {
      const facts = (probationEndsOn: Day) => factsWith(changes, { mainEndedOn: null, releasedOn: "2016-01-01", probationEndsOn });
      const [first, second] = [dateOf(facts(ends)), dateOf(facts(addDays(ends, days)))];
      expect(first !== null && second !== null && second >= first).toBe(true);
    }),
  );
});

test("a part left unpaid never clears, and paying later never clears earlier", () => {
  fc.assert(
    fc.property(clearable, fc.constantFrom(...statuses.slice(2)), fc.nat(3_000), ({ facts, endedOn }, status, days) => {
      const owed = judge({ ...facts, money: { status, lastPaidOn: null } }, later);
      expect(owed.earliestDate).toBeNull();
      expect(owed.reachedAsOf).not.toBe(true);
      const before = dateOf({ ...facts, money: { status: "none-owed", lastPaidOn: null } });
      const paidLater = dateOf({ ...facts, money: { status: "paid", lastPaidOn: addDays(endedOn, days) } });
      if (before !== null && paidLater !== null) expect(paidLater >= before).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("a longer sentence never clears earlier", () => {
  fc.assert(
    fc.property(clearable, fc.integer({ min: 1, max: 300 }), ({ facts, months }, more) => {
      const first = dateOf(facts);
      const second = dateOf({ ...facts, mainPenalty: { kind: "prison", months: months + more } });
      if (first !== null && second !== null) expect(second >= first).toBe(true);
      const life = dateOf({ ...facts, mainPenalty: { kind: "life-imprisonment", months: null } });
      if (first !== null && life !== null) expect(life >= first).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("a longer additional penalty never clears earlier, and waiving its rest never later", () => {
  fc.assert(
    fc.property(clearable, fc.nat(1_826), fc.nat(400), ({ facts, endedOn }, days, more) => {
      const withPenalty = (endsOn: Day, remainderWaivedOn: Day | null) =>
        dateOf({ ...facts, additionalPenalty: { kind: "quản chế", endsOn, remainderWaivedOn } });
      const [short, long] = [addDays(endedOn, days), addDays(endedOn, days + more)];
      const [first, second, waived] = [withPenalty(short, null), withPenalty(long, null), withPenalty(long, short)];
      if (first !== null && second !== null) expect(second >= first).toBe(true);
      if (second !== null && waived !== null) expect(waived <= second).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("the court never opens earlier than clearing by itself would come", () => {
  fc.assert(
    fc.property(clearable, fc.constantFrom(...groups.slice(1)), ({ facts }, offenceGroup) => {
      const [alone, byCourt] = [dateOf({ ...facts, offenceGroup: "ordinary" }), dateOf({ ...facts, offenceGroup })];
      if (alone !== null && byCourt !== null) expect(byCourt >= alone).toBe(true);
    }),
  );
});

test("the day before its date a record is not reached; on it and after it is", () => {
  fc.assert(
    fc.property(clearable, ({ facts }) => {
      const date = dateOf(facts);
      if (date === null) return;
      const on = (asOf: Day) => {
        const { earliestDate, reachedAsOf } = judge(facts, asOf);
        return { earliestDate, reachedAsOf };
      };
      expect(on(addDays(date, -1))).toEqual({ earliestDate: date, reachedAsOf: false });
      expect(on(date)).toEqual({ earliestDate: date, reachedAsOf: true });
      expect(on(addDays(date, 1))).toEqual({ earliestDate: date, reachedAsOf: true });
    }),
    { numRuns: 1_000 },
  );
});

test("a new conviction before clearing never clears the old record earlier, and one committed later never changes it", () => {
  fc.assert(
    fc.property(
      clearable,
      fc.nat(2_500),
      fc.integer({ min: 30, max: 600 }),
      fc.integer({ min: 1, max: 240 }),
      ({ facts, endedOn }, after, took, months) => {
        const committedOn = addDays(endedOn, after);
        const newOffence = {
          status: "convicted-final",
          committedOn,
          judgmentFinalOn: addDays(committedOn, 20),
          mainPenalty: { kind: "prison", months },
          mainEndedOn: addDays(committedOn, took),
          moneyStatus: "none-owed",
          moneyLastPaidOn: null,
        };
        const [without, withOne] = [dateOf(facts), dateOf({ ...facts, newOffence })];
        if (without === null || withOne === null) return;
        expect(withOne >= without).toBe(true);
        if (facts.offenceGroup === "ordinary" && committedOn > without) expect(withOne).toBe(without);
      },
    ),
    { numRuns: 1_000 },
  );
});

test("an early application opens after exactly a third of the period, and never before", () => {
  fc.assert(
    fc.property(clearable, ({ facts, endedOn }) => {
      const plain = { ...facts, additionalPenalty: null, courtRefusedOn: [] };
      const ordinary = dateOf(plain);
      if (ordinary === null) return;
      const asOf = addDays(ordinary, -1);
      const asked = judge({ ...plain, early: { requested: true, clearProgress: true, merit: true, localProposal: true } }, asOf);
      const months = [24, 36, 60, 84].find((wait) => addMonths(endedOn, wait) === ordinary) ?? 0;
      expect(asked).toMatchObject({ route: "court", earliestDate: addMonths(endedOn, months / 3), reachedAsOf: true });
    }),
  );
});

test("what is not known never gives an earlier date than what is", () => {
  const fields = [
    "fault",
    "frameMaxYears",
    "offenceClass",
    "judgmentFinalOn",
    "mainPenalty",
    "mainEndedBy",
    "mainEndedOn",
    "money",
    "ageAtOffence",
    "offenceGroup",
  ] as const;
  fc.assert(
    fc.property(clearable, fc.constantFrom(...fields), ({ facts }, field) => {
      const [known, unknown] = [dateOf(facts), dateOf({ ...facts, [field]: null })];
      if (known !== null && unknown !== null) expect(unknown >= known).toBe(true);
    }),
    { numRuns: 500 },
  );
});
