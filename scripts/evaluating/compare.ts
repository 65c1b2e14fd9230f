import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Row } from "./measure.ts";

const Before = z.object({
  rows: z.array(
    z.object({
      set: z.string(),
      figures: z.record(z.string(), z.number()),
      asked: z.array(z.object({ id: z.string(), reply: z.string(), right: z.boolean() })),
    }),
  ),
});

/** What became of the questions since a run that was kept with `--json`: figures that moved, and every question answered otherwise. */
export function compareWith(file: string, rows: readonly Row[]): readonly string[] {
  const before = Before.parse(JSON.parse(readFileSync(file, "utf8")));
  return rows.flatMap((row) => {
    const earlier = before.rows.find(({ set }) => set === row.set);
    if (earlier === undefined) return [`${row.set}: not in ${file}`];
    const moved = Object.entries(row.figures).flatMap(([name, share]) => {
      const change = 100 * (share - (earlier.figures[name] ?? 0));
      return Math.abs(change) < 0.05 ? [] : [`${name} ${change > 0 ? "+" : "−"}${Math.abs(change).toFixed(1)}`];
    });
    const changed = row.asked.flatMap(({ id, turns, reply, right }) => {
      const then = earlier.asked.find((each) => each.id === id);
      if (then === undefined || then.reply === reply) return [];
      const judged = then.right === right ? (right ? "still right" : "still wrong") : right ? "now right" : "now wrong";
      return [`    ${judged}  ${id}  ${then.reply} → ${reply} | ${turns.join(" || ")}`];
    });
    return moved.length + changed.length === 0 ? [] : [`${row.set}: ${moved.join(" · ") || "same figures"}`, ...changed];
  });
}
