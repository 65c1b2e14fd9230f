import { z } from "zod";

const Text = z.string();

export const OutgoingCitation = z.strictObject({ label: Text, page: Text, inForceFrom: z.string() }).readonly();
export const OutgoingHotline = z.strictObject({ number: Text, name: Text, hours: Text }).readonly();
/** `says` = the label at length, where there is room. */
export const OutgoingChoice = z.strictObject({ label: Text, value: Text, says: Text.optional() }).readonly();

/** One part of what is shown to a person, whoever said it. Plain text. */
export const OutgoingPart = z
  .strictObject({
    outcome: Text,
    text: Text,
    /** The paragraph of the text that matters most. */
    headline: Text.optional(),
    inForceFrom: Text.optional(),
    /** How far a guided interview has come: question `number` of about `about`. */
    progress: z.strictObject({ number: z.number(), about: z.number() }).readonly().optional(),
    /** What a guided interview came to: worth printing. */
    result: z.literal(true).optional(),
    citations: z.array(OutgoingCitation).readonly(),
    hotlines: z.array(OutgoingHotline).readonly(),
  })
  .readonly();
export type OutgoingPart = z.infer<typeof OutgoingPart>;

/** What leaves us in one piece: stored, shown on the website, cut to size for a provider. */
export const OutgoingMessage = z
  .strictObject({
    /** `notice` = the service itself: a counsellor came, left, nobody is there. */
    from: z.enum(["bot", "counsellor", "notice"]),
    /** Name shown for a counsellor. */
    name: Text.optional(),
    parts: z.tuple([OutgoingPart], OutgoingPart).readonly(),
    choices: z.array(OutgoingChoice).readonly(),
  })
  .readonly();
export type OutgoingMessage = z.infer<typeof OutgoingMessage>;
