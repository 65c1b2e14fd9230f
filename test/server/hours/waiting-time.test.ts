import { expect, test } from "vitest";
import { whenRead } from "../../../bot/escalate.ts";
import { waitingTime } from "../../../server/hours/waiting-time.ts";
import type { Count } from "../../../server/store/figures/figures-store.ts";

const morning = Date.parse("2026-11-25T09:00:00+07:00");
const reply = (label: string, amount: number, day = "2026-11-20"): Count => ({ day, what: "first-reply", label, amount });
const wait = (counts: readonly Count[]) =>
  waitingTime({ readCounts: async (from, to) => counts.filter(({ day }) => from <= day && day <= to) }, morning);

test("a wait is said from twenty cases of this part of the day on, rounded, with the slow ones, and never as a promise", async () => {
  const counts = [reply("money|sáng|open|10", 12), reply("none|sáng|open|90", 8)];
  const waiting = await wait(counts);
  expect(waiting).toEqual({ usualMinutes: 10, slowMinutes: 90 });
  const words = whenRead({ open: true, ...(waiting && { waiting }) });
  expect(words).toContain("một nửa số người được trả lời trong vòng 10 phút, có lúc lâu hơn 1 giờ rưỡi");
  expect(words).toContain("Em không hứa chắc được");
});

test("too few cases, other hours, danger, and what is long ago say nothing", async () => {
  expect(await wait([reply("money|sáng|open|10", 19)])).toBeUndefined();
  expect(await wait([reply("money|chiều|open|10", 50)])).toBeUndefined();
  expect(await wait([reply("money|sáng|shut|10", 50)])).toBeUndefined();
  expect(await wait([reply("danger|sáng|open|1", 50)])).toBeUndefined();
  expect(await wait([reply("money|sáng|open|10", 50, "2026-10-20")])).toBeUndefined();
});

test("where one in ten was never answered no wait is said", async () => {
  expect(await wait([reply("money|sáng|open|10", 40), reply("none|sáng|open|chưa", 10)])).toBeUndefined();
});
