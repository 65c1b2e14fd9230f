import { sql } from "kysely";
import { deskVerbs } from "./desk/desk-verbs.ts";
import { editingVerbs } from "./editing/editing-verbs.ts";
import { figuresVerbs } from "./figures/figures-verbs.ts";
import { migrate } from "./migrate.ts";
import { noticesVerbs } from "./notices/notices-verbs.ts";
import type { OpenDatabase } from "./open-sqlite.ts";
import { rightsVerbs } from "./rights/rights-verbs.ts";
import type { Store } from "./store.ts";
import type { Base } from "./tables.ts";
import { conversationVerbs } from "./verbs/conversations.ts";
import { deletionVerbs } from "./verbs/deletion-requests.ts";
import { deliveryVerbs } from "./verbs/deliveries.ts";
import { escalationVerbs } from "./verbs/escalations.ts";
import { readFigures } from "./verbs/figures.ts";
import { outsideVerbs } from "./verbs/outside.ts";
import { rememberVerbs } from "./verbs/remember.ts";
import { staffVerbs } from "./verbs/staff.ts";
import { turnVerbs } from "./verbs/turns.ts";

export interface Opened extends OpenDatabase, Base {
  /** Kept outside the database, so that a back-up from before does not bring back what was erased. */
  readonly noteErased?: (conversation: string) => void;
}

/** The store on an opened database: migrated, its verbs put together. Knows no database by name. */
export async function kyselyStore({ scrub, noteErased, ...base }: Opened): Promise<Store> {
  const { database } = base;
  await migrate(database);
  const erasing = { ...base, scrub, ...(noteErased && { noteErased }) };
  return {
    ...rememberVerbs(base),
    ...turnVerbs(base),
    ...deliveryVerbs(base),
    ...conversationVerbs(erasing),
    ...escalationVerbs(base),
    ...outsideVerbs(base),
    ...deletionVerbs(base),
    ...staffVerbs(base),
    ...rightsVerbs(erasing),
    ...noticesVerbs(base),
    ...editingVerbs(base),
    ...deskVerbs(base),
    ...figuresVerbs(base),
    async ping() {
      await sql`select 1`.execute(database);
    },
    readFigures: () => readFigures(base),
    close: () => database.destroy(),
  };
}
