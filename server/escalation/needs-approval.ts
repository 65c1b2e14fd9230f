import type { StaffMember } from "../store/staff-store.ts";
import type { Store } from "../store/store.ts";
import type { Escalation } from "./escalation.ts";

/** Whether an answer in this case goes past a supervisor first. Danger waits for nobody. */
export async function needsApproval(
  store: Pick<Store, "readDeskSettings" | "readCandidate">,
  { risk, conversation }: Escalation,
  { role }: Pick<StaffMember, "role">,
): Promise<boolean> {
  if (role !== "counsellor" || risk === "danger") return false;
  const { approveFreedom, approveTopics } = await store.readDeskSettings();
  if (approveFreedom && risk === "freedom") return true;
  if (approveTopics.length === 0) return false;
  const candidate = await store.readCandidate(conversation);
  return candidate !== undefined && approveTopics.includes(candidate.split("/")[0] ?? "");
}
