import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EscalationRequest, Store } from "../../server/store/store.ts";
import { handled, received, says } from "./store.ts";

const minute = 60_000;
let logins = 0;

/** What every store must do for the desk; `open` gives a store on one and the same database each time, with channel "post" carried. */
export function describeDeskStore(name: string, open: () => Promise<Store>): void {
  describe(`the desk's store on ${name}`, () => {
    let store: Store;
    let other: Store;
    let now = 1_000_000;
    beforeAll(async () => {
      store = await open();
      other = await open();
    });
    afterAll(async () => {
      await store.close();
      await other.close();
    });

    const member = async (role: "counsellor" | "editor" = "counsellor") => {
      logins += 1;
      const token = `token-${name}-${logins}`;
      await store.addInvitation(token, role, now + minute);
      const added = await store.addStaff(token, { login: `l-${logins}`, name: `Chị ${logins}`, passwordHash: "h", totpSecret: "s" }, now);
      if (added === undefined) throw new Error("not added");
      return added;
    };
    /** A case that waits. */
    const begin = async (escalate: EscalationRequest = { reason: "asked", risk: "none" }, entry?: string) => {
      const message = received("xin gặp người");
      const [remembered] = await store.rememberMessages("post", [message], now);
      const work = await store.takeWork(now, minute);
      if (work === undefined || remembered === undefined) throw new Error("no work");
      const candidates = entry === undefined ? [] : [{ entry, probability: 0.4 }];
      await store.saveTurn(handled(work, { escalate, at: now, trace: { understood: "question", library: "l", candidates } }));
      const found = (await store.readQueue()).find(({ conversation }) => conversation === remembered.conversation);
      if (found === undefined) throw new Error("no case");
      const writes = async (text = "còn ai không") => {
        await store.rememberMessages("post", [received(text, { sender: message.sender })], now);
        const again = await store.takeWork(now, minute);
        if (again) await store.saveTurn(handled(again, { says: [], at: now }));
      };
      return { id: found.id, conversation: found.conversation, writes };
    };
    const rowOf = async (id: string, staff: string) => (await store.readDesk(staff, now)).find(({ escalation }) => escalation.id === id);
    const held = async (id: Parameters<Store["claimEscalation"]>[0], staff: string) => {
      const found = await store.readEscalation(id);
      return found?.state === "claimed" && found.by === staff;
    };

    test("unread counts what the person wrote since this member read, and each member's own", async () => {
      const [one, two] = [await member(), await member()];
      const { id, writes } = await begin();
      expect((await rowOf(id, one.id))?.unread).toBe(1);
      await store.noteRead(id, one.id, 2, now);
      await store.noteRead(id, one.id, 1, now);
      expect((await rowOf(id, one.id))?.unread).toBe(0);
      await writes();
      await writes();
      expect((await rowOf(id, one.id))?.unread).toBe(2);
      expect((await rowOf(id, two.id))?.unread).toBe(3);
    });

    test("a waiting case is unseen until somebody opens it; danger until its last words are read", async () => {
      const one = await member();
      const quiet = await begin();
      const danger = await begin({ reason: "danger", risk: "danger" });
      expect((await rowOf(quiet.id, one.id))?.unseen).toBe(true);
      await store.noteRead(quiet.id, one.id, 2, now);
      await store.noteRead(danger.id, one.id, 2, now);
      expect((await rowOf(quiet.id, one.id))?.unseen).toBe(false);
      expect((await rowOf(danger.id, one.id))?.unseen).toBe(false);
      await danger.writes();
      expect((await rowOf(danger.id, one.id))?.unseen).toBe(true);
    });

    test("what is unseen is told of once, danger at once and the rest in its time, and again when the telling failed", async () => {
      for (const each of await store.takeUnseen(now, 0)) await store.noteRead(each.id, "anybody", 100, now);
      const quiet = await begin();
      const danger = await begin({ reason: "danger", risk: "danger" });
      const [mine, theirs] = await Promise.all([store.takeUnseen(now, 5 * minute), other.takeUnseen(now, 5 * minute)]);
      expect([...mine, ...theirs].map(({ id }) => id)).toEqual([danger.id]);
      expect(await store.takeUnseen(now + 4 * minute, 5 * minute)).toEqual([]);
      expect((await store.takeUnseen(now + 5 * minute, 5 * minute)).map(({ id }) => id)).toEqual([quiet.id]);
      await store.untakeUnseen(quiet.id);
      expect((await store.takeUnseen(now + 5 * minute, 5 * minute)).map(({ id }) => id)).toEqual([quiet.id]);
    });

    test("a case put off comes back at its time, at once when the person writes, and danger is never put off", async () => {
      const one = await member();
      const timed = await begin();
      const written = await begin();
      const danger = await begin({ reason: "danger", risk: "danger" });
      const until = now + 60 * minute;
      expect(await store.snoozeCase(timed.id, one.id, until, minute)).toBe(false);
      for (const { id } of [timed, written, danger]) await store.claimEscalation(id, one.id, now, 30 * minute);
      expect(await store.snoozeCase(timed.id, one.id, until, minute)).toBe(true);
      expect(await store.snoozeCase(written.id, one.id, until, minute)).toBe(true);
      expect(await store.snoozeCase(danger.id, one.id, until, minute)).toBe(false);
      expect((await rowOf(timed.id, one.id))?.snoozedUntil).toBe(until);
      await store.returnExpiredClaims(says("trả"), now + 45 * minute);
      expect(await held(timed.id, one.id)).toBe(true);

      expect(await store.wakeCases(now, minute)).toEqual([]);
      await written.writes();
      expect(await store.wakeCases(now, minute)).toEqual([written.conversation]);
      expect((await rowOf(written.id, one.id))?.snoozedUntil).toBeUndefined();
      // It is given back like any other when nobody takes it up.
      await store.returnExpiredClaims(says("trả"), now + minute);
      expect(await held(written.id, one.id)).toBe(false);
      expect(await store.wakeCases(until, minute)).toEqual([timed.conversation]);
    });

    test("of two who pass a case on at once one does, and the history says to whom", async () => {
      const [one, two, three] = [await member(), await member(), await member()];
      const { id, conversation } = await begin();
      await store.claimEscalation(id, one.id, now, minute);
      const move = { id, staff: one.id, at: now, leaseMs: minute };
      const results = await Promise.all([
        store.passCase({ ...move, says: says("cho hai", "notice") }, two.id),
        other.passCase({ ...move, says: says("cho ba", "notice") }, three.id),
      ]);
      expect(results.toSorted()).toEqual(["not-theirs", "passed"]);
      expect(await held(id, results[0] === "passed" ? two.id : three.id)).toBe(true);
      const notices = (await store.readMessages(conversation, 0, 10)).filter(({ content }) => content.from === "us");
      expect(notices).toHaveLength(2);
    });

    test("a closed case is opened again by one of two, and not where another is open or all is erased", async () => {
      const [one, two] = [await member(), await member()];
      const { id, conversation } = await begin();
      await store.claimEscalation(id, one.id, now, minute);
      await store.closeEscalation(id, one.id, "answered", says("xong", "notice"), now);
      expect((await store.readClosed(100)).map(({ id: each }) => each)).toContain(id);
      const move = { id, at: now, leaseMs: minute, says: says("trở lại", "notice") };
      const both = await Promise.all([store.reopenCase({ ...move, staff: one.id }), other.reopenCase({ ...move, staff: two.id })]);
      expect(both.toSorted()).toEqual(["gone", "reopened"]);
      const owner = both[0] === "reopened" ? one.id : two.id;
      await store.closeEscalation(id, owner, "answered", says("xong", "notice"), now);
      await store.eraseConversation(conversation, now);
      expect(await store.reopenCase({ ...move, staff: one.id })).toBe("gone");
      expect((await store.readClosed(100)).map(({ id: each }) => each)).not.toContain(id);
    });

    test("beyond the cap nothing but danger is taken, not even by two clicks at once", async () => {
      const [one, two] = [await member(), await member()];
      const settings = await store.readDeskSettings();
      await store.saveDeskSettings({ ...settings, cap: 1 });
      const [first, second, third, danger] = [
        await begin(),
        await begin(),
        await begin(),
        await begin({ reason: "danger", risk: "danger" }),
      ];
      await Promise.all([store.claimEscalation(first.id, one.id, now, minute), other.claimEscalation(second.id, one.id, now, minute)]);
      const mine = async () => [await held(first.id, one.id), await held(second.id, one.id)].filter(Boolean).length;
      expect(await mine()).toBe(1);
      await store.claimEscalation(danger.id, one.id, now, minute);
      expect(await held(danger.id, one.id)).toBe(true);
      await store.claimEscalation(third.id, two.id, now, minute);
      expect(await store.passCase({ id: third.id, staff: two.id, at: now, leaseMs: minute, says: says("x") }, one.id)).toBe("full");
      await store.saveDeskSettings(settings);
    });

    test("a waiting case is offered to who is on duty with the fewest, goes on when it runs out, and is taken by anybody", async () => {
      for (const { escalation } of await store.readDesk("x", now)) {
        await store.claimEscalation(escalation.id, "closer", now, minute);
        const holder = await store.readEscalation(escalation.id);
        if (holder?.state === "claimed") await store.closeEscalation(escalation.id, holder.by, "answered", says("x"), now);
      }
      now += 60 * minute;
      const [busy, free, away, editor] = [await member(), await member(), await member(), await member("editor")];
      for (const { id } of [busy, free, away, editor]) await store.addSession(`session-${name}-${id}`, id, now);
      await store.setOnDuty(away.id, false, now);
      // Who is on a break, and who keeps the knowledge, is nobody to a person who waits.
      expect(await store.countPresentStaff(now - minute)).toBe(2);
      const taken = await begin();
      await store.claimEscalation(taken.id, busy.id, now, 600 * minute);
      const { id } = await begin();
      const offering = { at: now, since: now - minute, lastsMs: minute };
      const both = await Promise.all([store.offerCases(offering), other.offerCases(offering)]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect((await rowOf(id, busy.id))?.offer?.staff).toBe(free.id);
      expect(await store.offerCases({ ...offering, at: now + minute - 1 })).toBe(false);
      await store.offerCases({ ...offering, at: now + minute });
      expect((await rowOf(id, busy.id))?.offer?.staff).toBe(busy.id);
      await store.declineOffer(id, busy.id, now);
      await store.offerCases({ ...offering, at: now + minute });
      expect((await rowOf(id, busy.id))?.offer?.staff).toBe(free.id);
      const colleagues = await store.readColleagues(now - minute);
      expect(colleagues.find((each) => each.id === busy.id)).toMatchObject({ isHere: true, onDuty: true, open: 1 });
      expect(colleagues.find((each) => each.id === away.id)).toMatchObject({ onDuty: false });
      expect(colleagues.some((each) => each.id === editor.id)).toBe(false);
    });

    test("an answer held back goes out once when approved, comes back with why, and is gone with the claim", async () => {
      const one = await member();
      const { id, conversation } = await begin({ reason: "risky", risk: "freedom" }, "cu-tru/tam-tru");
      expect((await rowOf(id, one.id))?.candidate).toBe("cu-tru/tam-tru");
      expect(await store.readCandidate(conversation)).toBe("cu-tru/tam-tru");
      const move = { id, staff: one.id, at: now, leaseMs: minute };
      expect(await store.holdAnswer(move, { clientId: "c", text: "lời" })).toBe(false);
      await store.claimEscalation(id, one.id, now, minute);
      expect(await store.holdAnswer(move, { clientId: "c", text: "lời" })).toBe(true);
      const first = await store.readHeldAnswer(id);
      if (first === undefined) throw new Error("nothing held");
      expect((await rowOf(id, one.id))?.awaitsApproval).toBe(true);
      expect(await store.returnAnswer(first.id, "xem lại điều luật")).toBe(true);
      expect(await store.readHeldAnswer(id)).toMatchObject({ state: "returned", note: "xem lại điều luật", text: "lời" });
      expect(await store.approveAnswer(first, [says("lời", "counsellor")], now, minute)).toBe("gone");
      await store.holdAnswer(move, { clientId: "d", text: "lời mới" });
      const second = await store.readHeldAnswer(id);
      if (second === undefined) throw new Error("nothing held");
      const pieces = [says("lời mới", "counsellor")];
      const both = await Promise.all([store.approveAnswer(second, pieces, now, minute), other.approveAnswer(second, pieces, now, minute)]);
      expect(both.toSorted()).toEqual(["gone", "sent"]);
      expect(await store.saveCounsellorMessage(id, one.id, "d:0", says("lời mới", "counsellor"), now, minute)).toBe(true);
      const said = (await store.readMessages(conversation, 0, 20)).filter(
        ({ content }) => content.from === "us" && content.message.from === "counsellor",
      );
      expect(said).toHaveLength(1);
    });

    test("notes and drafts are kept with the case, each member's draft apart, and nothing of them is left when it is erased", async () => {
      const [one, two] = [await member(), await member()];
      const { id, conversation } = await begin();
      await store.addNote(id, { id: one.id, name: one.name }, "gọi lại chiều mai", now);
      await store.saveDraft(id, one.id, { clientId: "c-1", text: "Chào anh", at: now });
      await other.saveDraft(id, one.id, { clientId: "c-1", text: "Chào anh ạ", at: now });
      expect(await other.readNotes(id)).toMatchObject([{ by: one.name, text: "gọi lại chiều mai" }]);
      expect(await other.readDraft(id, one.id)).toMatchObject({ clientId: "c-1", text: "Chào anh ạ" });
      expect(await store.readDraft(id, two.id)).toBeUndefined();
      await store.saveDraft(id, one.id, { clientId: "c-1", text: "", at: now });
      expect(await store.readDraft(id, one.id)).toBeUndefined();
      await store.saveDraft(id, one.id, { clientId: "c-2", text: "lại", at: now });
      await store.eraseConversation(conversation, now);
      expect(await store.readNotes(id)).toEqual([]);
      expect(await store.readDraft(id, one.id)).toBeUndefined();
      expect(await store.addNote(id, { id: one.id, name: one.name }, "muộn", now)).toBeUndefined();
    });

    test("words made ready are changed, and one that is gone is not", async () => {
      const reply = { title: "Chào", text: "Chào anh/chị", by: "Chị Hoa" };
      expect(await store.saveCanned(reply, now)).toBe(true);
      const [kept] = (await store.listCanned()).filter(({ title }) => title === "Chào");
      if (kept === undefined) throw new Error("not kept");
      expect(await store.saveCanned({ ...reply, id: kept.id, text: "Em chào anh/chị" }, now)).toBe(true);
      expect(await other.listCanned()).toContainEqual({ ...reply, id: kept.id, text: "Em chào anh/chị", at: now });
      await store.removeCanned(kept.id);
      expect(await store.saveCanned({ ...reply, id: kept.id }, now)).toBe(false);
    });
  });
}
