import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";

const longestMs = 24 * 60 * 60_000;
/** X-App-Usage says that we are over, not until when; calling on prolongs it. */
const overUsageMs = 5 * 60_000;

const AppUsage = z.record(z.string(), z.unknown());
const BusinessUsage = z.record(
  z.string(),
  z.array(z.object({ estimated_time_to_regain_access: z.number().optional(), call_count: z.number().optional() })),
);

/** How long the Graph API asks us to be quiet, where its headers say so. https://developers.facebook.com/docs/graph-api/overview/rate-limiting */
export function pauseAsked(headers: IncomingHttpHeaders): number | undefined {
  const asked = [
    retryAfter(headers["retry-after"]),
    regainAccess(headers["x-business-use-case-usage"]),
    overUsage(headers["x-app-usage"]),
    overUsage(headers["x-page-usage"]),
  ];
  const longest = Math.max(...asked.map((ms) => ms ?? 0));
  return longest > 0 ? Math.min(longest, longestMs) : undefined;
}

function retryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}

function regainAccess(header: string | string[] | undefined): number | undefined {
  const usage = BusinessUsage.safeParse(readJson(header));
  if (!usage.success) return undefined;
  const pauses = Object.values(usage.data).flatMap((uses) =>
    uses.map(
      ({ estimated_time_to_regain_access: minutes = 0, call_count = 0 }) => minutes * 60_000 || (call_count >= 100 ? overUsageMs : 0),
    ),
  );
  return Math.max(0, ...pauses);
}

function overUsage(header: string | string[] | undefined): number | undefined {
  const usage = AppUsage.safeParse(readJson(header));
  if (!usage.success) return undefined;
  return Object.values(usage.data).some((percent) => typeof percent === "number" && percent >= 100) ? overUsageMs : undefined;
}

function readJson(header: string | string[] | undefined): unknown {
  try {
    return typeof header === "string" ? JSON.parse(header) : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
