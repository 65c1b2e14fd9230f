import { z } from "zod";
import { Confidence, Day } from "./provision.ts";

/** A place people go to, or used to: an abolished one leads to the one that took over. */
export const Office = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(3),
    formerNames: z.array(z.string()).readonly().default([]),
    does: z.string().min(5),
    address: z.string().optional(),
    phone: z.string().optional(),
    since: Day.optional(),
    until: Day.optional(),
    leadsTo: z.string().optional(),
    confidence: Confidence,
    facts: z.array(z.string()).readonly(),
  })
  .readonly();
export type Office = z.infer<typeof Office>;
