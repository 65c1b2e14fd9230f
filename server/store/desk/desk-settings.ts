import { z } from "zod";

/** How the desk works; kept in the console by supervisors and administrators. */
export const DeskSettings = z
  .strictObject({
    /** How many cases one counsellor may have in hand; danger goes beyond it. */
    cap: z.int().min(1).max(200).default(10),
    /** A waiting case that nobody has opened for so long is an alarm. */
    unseenMinutes: z.int().min(1).max(1440).default(10),
    /** Whether waiting cases are offered to whoever has the fewest. */
    offers: z.boolean().default(true),
    /** Whether answers about somebody's freedom go past a supervisor. */
    approveFreedom: z.boolean().default(false),
    /** Topics whose answers do. */
    approveTopics: z.array(z.string().max(60)).max(60).readonly().default([]),
  })
  .readonly();
export type DeskSettings = z.infer<typeof DeskSettings>;

/** Words that are often needed, made ready once. */
export interface CannedReply {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Who wrote it last. */
  readonly by: string;
  readonly at: number;
}
