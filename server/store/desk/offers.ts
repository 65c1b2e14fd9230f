import type { Base, Tables } from "../tables.ts";
import type { Reading } from "../verbs/speaker.ts";
import type { Colleague, DeskStore } from "./desk-store.ts";
import { colleagues, settingsIn } from "./duty.ts";

type Offer = Tables["case_offers"];

export function offerVerbs({ database }: Base): Pick<DeskStore, "offerCases" | "declineOffer"> {
  return {
    async offerCases({ at, since, lastsMs }) {
      const { cap, offers: areOffered } = await settingsIn(database);
      const waiting = areOffered ? await waitingCases(database) : [];
      if (waiting.length === 0) return false;
      const load = await loadOf(database, { at, since, cap });
      let offered = false;
      for (const { id, until, tried, staff_id } of waiting) {
        if (until !== null && until > at) continue;
        const passed = new Set<string>(tried === null ? [] : [...JSON.parse(tried), staff_id]);
        const next = load.next(passed);
        if (next === undefined) continue;
        const offer: Offer = { escalation_id: id, staff_id: next.staff, until: at + lastsMs, tried: JSON.stringify(next.tried) };
        if (!(await offerTo(database, offer, until))) continue;
        load.add(next.staff);
        offered = true;
      }
      return offered;
    },
    async declineOffer(id, staff, at) {
      await database.updateTable("case_offers").set({ until: at }).where("escalation_id", "=", id).where("staff_id", "=", staff).execute();
    },
  };
}

async function waitingCases(database: Reading) {
  return await database
    .selectFrom("escalations")
    .leftJoin("case_offers", "case_offers.escalation_id", "escalations.id")
    .select(["escalations.id", "case_offers.until", "case_offers.tried", "case_offers.staff_id"])
    .where("escalations.state", "=", "waiting")
    .where("escalations.reason", "<>", "answered-by-page")
    .orderBy("escalations.risk", "desc")
    .orderBy("escalations.opened_at")
    .execute();
}

interface Load {
  /** Who has the fewest among those to whom it was not offered yet, or, when it was to all, among all once more. */
  next(passed: ReadonlySet<string>): { readonly staff: string; readonly tried: readonly string[] } | undefined;
  add(staff: string): void;
}

async function loadOf(
  database: Reading,
  { at, since, cap }: { readonly at: number; readonly since: number; readonly cap: number },
): Promise<Load> {
  const there = (await colleagues(database, since)).filter(({ isHere, onDuty }) => isHere && onDuty);
  const offered = await database
    .selectFrom("case_offers")
    .innerJoin("escalations", "escalations.id", "case_offers.escalation_id")
    .select("case_offers.staff_id")
    .where("escalations.state", "=", "waiting")
    .where("case_offers.until", ">", at)
    .execute();
  const counts = new Map(there.map(({ id, open }) => [id, open + offered.filter(({ staff_id }) => staff_id === id).length]));
  const countOf = ({ id }: Colleague) => counts.get(id) ?? 0;
  return {
    next(passed) {
      const free = there.filter((each) => countOf(each) < cap).sort((one, other) => countOf(one) - countOf(other));
      const fresh = free.find(({ id }) => !passed.has(id));
      const chosen = fresh ?? free[0];
      return chosen && { staff: chosen.id, tried: fresh === undefined ? [] : [...passed] };
    },
    add: (staff) => void counts.set(staff, (counts.get(staff) ?? 0) + 1),
  };
}

/** Compare-and-set: of two processes that offer the same case at once one does. */
async function offerTo(database: Reading, offer: Offer, before: number | null): Promise<boolean> {
  const { escalation_id, ...set } = offer;
  if (before === null) {
    const made = await database
      .insertInto("case_offers")
      .values(offer)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const moved = await database
    .updateTable("case_offers")
    .set(set)
    .where("escalation_id", "=", escalation_id)
    .where("until", "=", before)
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}
