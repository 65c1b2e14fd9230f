import { Router } from "express";
import type { ZodType } from "zod";
import { whenRead } from "../../../bot/escalate.ts";
import { peopleNow } from "../../escalation/people.ts";
import { Agency } from "../../figures/report/agency.ts";
import { readOffice } from "../../hours/office.ts";
import { OpeningHours } from "../../hours/opening-hours.ts";
import { dueAt, ServiceLevels } from "../../hours/service-levels.ts";
import type { Live } from "../../live.ts";
import type { OfficeSetting } from "../../store/figures/figures-store.ts";
import { type Role, roles } from "../../store/staff-store.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "../console/access.ts";
import { staffOf } from "../console/access.ts";
import { figurePaths, LateList, Office, Saved, SaveSetting } from "./wire.ts";

const setting: readonly Role[] = ["supervisor", "administrator"];
const answering: readonly Role[] = ["counsellor", "supervisor", "administrator"];
const shapes: Readonly<Record<OfficeSetting, ZodType>> = { hours: OpeningHours, levels: ServiceLevels, agency: Agency };

export interface OfficeParts {
  readonly store: Store;
  readonly access: Access;
  readonly live: Live;
  readonly now: () => number;
}

/** Opening hours, service levels and the agency's name: read by all, set by who is in charge; and which cases are late. */
export function officeRoutes({ store, access, live, now }: OfficeParts): Router {
  const router = Router();
  router.get(figurePaths.office, access.guard(roles), async (_request, response) => {
    const read = async (name: OfficeSetting) => {
      const kept = await store.readOfficeSetting(name);
      const value = shapes[name].safeParse(kept?.body);
      return { version: kept?.version ?? 0, ...(value.success && { value: value.data }) };
    };
    const office = { hours: await read("hours"), levels: await read("levels"), agency: await read("agency") };
    response.json(Office.parse({ ...office, says: whenRead(await peopleNow(store, now())) }));
  });
  for (const name of ["hours", "levels", "agency"] as const) {
    router.put(`${figurePaths.office}/${name}`, access.guard(setting), async (request, response) => {
      const { version, value } = SaveSetting.parse(request.body);
      const read = shapes[name].safeParse(value);
      if (!read.success)
        return void response.json(Saved.parse({ kind: "wrong", why: [...new Set(read.error.issues.map(({ message }) => message))] }));
      const saved = await store.saveOfficeSetting(name, read.data, { version, by: staffOf(response).id, at: now() });
      if (saved) {
        await store.noteAct({ by: staffOf(response).id, act: "settings", object: ["settings", name], at: now() });
        live.announce("queue");
      }
      response.json(Saved.parse({ kind: saved ? "saved" : "changed-meanwhile" }));
    });
  }
  router.get(figurePaths.late, access.guard(answering), async (_request, response) => {
    const promised = await readOffice(store);
    const late = (await store.readQueue()).flatMap((each) => {
      const due = each.state === "waiting" && each.reason !== "answered-by-page" ? dueAt(each, promised) : undefined;
      return due !== undefined && due < now() ? [{ id: each.id, risk: each.risk, dueAt: due }] : [];
    });
    response.json(LateList.parse({ late }));
  });
  return router;
}
