import type { FiguresStore } from "../store/figures/figures-store.ts";
import { OpeningHours } from "./opening-hours.ts";
import { type Promised, ServiceLevels } from "./service-levels.ts";

/** What the agency has set; what an older program kept in another form is as good as not set. */
export async function readOffice(store: Pick<FiguresStore, "readOfficeSetting">): Promise<Promised> {
  const [hours, levels] = [await store.readOfficeSetting("hours"), await store.readOfficeSetting("levels")];
  return { hours: OpeningHours.safeParse(hours?.body).data, levels: ServiceLevels.safeParse(levels?.body).data };
}
