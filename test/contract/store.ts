import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KeptInterview } from "../../bot/interview/kept-interview.ts";
import type { ReceivedMessage } from "../../server/channels/channel.ts";
import type { OutgoingMessage } from "../../server/outgoing.ts";
import type { HandledTurn, Store, Work } from "../../server/store/store.ts";

const minute = 60_000;
let counter = 0;

export function received(text: string, more: Partial<ReceivedMessage> = {}): ReceivedMessage {
  counter += 1;
  return {
    account: "page-1",
    providerId: `mid-${counter}`,
    sender: `sender-${counter}`,
    sentAt: counter,
    content: { kind: "text", text },
    ...more,
  };
}

export function says(text: string, from: OutgoingMessage["from"] = "bot"): OutgoingMessage {
  return { from, parts: [{ outcome: "answer", text, citations: [], hotlines: [] }], choices: [] };
}

export function handled(work: Work, more: Partial<HandledTurn> = {}): HandledTurn {
  const common = { outcome: "answer" as const, entries: [], trace: undefined, escalate: undefined, withdraw: false, at: 1000 };
  return { lease: work.lease, message: work.messages[0].id, says: [says("đáp")], ...common, ...more };
}

/** What every store must do; `open` gives a store on one and the same database each time, with channel "post" carried. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`the store on ${name}`, () => {
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

    const takeAll = async (at = 10): Promise<Work> => {
      const work = await store.takeWork(at, minute);
      if (work === undefined) throw new Error("no work");
      return work;
    };
    /** One message of somebody new, taken. */
    const begin = async (text = "hỏi", channel = "post") => {
      const message = received(text);
      const [remembered] = await store.rememberMessages(channel, [message], counter);
      if (remembered === undefined) throw new Error("nothing remembered");
      const work = await takeAll(Number.MAX_SAFE_INTEGER - 10 * minute);
      expect(work.lease.conversation).toBe(remembered.conversation);
      return { message, work, conversation: remembered.conversation };
    };

    test("a message delivered fifty times at once is stored once", async () => {
      const message = received("một lần thôi");
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, copy) => (copy % 2 ? store : other).rememberMessages("post", [message], 5)),
      );
      expect(all.flat().filter(({ kind }) => kind === "new")).toHaveLength(1);
      expect(new Set(all.flat().map(({ conversation }) => conversation)).size).toBe(1);
      await store.saveTurn(handled(await takeAll()));
    });

    test("of two who take work at once one gets it", async () => {
      await store.rememberMessages("post", [received("ai lấy?")], 5);
      const taken = await Promise.all([store.takeWork(10, minute), other.takeWork(10, minute), store.takeWork(10, minute)]);
      const got = taken.filter((work) => work !== undefined);
      expect(got).toHaveLength(1);
      if (got[0]) await store.saveTurn(handled(got[0]));
    });

    test("an older lease writes nothing once a newer one is out", async () => {
      await store.rememberMessages("post", [received("chậm")], 5);
      const stale = await takeAll(10);
      const fresh = await takeAll(10 + 2 * minute);
      expect(fresh.lease.epoch).toBeGreaterThan(stale.lease.epoch);
      expect(await store.saveTurn(handled(stale))).toBe("lost-lease");
      expect(await store.saveTurn(handled(fresh))).toBe("written");
      const shown = await store.readMessages(fresh.lease.conversation, 0, 10);
      expect(shown.filter(({ content }) => content.from === "us")).toHaveLength(1);
    });

    test("messages of one conversation come oldest first by the provider's clock and are all handled", async () => {
      const late = received("hai", { sentAt: 2000 });
      const early = received("một", { sentAt: 1000, sender: late.sender });
      await store.rememberMessages("post", [late, early], 5);
      const work = await takeAll();
      expect(work.messages.map(({ content }) => content.kind === "text" && content.text)).toEqual(["một", "hai"]);
      await store.saveTurn(handled(work));
      const rest = await takeAll();
      expect(rest.messages).toHaveLength(1);
      expect(rest.conversation.turns.map(({ from }) => from)).toEqual(["person", "bot"]);
      await store.saveTurn(handled(rest));
      expect(await store.takeWork(20, minute)).toBeUndefined();
    });

    test("a message that arrives days late counts as written when it was, and takes back nothing written since", async () => {
      const late = received("muộn", { sentAt: 3000 });
      const [first] = await store.rememberMessages("quiet", [late], 900_000);
      await store.rememberMessages("quiet", [received("muộn hơn", { sentAt: 2000, sender: late.sender })], 900_001);
      if (first === undefined) throw new Error("nothing remembered");
      expect((await store.readConversation(first.conversation))?.lastIncomingAt).toBe(3000);
      await store.rememberMessages("quiet", [received("từ mai sau", { sentAt: 9_000_000, sender: late.sender })], 900_002);
      expect((await store.readConversation(first.conversation))?.lastIncomingAt).toBe(900_002);
      const year = 365 * 24 * 60 * minute;
      await store.rememberMessages("quiet", [received("đồng hồ sai", { sentAt: 1, sender: late.sender })], year);
      expect((await store.readConversation(first.conversation))?.lastIncomingAt).toBe(year);
      for (let rest = 0; rest < 4; rest++) await store.saveTurn(handled(await takeAll(Number.MAX_SAFE_INTEGER - 20 * minute)));
    });

    test("what is put back is not taken before its time, and its attempts are counted", async () => {
      const { work } = await begin();
      const later = work.lease.until + minute;
      await store.putBackWork(work.lease, later);
      expect(await store.takeWork(later - 1, minute)).toBeUndefined();
      const again = await takeAll(later);
      expect(again.attempts).toBe(1);
      await store.saveTurn(handled(again));
    });

    test("sequences count 1, 2, 3 … without a gap whatever is said", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 }), async (answers) => {
          const sender = received("x").sender;
          let conversation: Work["lease"]["conversation"] | undefined;
          for (const count of answers) {
            await store.rememberMessages("quiet", [received("?", { sender })], 5);
            const work = await takeAll();
            conversation = work.lease.conversation;
            await store.saveTurn(handled(work, { says: Array.from({ length: count }, () => says("đáp")) }));
          }
          const shown = conversation ? await store.readMessages(conversation, 0, 100) : [];
          expect(shown.map(({ sequence }) => sequence)).toEqual(shown.map((_, position) => position + 1));
          expect(shown).toHaveLength(answers.length + answers.reduce((sum, count) => sum + count, 0));
        }),
        { numRuns: 8 },
      );
    });

    test("pieces of one conversation leave one after the other, and only on carried channels", async () => {
      const { work, message } = await begin();
      await store.saveTurn(handled(work, { says: [says("một"), says("hai")], at: 100 }));
      const [first, ...none] = (await store.takeDeliveries("post", 200, 10)).filter(({ recipient }) => recipient === message.sender);
      expect(none).toEqual([]);
      expect(first?.piece.parts[0].text).toBe("một");
      if (first) await store.recordDelivery(first.id, { kind: "try-later", why: "busy" }, 200, 900);
      expect((await store.takeDeliveries("post", 300, 10)).filter(({ recipient }) => recipient === message.sender)).toEqual([]);
      const [again] = (await store.takeDeliveries("post", 900, 10)).filter(({ recipient }) => recipient === message.sender);
      expect(again?.attempt).toBe(2);
      if (again) await store.recordDelivery(again.id, { kind: "sent", providerId: "p" }, 900);
      const [second] = (await store.takeDeliveries("post", 900, 10)).filter(({ recipient }) => recipient === message.sender);
      expect(second?.piece.parts[0].text).toBe("hai");
      if (second) await store.recordDelivery(second.id, { kind: "sent", providerId: "q" }, 900);
      const web = await begin("web", "quiet");
      await store.saveTurn(handled(web.work));
      expect(await store.takeDeliveries("quiet", 5000, 10)).toEqual([]);
    });

    test("after a crash a bot piece of unknown outcome is not sent again", async () => {
      const { work, message } = await begin();
      await store.saveTurn(handled(work, { at: 100 }));
      const mine = async (at: number) =>
        (await store.takeDeliveries("post", at, 50)).filter(({ recipient }) => recipient === message.sender);
      expect(await mine(100)).toHaveLength(1);
      await store.settleInterruptedDeliveries(101);
      expect(await mine(100 + 10 * minute)).toEqual([]);
      const [, out] = await store.readMessages(work.lease.conversation, 0, 10);
      expect(out?.delivery).toBe("unknown");
    });

    test("of two counsellors who claim at once one has the case, and the bot is silent", async () => {
      const [anna, binh] = [await enrol("anna"), await enrol("binh")];
      const { work, message } = await begin();
      await store.saveTurn(handled(work, { escalate: { reason: "asked", risk: "money" } }));
      const open = (await store.readQueue()).find(({ conversation }) => conversation === work.lease.conversation);
      if (open === undefined) throw new Error("not in the queue");
      const claims = await Promise.all([
        store.claimEscalation(open.id, anna, 50, minute),
        other.claimEscalation(open.id, binh, 50, minute),
      ]);
      const owners = new Set(claims.map((claim) => claim?.state === "claimed" && claim.by));
      expect(owners.size).toBe(1);
      const [owner] = owners;
      const loser = owner === anna ? binh : anna;
      expect(await store.saveCounsellorMessage(open.id, loser, "c-1", says("không phải của tôi", "counsellor"), 60, minute)).toBe(false);
      for (let copy = 0; copy < 2; copy++)
        expect(await store.saveCounsellorMessage(open.id, String(owner), "c-2", says("chào", "counsellor"), 60, minute)).toBe(true);
      await store.rememberMessages("post", [received("nữa", { sender: message.sender })], 70);
      const next = await takeAll(Number.MAX_SAFE_INTEGER - 5 * minute);
      expect(next.conversation.speaker.kind).toBe("counsellor");
      await store.saveTurn(handled(next, { says: [], outcome: "silent" }));
      expect(await store.closeEscalation(open.id, String(owner), "answered", says("xong", "notice"), 80)).toBe(true);
      const shown = await store.readMessages(work.lease.conversation, 0, 20);
      expect(shown.map(({ content }) => (content.from === "us" ? content.message.from : "person"))).toEqual([
        "person",
        "bot",
        "counsellor",
        "person",
        "notice",
      ]);
    });

    test("a claim whose lease ran out goes back to the queue and the person is told", async () => {
      const staff = await enrol("cuc");
      const { work } = await begin();
      await store.saveTurn(handled(work, { escalate: { reason: "asked", risk: "none" } }));
      const open = (await store.readQueue()).find(({ conversation }) => conversation === work.lease.conversation);
      if (open === undefined) throw new Error("not in the queue");
      await store.claimEscalation(open.id, staff, 50, minute);
      expect(await store.returnExpiredClaims(says("quay lại hàng chờ", "notice"), 50 + minute)).toContain(work.lease.conversation);
      expect((await store.readEscalation(open.id))?.state).toBe("waiting");
    });

    describe("when somebody answers outside our console", () => {
      const hour = 60 * minute;
      const outside = (person: string, text?: string, providerId = `mid-out-${person}`) => ({
        channel: "post",
        account: "page-1",
        person,
        sentAt: 0,
        ...(text !== undefined && { said: { providerId, message: says(text, "counsellor") } }),
      });
      const caseOf = async (conversation: string) => (await store.readQueue()).find((open) => open.conversation === conversation);
      const textsOf = async (conversation: Work["lease"]["conversation"]) =>
        (await store.readMessages(conversation, 0, 50)).flatMap(({ content }) =>
          content.from === "us" ? content.message.parts[0].text : [],
        );

      test("the bot is silent until the end, the words stand in the history once, and nobody carries them", async () => {
        const { work, message, conversation } = await begin();
        await store.saveTurn(handled(work, { says: [], at: 100 }));
        const told = outside(message.sender, "chào anh");
        expect(await store.pauseBot(told, 200, 200 + hour)).toBe("paused");
        expect(await other.pauseBot(told, 210, 210 + hour)).toBe("seen");
        expect(await textsOf(conversation)).toEqual(["chào anh"]);
        expect((await store.takeDeliveries("post", 300, 50)).filter(({ recipient }) => recipient === message.sender)).toEqual([]);
        expect(await caseOf(conversation)).toMatchObject({ reason: "answered-by-page", state: "waiting", pausedUntil: 200 + hour });
        await store.rememberMessages("post", [received("nữa", { sender: message.sender })], 300);
        const next = await takeAll(300);
        expect(next.conversation.speaker.kind).toBe("counsellor");
        await store.saveTurn(handled(next, { says: [], outcome: "silent" }));
        expect(await store.endPauses(says("máy lại", "notice"), 199 + hour)).not.toContain(conversation);
        expect(await store.endPauses(says("máy lại", "notice"), 200 + hour)).toContain(conversation);
        expect(await textsOf(conversation)).toEqual(["chào anh", "máy lại"]);
        expect(await caseOf(conversation)).toBeUndefined();
        await store.rememberMessages("post", [received("lại", { sender: message.sender })], 400);
        const last = await takeAll(Number.MAX_SAFE_INTEGER - 8 * minute);
        expect(last.conversation).toMatchObject({ speaker: { kind: "bot" }, introduce: true });
        await store.saveTurn(handled(last, { says: [] }));
      });

      test("what the bot was thinking out when it began, or when it ended, is not written", async () => {
        const { work, message, conversation } = await begin();
        await store.pauseBot(outside(message.sender, "chào anh"), 200, 200 + hour);
        expect(await store.saveTurn(handled(work))).toBe("lost-lease");
        const silent = await takeAll(210);
        expect(silent.conversation.speaker.kind).toBe("counsellor");
        await store.resumeBot(conversation, says("máy lại", "notice"), 220);
        expect(await store.saveTurn(handled(silent, { says: [], outcome: "silent" }))).toBe("lost-lease");
        const answered = await takeAll(230);
        expect(answered.conversation.speaker.kind).toBe("bot");
        await store.saveTurn(handled(answered, { says: [] }));
      });

      test("a message that told us so tells it once: brought again after the end, it is nothing new", async () => {
        const { work, message, conversation } = await begin();
        await store.saveTurn(handled(work, { says: [] }));
        const held = received("ở chỗ khác", { sender: message.sender, held: true });
        const told = { ...outside(message.sender), heard: held.providerId };
        expect(await store.pauseBot(told, 200, 200 + hour)).toBe("paused");
        await store.rememberMessages("post", [held], 200);
        await store.saveTurn(handled(await takeAll(210), { says: [], outcome: "silent" }));
        await store.resumeBot(conversation, says("máy lại", "notice"), 220);
        expect(await store.pauseBot(told, 230, 230 + hour)).toBe("seen");
        expect((await store.readConversation(conversation))?.speaker.kind).toBe("bot");
      });

      test("it may begin before the person ever wrote to us, and opens no window", async () => {
        expect(await store.pauseBot(outside("stranger", "mời anh"), 200, 200 + hour)).toBe("paused");
        const found = await store.findConversation("post", "page-1", "stranger");
        expect(found).toMatchObject({ speaker: { kind: "counsellor" }, lastIncomingAt: 0 });
      });

      test("what we sent ourselves is known by its id, whatever marks it has lost", async () => {
        const { work, message } = await begin();
        await store.saveTurn(handled(work, { at: 100 }));
        const [out] = (await store.takeDeliveries("post", 200, 50)).filter(({ recipient }) => recipient === message.sender);
        if (out) await store.recordDelivery(out.id, { kind: "sent", providerId: "mid-ours" }, 200);
        expect(await store.pauseBot(outside(message.sender, "đáp", "mid-ours"), 300, 300 + hour)).toBe("ours");
        expect((await store.findConversation("post", "page-1", message.sender))?.speaker.kind).toBe("bot");
      });

      test("given back told again, or late, ends no pause that began after it; told first, what was said before it begins none", async () => {
        const { work, message, conversation } = await begin();
        await store.saveTurn(handled(work, { says: [] }));
        const said = (text: string, sentAt: number) => ({ ...outside(message.sender, text, `mid-${text}`), sentAt });
        expect(await store.pauseBot(said("một", 100), 200, 200 + hour)).toBe("paused");
        expect(await store.resumeBot(conversation, says("máy lại", "notice"), 210, 110)).toBe(true);
        expect(await store.pauseBot(said("hai", 120), 220, 220 + hour)).toBe("paused");
        expect(await other.resumeBot(conversation, says("máy lại", "notice"), 230, 110)).toBe(false);
        expect((await store.readConversation(conversation))?.speaker.kind).toBe("counsellor");
        expect(await store.resumeBot(conversation, says("máy lại", "notice"), 240, 140)).toBe(true);
        expect(await store.pauseBot(said("ba", 130), 250, 250 + hour)).toBe("past");
        expect((await store.readConversation(conversation))?.speaker.kind).toBe("bot");
        expect(await textsOf(conversation)).toEqual(["một", "máy lại", "hai", "máy lại", "ba"]);
      });

      test("a case that waited goes on waiting when the bot is let speak again; one that closes ends the pause", async () => {
        const staff = await enrol("em-page");
        const { work, message, conversation } = await begin();
        await store.saveTurn(handled(work, { says: [], escalate: { reason: "asked", risk: "money" } }));
        await store.pauseBot(outside(message.sender), 200, 200 + hour);
        await store.resumeBot(conversation, says("máy lại", "notice"), 300);
        expect(await caseOf(conversation)).toMatchObject({ reason: "asked", state: "waiting", pausedUntil: undefined });
        await store.pauseBot(outside(message.sender), 400, 400 + hour);
        const open = await caseOf(conversation);
        if (open === undefined) throw new Error("no case");
        await store.claimEscalation(open.id, staff, 500, minute);
        await store.closeEscalation(open.id, staff, "answered", says("xong", "notice"), 600);
        expect((await store.readConversation(conversation))?.speaker.kind).toBe("bot");
      });
    });

    test("words that were changed are the new ones, and words taken back are gone and not answered", async () => {
      const { message, work, conversation } = await begin("sai chính tả");
      const amended = { account: message.account, providerId: message.providerId };
      expect(await store.amendMessage("post", { ...amended, content: { kind: "text", text: "đúng chính tả" } }, 50)).toBe(true);
      expect((await store.readMessages(conversation, 0, 10)).map(({ content }) => content)).toEqual([
        { from: "person", message: { kind: "text", text: "đúng chính tả" } },
      ]);
      const gone = { kind: "unreadable", what: "taken-back" } as const;
      expect(await store.amendMessage("post", { ...amended, content: gone }, 60)).toBe(true);
      expect(await store.saveTurn(handled(work))).toBe("lost-lease");
      expect((await store.readMessages(conversation, 0, 10)).map(({ content }) => content)).toEqual([{ from: "person", message: gone }]);
      expect(await store.amendMessage("post", { ...amended, providerId: "mid-unknown", content: gone }, 60)).toBe(false);
    });

    test("words known only to have been taken back are handled, open no window, and stay gone when they or an edit of them come", async () => {
      const words = received("bí mật");
      const gone = { kind: "unreadable", what: "taken-back" } as const;
      const [told] = await store.rememberMessages("post", [{ ...words, content: gone }], 40);
      expect((await other.rememberMessages("post", [words], 50))[0]).toEqual({ kind: "seen", conversation: told?.conversation });
      const edited = { ...words, content: { kind: "text", text: "bí mật khác" } } as const;
      expect(await store.amendMessage("post", edited, 60)).toBe(true);
      expect(await store.takeWork(Number.MAX_SAFE_INTEGER - 4 * minute, minute)).toBeUndefined();
      if (told === undefined) throw new Error("nothing remembered");
      expect((await store.readMessages(told.conversation, 0, 10)).map(({ content }) => content)).toEqual([
        { from: "person", message: gone },
      ]);
      expect((await store.readConversation(told.conversation))?.lastIncomingAt).toBe(0);
    });

    test("who takes back the wish to be forgotten before it is heeded is not forgotten", async () => {
      const { message, work, conversation } = await begin("xóa hết");
      const gone = { kind: "unreadable", what: "taken-back" } as const;
      await store.amendMessage("post", { ...message, content: gone }, 60);
      expect(await store.saveTurn(handled(work, { says: [], forget: true }))).toBe("lost-lease");
      expect(await store.eraseForgotten(Number.MAX_SAFE_INTEGER)).not.toContain(conversation);
    });

    test("a case that is claimed while the bot takes it back is one or the other, and neither is refused by the database", async () => {
      const staff = await enrol("em-cung-luc");
      for (let round = 0; round < 20; round++) {
        const { work, message, conversation } = await begin();
        await store.saveTurn(handled(work, { says: [], escalate: { reason: "asked", risk: "none" } }));
        await store.rememberMessages("post", [received("thôi", { sender: message.sender })], 20);
        const next = await takeAll(30);
        const open = (await store.readQueue()).find((each) => each.conversation === conversation);
        if (open === undefined) throw new Error("no case");
        const [claimed, written] = await Promise.all([
          other.claimEscalation(open.id, staff, 40, minute),
          store.saveTurn(handled(next, { says: [], withdraw: true })),
        ]);
        expect([claimed?.state, written]).toEqual(claimed?.state === "claimed" ? ["claimed", "lost-lease"] : ["closed", "written"]);
        if (written === "lost-lease") await store.saveTurn(handled(await takeAll(50), { says: [], outcome: "silent" }));
      }
    });

    test("being in touch without words moves the moment windows count from, of that person alone, and never back", async () => {
      const { message, work, conversation } = await begin();
      await store.saveTurn(handled(work, { says: [] }));
      const touched = (sentAt: number) =>
        store.noteContact("post", { account: message.account, sender: message.sender, sentAt }, 900_000_000);
      await touched(800_000_000);
      await touched(790_000_000);
      await store.noteContact("post", { account: message.account, sender: "somebody else", sentAt: 900_000_000 }, 900_000_000);
      expect((await store.readConversation(conversation))?.lastIncomingAt).toBe(800_000_000);
    });

    test("the guided interview of a conversation comes back with its work, stays until another is kept, and is gone when it is erased", async () => {
      const { work, message, conversation } = await begin();
      expect(work.conversation.interview).toBeUndefined();
      const answers = [{ question: "muc-an", value: { kind: "number", number: 36 }, said: "3 năm" }] as const;
      const state = { interview: "xoa-an-tich", answers, confirming: [], at: null };
      const kept: KeptInterview = { state, phase: "running", ticked: ["vo-y"], misses: 1, said: 2 };
      await store.saveTurn(handled(work, { interview: kept }));
      const later = async () => {
        await store.rememberMessages("post", [received("tiếp", { sender: message.sender })], 300);
        return await takeAll(Number.MAX_SAFE_INTEGER - 30 * minute);
      };
      for (let turn = 0; turn < 2; turn++) {
        const next = await later();
        expect(next.conversation.interview).toEqual(kept);
        await store.saveTurn(handled(next));
      }
      expect((await other.readConversation(conversation))?.interview).toEqual(kept);
      await store.eraseConversation(conversation, 500);
      expect(await store.readConversation(conversation)).toBeUndefined();
      const anew = await later();
      expect(anew.conversation.interview).toBeUndefined();
      await store.saveTurn(handled(anew));
    });

    test("an erased conversation leaves no words, a repeat of its message stays seen, and the person can begin anew", async () => {
      const { work, message, conversation } = await begin("bí mật");
      await store.saveTurn(handled(work));
      await store.eraseConversation(conversation, 500);
      expect(await store.readMessages(conversation, 0, 10)).toEqual([]);
      expect(await store.findConversation("post", message.account, message.sender)).toBeUndefined();
      const [repeat] = await store.rememberMessages("post", [message], 600);
      expect(repeat?.kind).toBe("seen");
      const [anew] = await store.rememberMessages("post", [received("lại", { sender: message.sender })], 600);
      expect(anew?.conversation).not.toBe(conversation);
      await store.saveTurn(handled(await takeAll(Number.MAX_SAFE_INTEGER - 3 * minute)));
    });

    test("a conversation that asked to be forgotten is erased once its last word is out", async () => {
      const { work, message } = await begin();
      await store.saveTurn(handled(work, { forget: true, at: 100 }));
      expect(await store.eraseForgotten(200)).not.toContain(work.lease.conversation);
      const [last] = (await store.takeDeliveries("post", 200, 50)).filter(({ recipient }) => recipient === message.sender);
      if (last) await store.recordDelivery(last.id, { kind: "sent", providerId: "x" }, 200);
      expect(await store.eraseForgotten(300)).toContain(work.lease.conversation);
    });

    test("a code of one time works for one of many callers, and parallel guesses are all counted", async () => {
      const staff = await enrol("dung");
      const used = await Promise.all(Array.from({ length: 8 }, (_, copy) => (copy % 2 ? store : other).useTotpStep(staff, 77)));
      expect(used.filter(Boolean)).toHaveLength(1);
      const counts = await Promise.all(Array.from({ length: 8 }, () => store.countAttempt("login dung", 100, 0)));
      expect(Math.max(...counts)).toBe(8);
    });

    test("an invitation makes one member, and a session ends by idleness", async () => {
      await store.addInvitation("chi-mot-lan", "counsellor", 1000);
      const member = { login: "em", name: "Em", passwordHash: "h", totpSecret: "s" };
      expect(await store.addStaff("chi-mot-lan", member, 10)).toMatchObject({ login: "em", role: "counsellor" });
      expect(await store.addStaff("chi-mot-lan", { ...member, login: "anh-hai" }, 10)).toBeUndefined();
      const found = await store.findStaff("em");
      expect(found?.totpSecret).toBe("s");
      await store.addSession("phien", found?.member.id ?? "", 100);
      expect((await store.useSession("phien", 150, 100, 10_000))?.staff.login).toBe("em");
      expect(await store.useSession("phien", 400, 100, 10_000)).toBeUndefined();
    });

    async function enrol(login: string): Promise<string> {
      await store.addInvitation(`moi-${login}`, "counsellor", 1_000_000);
      const member = await store.addStaff(`moi-${login}`, { login, name: login, passwordHash: "h", totpSecret: "s" }, 1);
      if (member === undefined) throw new Error("not enrolled");
      return member.id;
    }
  });
}
