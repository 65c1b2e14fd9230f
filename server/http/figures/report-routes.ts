import { type Request, Router } from "express";
import { z } from "zod";
import { localDay } from "../../clock.ts";
import { Agency, noAgency } from "../../figures/report/agency.ts";
import { reportPeriod } from "../../figures/report/report-period.ts";
import { figuresOf } from "../../figures/tables/figures-of.ts";
import type { Role } from "../../store/staff-store.ts";
import { staffOf } from "../console/access.ts";
import { download } from "./download.ts";
import { type FigureParts, outward } from "./figure-routes.ts";
import { figurePaths } from "./wire.ts";

const reporting: readonly Role[] = ["supervisor", "administrator"];
const Asked = z.object({
  months: z.enum(["6", "12"]).default("6").transform(Number),
  last: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
    .optional(),
});

/** The report to superiors and its annex; the libraries that write them are loaded when first asked for. */
export function reportRoutes({ store, library, access, now }: FigureParts): Router {
  const router = Router();
  const guard = access.guard(reporting);
  const readAsked = async (request: Request) => {
    const { months, last } = Asked.parse(request.query);
    const today = localDay(now());
    const period = reportPeriod(months, today, last);
    const tables = outward(figuresOf(await store.readCounts(period.from, period.to), period, library));
    return { months, today, period, tables, name: `bao-cao-${months}-thang-${period.to}` };
  };
  router.get(`${figurePaths.figures}/report.docx`, guard, async (request, response) => {
    const { name, ...asked } = await readAsked(request);
    await store.noteAct({ by: staffOf(response).id, act: "report", object: ["report", name], at: now() });
    const agency = Agency.safeParse((await store.readOfficeSetting("agency"))?.body).data ?? noAgency;
    const { reportDocument } = await import("../../figures/report/report.ts");
    download(response, `${name}.docx`, await reportDocument({ ...asked, agency }));
  });
  router.get(`${figurePaths.figures}/annex.xlsx`, guard, async (request, response) => {
    const { name, tables } = await readAsked(request);
    const { reportSheets } = await import("../../spreadsheets/report-sheets.ts");
    download(response, `${name}-phu-luc.xlsx`, await reportSheets(tables));
  });
  return router;
}
