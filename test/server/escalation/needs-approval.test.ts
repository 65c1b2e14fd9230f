import { expect, test } from "vitest";
import { ConversationId } from "../../../bot/message.ts";
import { type Escalation, EscalationId, type Risk } from "../../../server/escalation/escalation.ts";
import { needsApproval } from "../../../server/escalation/needs-approval.ts";
import { DeskSettings } from "../../../server/store/desk/desk-settings.ts";

const about = (risk: Risk): Escalation => ({
  id: EscalationId.parse("case-0001"),
  conversation: ConversationId.parse("conversation-1"),
  channel: "web",
  reason: "risky",
  risk,
  openedAt: 1,
  lastIncomingAt: 1,
  pausedUntil: undefined,
  state: "waiting",
});
const desk = (settings: object, candidate?: string) => ({
  readDeskSettings: async () => DeskSettings.parse(settings),
  readCandidate: async () => candidate,
});
const counsellor = { role: "counsellor" } as const;

test("by itself no answer waits for approval", async () => {
  for (const risk of ["none", "money", "freedom", "danger"] as const)
    expect(await needsApproval(desk({}, "an-treo/a"), about(risk), counsellor)).toBe(false);
});

test("where it is wanted, an answer about freedom waits, and danger and a supervisor's own never do", async () => {
  const wanted = desk({ approveFreedom: true, approveTopics: ["an-treo"] }, "an-treo/a");
  expect(await needsApproval(wanted, about("freedom"), counsellor)).toBe(true);
  expect(await needsApproval(wanted, about("danger"), counsellor)).toBe(false);
  expect(await needsApproval(wanted, about("freedom"), { role: "supervisor" })).toBe(false);
});

test("a topic is that of the entry the bot came nearest to", async () => {
  const settings = { approveTopics: ["an-treo"] };
  expect(await needsApproval(desk(settings, "an-treo/a"), about("none"), counsellor)).toBe(true);
  expect(await needsApproval(desk(settings, "cu-tru/a"), about("none"), counsellor)).toBe(false);
  expect(await needsApproval(desk(settings), about("none"), counsellor)).toBe(false);
});
