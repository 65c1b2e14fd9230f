import { archiveVerbs } from "../archive/archive-verbs.ts";
import type { Base } from "../tables.ts";
import { countVerbs } from "./count-verbs.ts";
import type { FiguresStore } from "./figures-store.ts";
import { officeVerbs } from "./office-verbs.ts";

export function figuresVerbs(base: Base): FiguresStore {
  return { ...officeVerbs(base), ...countVerbs(base), ...archiveVerbs(base) };
}
