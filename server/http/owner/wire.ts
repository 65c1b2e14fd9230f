import { z } from "zod";

export const ownerPaths = {
  /** GET → SiteCheck (administrator). */
  site: "/api/console/site",
} as const;

export const SiteCheck = z.strictObject({
  /** What people should be told on the site and is not set: names of settings. */
  missing: z.array(z.enum(["SITE_OWNER", "SITE_CONTACT", "PUBLIC_URL"])),
});
export type SiteCheck = z.infer<typeof SiteCheck>;
