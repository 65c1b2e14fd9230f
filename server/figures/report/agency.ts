import { z } from "zod";

const line = (longest: number) => z.string().trim().max(longest).default("");

/** How the agency signs its reports; what is empty is left to be filled in by hand, and marked. */
export const Agency = z
  .strictObject({
    superior: line(120),
    name: line(120),
    place: line(60),
    numberEnding: line(40),
    signerTitle: line(80),
    signer: line(80),
    recipients: z.array(line(160)).max(12).default([]).readonly(),
  })
  .readonly();
export type Agency = z.infer<typeof Agency>;

export const noAgency: Agency = Agency.parse({});
