import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBoard, stopOf } from "../../server/store/notices/board.ts";
import type { Store } from "../../server/store/store.ts";

const hour = 3_600_000;

/** Notices, switches and search counts; `open` gives a store on one and the same database each time. */
export function describeNotices(name: string, open: () => Promise<Store>): void {
  describe(`notices and switches on ${name}`, () => {
    let store: Store;
    let other: Store;
    beforeAll(async () => {
      store = await open();
      other = await open();
    });
    afterAll(async () => {
      await store.close();
      await other.close();
    });
    const notice = (text: string, from: number, until: number) => ({ kind: "notice" as const, text, from, until, by: "Chị Hoa", at: 1 });

    test("a notice is there until it is over or taken back, the soonest first, for every process", async () => {
      const later = await store.addNotice(notice("sau", 5 * hour, 9 * hour));
      const sooner = await store.addNotice({ ...notice("trước", 2 * hour, 3 * hour), kind: "stop" });
      const seen = await other.readNotices(hour);
      expect(seen.map(({ id, text, kind }) => [id, text, kind])).toEqual([
        [sooner, "trước", "stop"],
        [later, "sau", "notice"],
      ]);
      expect(seen[0]).toMatchObject({ from: 2 * hour, until: 3 * hour, by: "Chị Hoa", at: 1 });
      expect((await store.readNotices(3 * hour)).map(({ text }) => text)).toEqual(["sau"]);
      expect(await other.withdrawNotice(later, "Anh Ba", 4 * hour)).toBe(true);
      expect(await store.withdrawNotice(later, "Anh Ba", 4 * hour)).toBe(false);
      expect(await store.withdrawNotice(sooner, "Anh Ba", 4 * hour)).toBe(false);
      expect(await store.readNotices(4 * hour)).toEqual([]);
    });

    test("of many who switch off at once one does, and its reason stands; what was switched is remembered", async () => {
      const off = (by: string) => ({ name: "messenger", reason: `vì ${by}`, by, since: 10 });
      const done = await Promise.all([store, other, store, other].map((each, at) => each.switchOff(off(`người ${at}`))));
      expect(done.filter(Boolean)).toHaveLength(1);
      const first = done.indexOf(true);
      expect(await other.readSwitchedOff()).toEqual([off(`người ${first}`)]);
      expect(await other.switchOn("messenger", "Chị Hoa", 20)).toBe(true);
      expect(await store.switchOn("messenger", "Chị Hoa", 21)).toBe(false);
      expect(await store.readSwitchedOff()).toEqual([]);
      expect(await store.switchOff({ ...off("lần hai"), since: 30 })).toBe(true);
      expect((await store.readSwitchHistory(10)).map(({ since, ended }) => [since, ended])).toEqual([
        [30, undefined],
        [10, { by: "Chị Hoa", at: 20 }],
      ]);
      await store.switchOn("messenger", "Chị Hoa", 40);
    });

    test("searches are counted by day, however many at once", async () => {
      await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? store : other).countSearch("2026-11-25", at % 4 === 0)));
      await store.countSearch("2026-11-26", true);
      expect(await other.readSearchCounts("2026-11-25", "2026-11-25")).toEqual([{ day: "2026-11-25", found: 5, nothing: 15 }]);
      expect(await other.readSearchCounts("2026-11-20", "2026-12-01")).toHaveLength(2);
    });

    test("a board sees within a second what another process switched, and asks no more often", async () => {
      let at = 100 * hour;
      let asked = 0;
      const counted = { ...store, readSwitchedOff: () => store.readSwitchedOff().finally(() => asked++) };
      const board = openBoard(counted, () => at);
      expect(stopOf(await board.fresh(), "web")).toBeUndefined();
      await other.switchOff({ name: "machine", reason: "trả lời sai", by: "Chị Hoa", since: at });
      await Promise.all(Array.from({ length: 50 }, () => board.fresh()));
      expect(asked).toBe(1);
      at += 1_000;
      expect(stopOf(await board.fresh(), "web")?.reason).toBe("trả lời sai");
      expect(asked).toBe(2);
      await other.switchOn("machine", "Chị Hoa", at);
      await other.addNotice(notice("một giờ nữa", at + hour, at + 2 * hour));
      at += 1_000;
      expect(await board.fresh()).toEqual({ notices: [], off: new Map() });
      at += hour;
      expect((await board.fresh()).notices.map(({ text }) => text)).toEqual(["một giờ nữa"]);
    });
  });
}
