import { type Request, Router } from "express";
import { z } from "zod";
import type { Library } from "../../../knowledge/library.ts";
import { Day } from "../../../knowledge/provision.ts";
import { localDay } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { openDrawing } from "../../figures/draw-chart.ts";
import { figuresCsv } from "../../figures/figures-csv.ts";
import { plusDays } from "../../figures/tables/counted.ts";
import type { FigureTable, Period } from "../../figures/tables/figure-table.ts";
import { figuresOf } from "../../figures/tables/figures-of.ts";
import type { Role } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "../console/access.ts";
import { download } from "./download.ts";
import { FigureList, figurePaths } from "./wire.ts";

const reading: readonly Role[] = ["editor", "supervisor", "administrator"];
const usualDays = 84;
/** A wider look would read too much at once. */
const mostDays = 800;

export interface FigureParts {
  readonly store: Store;
  readonly library: Library;
  readonly access: Access;
  readonly now: () => number;
}

/** Figures as tables, pictures and files; all of them from the same counts. */
export function figureRoutes({ store, library, access, now }: FigureParts): Router {
  const router = Router();
  const guard = access.guard(reading);
  const draw = openDrawing();
  const tablesOf = async (period: Period) => figuresOf(await store.readCounts(period.from, period.to), period, library);
  router.get(figurePaths.figures, guard, async (request, response) => {
    const period = periodOf(request, localDay(now()));
    response.json(FigureList.parse({ ...period, tables: await tablesOf(period) }));
  });
  router.get(`${figurePaths.figures}/chart/:name`, guard, async (request, response) => {
    const found = (await tablesOf(periodOf(request, localDay(now())))).find(({ name }) => name === request.params.name);
    if (found?.drawn === undefined) throw new AppError("not-found");
    const svg = await draw({ table: found, theme: request.query.theme === "dark" ? "dark" : "light" });
    response.type("image/svg+xml").send(svg);
  });
  router.get(`${figurePaths.figures}/export.csv`, guard, async (request, response) => {
    const period = periodOf(request, localDay(now()));
    download(response, fileName(period, "csv"), Buffer.from(figuresCsv(outward(await tablesOf(period)))));
  });
  router.get(`${figurePaths.figures}/export.xlsx`, guard, async (request, response) => {
    const period = periodOf(request, localDay(now()));
    const { reportSheets } = await import("../../spreadsheets/report-sheets.ts");
    download(response, fileName(period, "xlsx"), await reportSheets(outward(await tablesOf(period))));
  });
  return router;
}

/** What leaves the house: opinions, with their small numbers, stay with the editors. */
export function outward(tables: readonly FigureTable[]): readonly FigureTable[] {
  return tables.filter(({ name }) => name !== "opinions");
}

function fileName({ from, to }: Period, ending: string): string {
  return `so-lieu-${from}-${to}.${ending}`;
}

const Asked = z.object({ from: Day.optional(), to: Day.optional() });

function periodOf(request: Request, today: string): Period {
  const { from, to = today } = Asked.parse(request.query);
  const period = { from: from ?? plusDays(to, 1 - usualDays), to };
  if (period.from > period.to || plusDays(period.from, mostDays) < period.to) throw new AppError("bad-request");
  return period;
}
