import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dueDays } from "../../server/rights/due.ts";
import type { ActName } from "../../server/store/rights/acts.ts";
import type { Role } from "../../server/store/staff-store.ts";
import type { Store } from "../../server/store/store.ts";
import { handled, received, says } from "./store.ts";

const minute = 60_000;
const day = 86_400_000;
let counter = 0;

/** People, proofs, audit, requests and retention, on every database. `spoil` writes past the store, as somebody at the database would. */
export function describeRights(name: string, open: () => Promise<Store>, spoil: (statement: string) => Promise<unknown>): void {
  describe(`people and rights on ${name}`, () => {
    let store: Store;
    let other: Store;
    beforeAll(async () => {
      store = await open();
      other = await open();
    });
    afterAll(async () => {
      await store.close();
      await other.close();
    });

    const enrol = async (role: Role = "counsellor") => {
      counter += 1;
      await store.addInvitation(`moi-${name}-${counter}`, role, 1000);
      const secrets = { login: `nguoi-${counter}`, name: `Chị ${counter}`, passwordHash: "x", totpSecret: "y" };
      const member = await store.addStaff(`moi-${name}-${counter}`, secrets, 1);
      if (member === undefined) throw new Error("nobody was enrolled");
      return member.id;
    };
    const begin = (staff: string, more: { readonly token?: string; readonly deviceToken?: string; readonly at?: number } = {}) => {
      counter += 1;
      return store.beginSession({
        token: `phien-${counter}`,
        staff,
        device: "Chrome trên Windows",
        deviceToken: `may-${counter}`,
        at: 100,
        ...more,
      });
    };
    const converse = async (more: { readonly at?: number; readonly escalate?: boolean } = {}) => {
      const { at = 1000, escalate = false } = more;
      const [remembered] = await store.rememberMessages("post", [received("chim-se", { sentAt: at })], at);
      const work = await store.takeWork(Number.MAX_SAFE_INTEGER - 10 * minute, minute);
      if (remembered === undefined || work === undefined) throw new Error("no work");
      const escalation = escalate ? { escalate: { reason: "asked" as const, risk: "none" as const } } : {};
      await store.saveTurn(handled(work, { at, says: [says("đáp", "notice")], ...escalation }));
      return remembered.conversation;
    };
    const actsOn = async (objectId: string): Promise<readonly ActName[]> =>
      (await store.listAudit({ objectId, limit: 100 })).map(({ act }) => act).reverse();

    test("a recovery code tried eight times at once opens once", async () => {
      const staff = await enrol();
      await store.saveRecoveryCodes(staff, ["aaaabbbbcccc", "ddddeeeeffff"], 5);
      const tries = await Promise.all(
        Array.from({ length: 8 }, (_, copy) => (copy % 2 ? store : other).useRecoveryCode(staff, "aaaabbbbcccc", 6)),
      );
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await store.countRecoveryCodes(staff)).toBe(1);
      expect(await store.useRecoveryCode(await enrol(), "ddddeeeeffff", 7)).toBe(false);
      await store.saveRecoveryCodes(staff, ["gggghhhhjjjj"], 8);
      expect(await store.useRecoveryCode(staff, "ddddeeeeffff", 9)).toBe(false);
    });

    test("a device is new once, and its owner is told until they have seen it", async () => {
      const staff = await enrol();
      expect(await begin(staff, { deviceToken: "may-quen" })).toBe(true);
      expect(await begin(staff, { deviceToken: "may-quen" })).toBe(false);
      const [device, ...more] = await store.listNewDevices(staff);
      expect(more).toEqual([]);
      await store.noticeDevice(await enrol(), device?.id ?? "", 5);
      expect(await store.listNewDevices(staff)).toHaveLength(1);
      await store.noticeDevice(staff, device?.id ?? "", 5);
      expect(await store.listNewDevices(staff)).toEqual([]);
    });

    test("a member ends one session, or all others; never somebody else's", async () => {
      const [staff, stranger] = [await enrol(), await enrol()];
      for (const token of ["mot", "hai", "ba"]) await begin(staff, { token: `${name}-${token}` });
      const [session] = await store.listSessions(staff);
      expect(await store.endSessions(stranger, { id: session?.id ?? "" }, 110)).toBe(0);
      expect(await store.endSessions(staff, { id: session?.id ?? "" }, 110)).toBe(1);
      expect(await store.endSessions(staff, { but: `${name}-mot` }, 110)).toBeGreaterThanOrEqual(1);
      expect((await store.listSessions(staff)).length).toBeLessThanOrEqual(1);
    });

    test("a member has at most twenty sessions", async () => {
      const staff = await enrol();
      for (let number = 0; number < 23; number++) await begin(staff, { at: 100 + number });
      expect(await store.listSessions(staff)).toHaveLength(20);
    });

    test("who is switched off is out at once, and what they held goes back to the queue", async () => {
      const [administrator, staff] = [await enrol("administrator"), await enrol()];
      await begin(staff, { token: `${name}-di` });
      const conversation = await converse({ escalate: true });
      const held = (await store.readQueue()).find((each) => each.conversation === conversation);
      if (held === undefined) throw new Error("nobody waits");
      await store.claimEscalation(held.id, staff, 150, minute);
      expect(await store.switchOffMember(staff, administrator, 200)).toBeUndefined();
      expect(await store.useSession(`${name}-di`, 201, minute, day)).toBeUndefined();
      expect(await store.checkSessions([`${name}-di`], { at: 201, idleMs: minute, absoluteMs: day })).toEqual(new Map());
      expect(await store.findStaff((await store.listColleagues()).find(({ id }) => id === staff)?.login ?? "")).toBeUndefined();
      expect(await store.returnExpiredClaims(says("trả", "notice"), 201)).toContain(conversation);
      expect(await store.switchOnMember(staff, administrator, 300)).toBeUndefined();
      expect(await actsOn(staff)).toEqual(["enrol", "switch-off", "switch-on"]);
    });

    test("of two administrators who switch one another off at once one stays", async () => {
      const left = (await store.listColleagues()).filter(({ role, leftAt }) => role === "administrator" && leftAt === undefined);
      const one = await enrol("administrator");
      for (const { id } of left) expect(await store.switchOffMember(id, one, 10)).toBeUndefined();
      const two = await enrol("administrator");
      const done = await Promise.all([store.switchOffMember(one, two, 20), other.changeRole(two, "editor", one, 20)]);
      expect([...done].sort()).toEqual(["last-administrator", undefined]);
    });

    test("a link to a new second factor works once, and ends codes and sessions", async () => {
      const [administrator, staff] = [await enrol("administrator"), await enrol()];
      await begin(staff, { token: `${name}-cu` });
      await store.saveRecoveryCodes(staff, ["aaaabbbbcccc"], 5);
      const times = { at: 10, expiresAt: 1000 };
      await store.addReset(`${name}-truoc`, staff, administrator, times);
      await store.addReset(`${name}-lai`, staff, administrator, times);
      expect(await store.readReset(`${name}-truoc`, 20)).toBeUndefined();
      expect((await store.readReset(`${name}-lai`, 20))?.member.id).toBe(staff);
      const used = await Promise.all([store, other].map((each) => each.resetSecondFactor(`${name}-lai`, "mới", 30)));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await store.useSession(`${name}-cu`, 120, minute, day)).toBeUndefined();
      expect(await store.countRecoveryCodes(staff)).toBe(0);
    });

    test("forty acts noted at once make one whole chain", async () => {
      const before = await store.verifyAudit();
      await Promise.all(
        Array.from({ length: 40 }, (_, copy) => (copy % 2 ? store : other).noteAct({ by: "program", act: "settings", at: 1000 + copy })),
      );
      const after = await store.verifyAudit();
      if (before.kind !== "whole" || after.kind !== "whole") throw new Error("the chain is broken");
      expect(after.count).toBe(before.count + 40);
    });

    test("an act with words in it is refused, and nothing of it is written", async () => {
      const before = await store.verifyAudit();
      await expect(store.noteAct({ by: "program", act: "settings", detail: { why: "anh Ba gọi" }, at: 1 })).rejects.toThrow(/ids/);
      expect(await store.verifyAudit()).toEqual(before);
    });

    test("a transcript read again within ten minutes is noted once, by each reader", async () => {
      const [one, two] = [await enrol(), await enrol()];
      for (const at of [1000, 2000, 3000]) await store.noteReading(one, `vu-${name}`, at);
      await store.noteReading(two, `vu-${name}`, 3000);
      await store.noteReading(one, `vu-${name}`, 1000 + 11 * minute);
      expect((await store.listAudit({ objectId: `vu-${name}`, limit: 10 })).map(({ by }) => by)).toEqual([one, two, one]);
    });

    test("the database refuses to change or remove a line of the log", async () => {
      await store.noteAct({ by: "program", act: "settings", at: 1 });
      for (const statement of ["update audit set actor = 'x'", "delete from audit"])
        await expect(spoil(statement)).rejects.toThrow(/only added to/);
      expect((await store.verifyAudit()).kind).toBe("whole");
    });

    test("claim, answer, close and erase are noted with who did it", async () => {
      const staff = await enrol();
      const conversation = await converse({ escalate: true });
      const held = (await store.readQueue()).find((each) => each.conversation === conversation);
      if (held === undefined) throw new Error("nobody waits");
      await store.claimEscalation(held.id, staff, 1000, minute);
      await store.claimEscalation(held.id, await enrol(), 1000, minute);
      await store.saveCounsellorMessage(held.id, staff, "c-1", says("chào", "counsellor"), 1001, minute);
      await store.saveCounsellorMessage(held.id, staff, "c-1", says("chào", "counsellor"), 1001, minute);
      await store.closeEscalation(held.id, staff, "answered", says("xong", "notice"), 1002);
      expect(await actsOn(held.id)).toEqual(["claim", "answer", "close"]);
      await store.eraseConversation(conversation, 1003, staff);
      expect(await store.listAudit({ objectId: conversation, limit: 5 })).toMatchObject([{ act: "erase", by: staff }]);
    });

    test("a request is answered, extended once and done once; erasing closes it and leaves no word of it", async () => {
      const staff = await enrol();
      const conversation = await converse();
      const days = dueDays("erase", 0, () => false);
      const asked = { kind: "erase", cameBy: "phone", note: "chị Tư nhờ", conversation, at: 5, ...days } as const;
      const id = await store.addDataRequest(asked, staff);
      expect(await store.readDataRequest(id)).toMatchObject({
        kind: "erase",
        note: "chị Tư nhờ",
        firstDue: "1970-01-05",
        due: "1970-01-21",
      });
      expect(await store.changeDataRequest(id, { kind: "answer", at: 6 }, staff)).toBe(true);
      const extend = { kind: "extend", at: 7, due: days.due, why: "chờ giấy" } as const;
      expect(await Promise.all([store.changeDataRequest(id, extend, staff), other.changeDataRequest(id, extend, staff)])).toContain(false);
      await store.eraseConversation(conversation, 8, staff);
      expect(await store.readDataRequest(id)).toMatchObject({ note: "", whyExtended: "", doneAt: 8, outcome: "erased" });
      expect(await store.changeDataRequest(id, { kind: "finish", at: 9, outcome: "done" }, staff)).toBe(false);
      expect(await store.findByCode(conversation.replaceAll("-", "").slice(0, 12))).toBeUndefined();
    });

    test("a copy leaves by two people's will, once, within a day", async () => {
      const [one, two] = [await enrol(), await enrol()];
      const conversation = await converse();
      expect(await store.findByCode(conversation.replaceAll("-", "").slice(0, 12))).toBe(conversation);
      const asked = { kind: "copy", cameBy: "visit", note: "", conversation, at: 5, ...dueDays("copy", 0, () => false) } as const;
      const copy = (await store.askCopy(await store.addDataRequest(asked, one), one, 10)) ?? "";
      expect(await store.takeCopy(copy, one, 11)).toBeUndefined();
      expect(await store.approveCopy(copy, one, 12)).toBe(false);
      expect(await store.approveCopy(copy, two, 13)).toBe(true);
      expect(await store.takeCopy(copy, two, 14)).toBeUndefined();
      expect(await store.takeCopy(copy, one, 13 + day)).toBeUndefined();
      expect(await store.takeCopy(copy, one, 15)).toBe(conversation);
      expect(await store.takeCopy(copy, one, 16)).toBeUndefined();
      expect(JSON.stringify(await store.readKept(conversation))).toContain("chim-se");
    });

    test("what is kept about a conversation has the notes beside it", async () => {
      const [by, noted] = [await enrol(), await converse({ escalate: true })];
      const found = (await store.readQueue()).find((each) => each.conversation === noted);
      if (found) await store.addNote(found.id, { id: by, name: "Lan" }, "đã gọi cho xã", 17);
      expect(await store.readKept(noted)).toMatchObject({ notes: [{ by: "Lan", text: "đã gọi cho xã" }] });
    });

    test("what nobody touched goes, and only that", async () => {
      const [old, open, asked, young] = [
        await converse(),
        await converse({ escalate: true }),
        await converse(),
        await converse({ at: 50 * day }),
      ];
      const days = dueDays("see", 0, () => false);
      await store.addDataRequest({ kind: "see", cameBy: "paper", note: "", conversation: asked, at: 5, ...days }, await enrol());
      const erased = await store.eraseUntouched(40 * day, 60 * day, 1000);
      expect(erased).toContain(old);
      for (const kept of [open, asked, young]) {
        expect(erased).not.toContain(kept);
        expect(await store.readConversation(kept)).toBeDefined();
      }
      expect(await store.readConversation(old)).toBeUndefined();
      expect(await store.listAudit({ objectId: old, limit: 5 })).toMatchObject([{ act: "erase", by: "program" }]);
    });

    test("sessions, attempts, links and devices of no use go, those in use stay", async () => {
      const staff = await enrol();
      const at = 400 * day;
      await begin(staff, { token: `${name}-dung`, at });
      await begin(staff, { token: `${name}-bo`, at: at - day });
      await store.countAttempt("login ai", at, at - minute);
      await store.addInvitation(`${name}-het`, "counsellor", at - 1);
      await store.addInvitation(`${name}-con`, "counsellor", at + 1);
      const cleared = await store.clearUseless({ at, sessionIdleMs: 15 * minute, sessionAbsoluteMs: day / 2 });
      expect(cleared.sessions).toBeGreaterThanOrEqual(1);
      expect(cleared.links).toBeGreaterThanOrEqual(1);
      expect(cleared.devices).toBeGreaterThanOrEqual(1);
      expect(await store.useSession(`${name}-dung`, at, 15 * minute, day)).toBeDefined();
      expect(await store.readInvitation(`${name}-con`, at)).toBe("counsellor");
      expect(await store.countAttempt("login ai", at, at - minute)).toBe(2);
    });
  });
}
