import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EntryDraft } from "../../server/editing/entry-draft.ts";
import type { NewRevision } from "../../server/store/editing/editing-store.ts";
import type { Store } from "../../server/store/store.ts";
import { handled, received, says } from "./store.ts";

const hoa = { id: "hoa", name: "Chị Hoa" };
const lan = { id: "lan", name: "Chị Lan" };
let counter = 0;

export function draft(more: Partial<EntryDraft> = {}): EntryDraft {
  counter += 1;
  return {
    id: `vay-von/muc-${counter}`,
    question: "Hỏi gì?",
    asked: [],
    basis: ["qd-22-2023/6.2.a"],
    formerly: [],
    risk: "none",
    next: "Hỏi Công an xã.",
    hotlines: [],
    related: [],
    short: "Câu trả lời ngắn.",
    sections: {},
    ...more,
  };
}

const words = (more: Partial<EntryDraft> = {}): NewRevision => ({ draft: draft(more), withdrawn: false, madeFrom: "cu" });

/** What every store must do with entries written in the console. */
export function describeEditingStore(name: string, open: () => Promise<Store>): void {
  describe(`entries written in the console, on ${name}`, () => {
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
    const begin = async (revision: NewRevision = words()) => {
      const [id = ""] = await store.addRevisions([revision], hoa, 1);
      return id;
    };
    const submitted = async (revision?: NewRevision) => {
      const id = await begin(revision);
      expect(await store.submitRevision(id, hoa.id, 2)).toBe(true);
      return id;
    };
    const talk = async (text: string) => {
      const [remembered] = await store.rememberMessages("post", [received(text)], 5);
      const work = await store.takeWork(Number.MAX_SAFE_INTEGER - 1e6, 1000);
      if (work === undefined || remembered === undefined) throw new Error("no work");
      return { work, conversation: remembered.conversation };
    };

    test("what is written is kept as it was, and only its author writes on it, over what he saw", async () => {
      const id = await begin(words({ question: "Vay được bao nhiêu?" }));
      expect(await other.readRevision(id)).toMatchObject({ state: "draft", edits: 0, author: hoa, madeFrom: "cu", withdrawn: false });
      const changed = words({ question: "Vay được mấy đồng?" });
      expect(await store.saveRevision(id, lan.id, { edits: 0 }, changed, 3)).toBe(false);
      expect(await store.saveRevision(id, hoa.id, { edits: 0 }, changed, 3)).toBe(true);
      expect(await store.saveRevision(id, hoa.id, { edits: 0 }, changed, 4)).toBe(false);
      expect((await store.readRevision(id))?.draft.question).toBe("Vay được mấy đồng?");
    });

    test("nobody approves what he wrote himself, and nobody what he did not see", async () => {
      const id = await submitted();
      expect(await store.approveRevision(id, hoa, { edits: 0 }, 3)).toBe(false);
      expect(await store.approveRevision(id, lan, { edits: 7 }, 3)).toBe(false);
      const before = await store.countApprovals();
      expect(await store.approveRevision(id, lan, { edits: 0 }, 3)).toBe(true);
      expect(await other.countApprovals()).toBeGreaterThan(before);
      expect(await store.readRevision(id)).toMatchObject({ state: "approved", decidedBy: lan, decidedAt: 3 });
      expect(await store.saveRevision(id, hoa.id, { edits: 0 }, words(), 4)).toBe(false);
      expect(await store.dropRevision(id, hoa.id)).toBe(false);
    });

    test("of two who approve at once one does; the next version of an entry takes the place of the one before", async () => {
      const id = await submitted(words({ id: "vay-von/hai-ban" }));
      const all = await Promise.all([store, other, store, other].map((each) => each.approveRevision(id, lan, { edits: 0 }, 3)));
      expect(all.filter((done) => done)).toHaveLength(1);
      const next = await submitted(words({ id: "vay-von/hai-ban" }));
      expect(await store.approveRevision(next, lan, { edits: 0 }, 5)).toBe(true);
      const states = (await store.listRevisions({ entry: "vay-von/hai-ban" })).map((each) => [each.id, each.state]);
      expect(new Map(states as [string, string][])).toEqual(
        new Map([
          [id, "superseded"],
          [next, "approved"],
        ]),
      );
    });

    test("a draft is sent back with a note by another, taken back by its author, and thrown away", async () => {
      const id = await submitted();
      expect(await store.sendBackRevision(id, hoa, "tự chê", 3)).toBe(false);
      expect(await store.sendBackRevision(id, lan, "Câu ngắn còn dài.", 3)).toBe(true);
      expect(await store.readRevision(id)).toMatchObject({ state: "draft", note: "Câu ngắn còn dài.", decidedBy: lan });
      await store.submitRevision(id, hoa.id, 4);
      expect(await store.takeBackRevision(id, lan.id, 5)).toBe(false);
      expect(await store.takeBackRevision(id, hoa.id, 5)).toBe(true);
      expect(await store.dropRevision(id, lan.id)).toBe(false);
      expect(await store.dropRevision(id, hoa.id)).toBe(true);
      expect(await store.readRevision(id)).toBeUndefined();
    });

    test("many are added together or not at all", async () => {
      const before = (await store.listRevisions({ states: ["draft"] })).length;
      const broken = { ...words(), draft: undefined } as unknown as NewRevision;
      await expect(store.addRevisions([words(), broken], hoa, 1)).rejects.toThrow();
      expect(await store.listRevisions({ states: ["draft"] })).toHaveLength(before);
      expect(await store.addRevisions([words(), words()], hoa, 1)).toHaveLength(2);
      expect(await store.listRevisions({ states: ["draft"] })).toHaveLength(before + 2);
    });

    test("what the files have taken over is an approved revision no more", async () => {
      const id = await submitted();
      await store.noteTakenOver([id], 4);
      expect(await store.readRevision(id)).toMatchObject({ state: "submitted" });
      await store.approveRevision(id, lan, { edits: 0 }, 5);
      await store.noteTakenOver([id], 6);
      expect(await store.readRevision(id)).toMatchObject({ state: "taken-over" });
    });

    test("a draft begun from a conversation goes with it, and an approved one keeps nothing of it", async () => {
      const { work, conversation } = await talk("câu hỏi");
      await store.saveTurn(handled(work));
      const from = { conversation, material: { asked: ["câu hỏi"], answered: ["lời đáp"] } };
      const open = await begin({ ...words(), from });
      const kept = await submitted({ ...words(), from });
      await store.approveRevision(kept, lan, { edits: 0 }, 3);
      expect((await store.readRevision(kept))?.material).toEqual(from.material);
      await store.eraseConversation(conversation, 9);
      expect(await store.readRevision(open)).toBeUndefined();
      expect(await store.readRevision(kept)).toMatchObject({ state: "approved", material: undefined });
      // What is begun after the erasure knows nothing either.
      expect((await store.readRevision(await begin({ ...words(), from })))?.material).toBeUndefined();
    });

    test("questions that got no answer are listed by what came nearest, and go with their conversation", async () => {
      const { work, conversation } = await talk("hỏi lạ");
      const trace = { understood: "question", library: "v1", candidates: [{ entry: "vay-von/la", probability: 0.2 }] };
      await store.saveTurn(handled(work, { outcome: "hand-over", says: [says("để em chuyển")], trace, at: 50_000 }));
      const mine = async () => (await store.listUnanswered(50_000)).filter((each) => each.conversation === conversation);
      expect(await mine()).toEqual([{ conversation, at: 50_000, outcome: "hand-over", nearest: "vay-von/la" }]);
      await store.eraseConversation(conversation, 60_000);
      expect(await mine()).toEqual([]);
    });

    test("who was told an entry is told once that it has changed, and not before a second person has read the words", async () => {
      const { work, conversation } = await talk("vay");
      const trace = { understood: "question", library: "v1", candidates: [] };
      await store.saveTurn(handled(work, { entries: ["vay-von/cu"], trace, at: 70_000 }));
      expect(await store.listTold(["vay-von/cu", "vay-von/khac"], 70_000)).toEqual([
        { conversation, channel: "post", entries: ["vay-von/cu"], library: "v1", at: 70_000, lastIncomingAt: expect.any(Number) },
      ]);
      expect(await store.listTold(["vay-von/khac"], 0)).toEqual([]);
      const about = { about: "qd-22-2023", text: "Mức vay đã đổi.", entries: ["vay-von/cu"], since: 0 };
      const id = await store.addCorrection(about, hoa, 71_000);
      expect(await store.sendNotice(id, conversation, [says("Mức vay đã đổi.", "notice")], 72_000)).toBe(false);
      expect(await store.approveNotice(id, hoa, 72_000)).toBe(false);
      expect(await store.approveNotice(id, lan, 72_000)).toBe(true);
      const sent = await Promise.all(
        [store, other, store].map((each) => each.sendNotice(id, conversation, [says("Mức vay đã đổi.", "notice")], 73_000)),
      );
      expect(sent.filter((done) => done)).toHaveLength(1);
      expect(await store.listSent(id)).toEqual([conversation]);
      const told = (await store.readMessages(conversation, 0, 50)).filter(({ at }) => at === 73_000);
      expect(told).toHaveLength(1);
      expect((await store.listNotices())[0]).toMatchObject({ ...about, state: "approved", author: hoa, decidedBy: lan, sent: 1 });
      await store.eraseConversation(conversation, 80_000);
      expect(await store.listSent(id)).toEqual([]);
      expect(await store.listTold(["vay-von/cu"], 0)).toEqual([]);
    });
  });
}
