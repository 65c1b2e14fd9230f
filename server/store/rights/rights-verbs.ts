import { copyVerbs } from "../requests/copies.ts";
import { keptVerbs } from "../requests/kept.ts";
import { requestVerbs } from "../requests/requests.ts";
import { retentionVerbs } from "../requests/retention.ts";
import type { Erasable } from "../verbs/conversations.ts";
import { auditVerbs } from "./audit.ts";
import { peopleVerbs } from "./people.ts";
import { proofVerbs } from "./proofs.ts";
import type { RightsStore } from "./rights-store.ts";
import { sessionVerbs } from "./sessions.ts";

export function rightsVerbs(base: Erasable): RightsStore {
  return {
    ...sessionVerbs(base),
    ...proofVerbs(base),
    ...peopleVerbs(base),
    ...auditVerbs(base),
    ...requestVerbs(base),
    ...copyVerbs(base),
    ...keptVerbs(base),
    ...retentionVerbs(base),
  };
}
