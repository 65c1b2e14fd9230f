import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Count } from "../../server/store/figures/figures-store.ts";
import type { HandledTurn, Store } from "../../server/store/store.ts";
import { handled, received, says } from "./store.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.parse("2026-11-23T09:00:00+07:00");
const everything = ["2026-01-01", "2027-12-31"] as const;

/** What every store must do with figures, settings and the archive; two stores on one database. */
export function describeFiguresStore(name: string, open: () => Promise<Store>): void {
  describe(`figures in the store on ${name}`, () => {
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

    /** One message of somebody, handled. */
    const turn = async (sender: string, more: Partial<HandledTurn> = {}, text = "hỏi") => {
      const at = more.at ?? start;
      const [remembered] = await store.rememberMessages("quiet", [received(text, { sender, sentAt: at })], at);
      const work = await store.takeWork(at, minute);
      if (work === undefined || remembered === undefined) throw new Error("no work");
      expect(await store.saveTurn(handled(work, { at, ...more }))).toBe("written");
      return remembered.conversation;
    };
    const counted = async (what: string) =>
      Object.fromEntries(sums(await store.readCounts(...everything, [what])).map(([label, amount]) => [label, amount]));
    const caseOf = async (conversation: string) => {
      const found = (await store.readQueue()).find((each) => each.conversation === conversation);
      if (found === undefined) throw new Error("no case");
      return found.id;
    };

    test("of two who change one setting at once one is told that the other did", async () => {
      expect(await store.readOfficeSetting("agency")).toBeUndefined();
      const first = { version: 0, by: "hoa", at: 1 };
      expect(await store.saveOfficeSetting("agency", { name: "A" }, first)).toBe(true);
      expect(await other.saveOfficeSetting("agency", { name: "B" }, first)).toBe(false);
      const both = await Promise.all([
        store.saveOfficeSetting("agency", { name: "C" }, { version: 1, by: "lan", at: 2 }),
        other.saveOfficeSetting("agency", { name: "D" }, { version: 1, by: "mai", at: 2 }),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect((await store.readOfficeSetting("agency"))?.version).toBe(2);
    });

    test("a turn is counted once, whoever adds up and however often", async () => {
      const before = await counted("question");
      await turn("an", { entries: ["vay-von/dieu-kien"] });
      await turn("binh", { entries: ["vay-von/muc-vay", "vay-von/dieu-kien"] });
      await Promise.all([store.settleFigures(start), other.settleFigures(start), store.settleFigures(start)]);
      await turn("cuc", { entries: ["vay-von/muc-vay"] });
      await Promise.all([store.settleFigures(start), other.settleFigures(start)]);
      expect((await counted("question"))["vay-von|answer"]).toBe((before["vay-von|answer"] ?? 0) + 3);
      expect((await counted("entry"))["vay-von/muc-vay"]).toBe(2);
    });

    test("figures are read whole while they are being added up", async () => {
      for (let one = 0; one < 12; one++) await turn(`reader-${one}`, { entries: ["cho-o/luu-tru"] });
      const reads = Array.from({ length: 12 }, () => counted("question"));
      const [all] = await Promise.all([Promise.all(reads), store.settleFigures(start), other.settleFigures(start)]);
      expect(new Set(all.map((each) => each["cho-o|answer"]))).toEqual(new Set([12]));
    });

    test("an answer nobody comes back to for seven days has sufficed, one asked again or taken to a person has not", async () => {
      const at = start + 30 * day;
      await turn("alone", { at, entries: ["giay-to/mat-can-cuoc"] });
      await turn("again", { at, entries: ["giay-to/mat-can-cuoc"] });
      await turn("again", { at: at + 2 * day, entries: ["giay-to/le-phi-can-cuoc"] });
      await turn("person", { at, entries: ["giay-to/mat-can-cuoc"] });
      await turn("person", { at: at + day, outcome: "hand-over", escalate: { reason: "asked", risk: "none" } });
      await turn("danger", { at, entries: ["giay-to/mat-can-cuoc"] });
      await turn("danger", { at: at + day, outcome: "safety", escalate: { reason: "danger", risk: "danger" } });
      await store.settleFigures(at + 6 * day);
      expect(await counted("settled")).toMatchObject({ "giay-to|again": 1, "giay-to|person": 1 });
      await Promise.all([store.settleFigures(at + 20 * day), other.settleFigures(at + 20 * day)]);
      expect(await counted("settled")).toMatchObject({ "giay-to|alone": 3, "giay-to|again": 1, "giay-to|person": 1 });
      const rows = await store.readCounts(...everything, ["settled"]);
      expect(rows.find(({ label }) => label === "giay-to|person")?.day).toBe("2026-12-23");
    });

    test("first answers, claims and closings are counted once, with the level kept or broken", async () => {
      const at = start + 60 * day;
      const staff = await store.addStaff("t", { login: "x", name: "X", passwordHash: "", totpSecret: "" }, 1).then(async (none) => {
        expect(none).toBeUndefined();
        await store.addInvitation("t", "counsellor", at);
        return await store.addStaff("t", { login: `hoa-${name}`, name: "Hoa", passwordHash: "", totpSecret: "" }, 1);
      });
      if (staff === undefined) throw new Error("no staff");
      await store.saveOfficeSetting("levels", { danger: 5, freedom: 30, money: 30, none: 60 }, { version: 0, by: "x", at });
      const conversation = await turn("waits", { at, outcome: "safety", escalate: { reason: "danger", risk: "danger" } });
      await turn("waits", { at: at + minute, outcome: "safety", escalate: { reason: "danger", risk: "danger" } });
      const id = await caseOf(conversation);
      await store.claimEscalation(id, staff.id, at + 4 * minute, 60 * minute);
      await store.releaseEscalation(id, staff.id, says("trả lại", "notice"), at + 5 * minute);
      await store.claimEscalation(id, staff.id, at + 6 * minute, 60 * minute);
      for (const [clientId, after] of [
        ["a", 7],
        ["a", 8],
        ["b", 9],
      ] as const)
        await store.saveCounsellorMessage(id, staff.id, clientId, says("chào", "counsellor"), at + after * minute, 60 * minute);
      await store.closeEscalation(id, staff.id, "answered", says("xong", "notice"), at + 50 * minute);
      expect(await counted("danger")).toEqual({ "": 2 });
      expect(await counted("danger-reached")).toEqual({ "5": 1 });
      expect(await counted("first-reply")).toEqual({ "danger|sáng|open|10": 1 });
      expect(await counted("level")).toEqual({ "danger|broken": 1 });
      expect(await counted("closed")).toEqual({ "answered|60": 1 });
    });

    test("an opinion of an answer is counted once for each conversation", async () => {
      const opinion = { entry: "vay-von/dieu-kien", helped: true };
      await turn("likes", { outcome: "small-talk", opinion });
      await turn("likes", { outcome: "small-talk", opinion: { ...opinion, helped: false } });
      await turn("other-likes", { outcome: "small-talk", opinion });
      expect(await counted("opinion")).toEqual({ "vay-von/dieu-kien|yes": 2 });
    });

    test("while a counsellor speaks only the message itself is counted", async () => {
      const before = await counted("entry");
      await turn("silent", { outcome: "silent", says: [], entries: ["vay-von/dieu-kien"] });
      expect(await counted("entry")).toEqual(before);
    });

    test("the archive is found by words with and without marks, and by none of the bot's", async () => {
      const vo = await turn("archive-1", { says: [says("máy nói ngân-hàng")] }, "Vợ tôi bị xa-lánh ở xóm trên");
      const bare = await turn("archive-2", {}, "vo toi muon ve xom tren");
      while ((await store.indexArchive(0, 50)) > 0);
      const find = async (...words: string[]) => (await other.findInArchive(words, 10)).map(({ conversation }) => conversation);
      expect(new Set(await find("vo", "xom"))).toEqual(new Set([vo, bare]));
      expect(await find("vợ")).toEqual([vo]);
      expect(await find("vở")).toEqual([]);
      expect(await find("ngân")).toEqual([]);
      expect(await find("vo", "khongai")).toEqual([]);
      await turn("archive-2", {}, "thêm quận-lỵ");
      while ((await store.indexArchive(0, 50)) > 0);
      expect(await find("lỵ")).toEqual([bare]);
    });

    test("a message taken back or changed is not found by its old words", async () => {
      const message = received("mật-danh cũ", { sender: "amends" });
      await store.rememberMessages("quiet", [message], start);
      while ((await store.indexArchive(0, 50)) > 0);
      expect(await store.findInArchive(["danh"], 10)).toHaveLength(1);
      await store.amendMessage("quiet", { ...message, content: { kind: "text", text: "lời mới" } }, start);
      expect(await store.findInArchive(["danh"], 10)).toHaveLength(0);
      while ((await store.indexArchive(0, 50)) > 0);
      expect(await store.findInArchive(["danh"], 10)).toHaveLength(0);
      expect(await store.findInArchive(["lời", "mới"], 10)).toHaveLength(1);
      const work = await store.takeWork(start, minute);
      if (work) await store.saveTurn(handled(work, { at: start }));
    });

    test("erasing a conversation takes its words out of the archive and leaves the figures as they were", async () => {
      const conversation = await turn(
        "erased",
        { entries: ["bau-cu/ung-cu"], opinion: { entry: "bau-cu/ung-cu", helped: false } },
        "bí mật riêng",
      );
      while ((await store.indexArchive(0, 50)) > 0);
      expect(await store.findInArchive(["bí mật"], 10)).toHaveLength(1);
      await store.eraseConversation(conversation, start);
      await store.indexArchive(0, 50);
      expect(await store.findInArchive(["bí mật"], 10)).toHaveLength(0);
      expect((await counted("question"))["bau-cu|answer"]).toBe(1);
      expect((await counted("opinion"))["bau-cu/ung-cu|no"]).toBe(1);
      expect((await counted("settled"))["bau-cu|unknown"]).toBe(1);
    });
  });
}

function sums(counts: readonly Count[]): readonly (readonly [string, number])[] {
  const all = new Map<string, number>();
  for (const { label, amount } of counts) all.set(label, (all.get(label) ?? 0) + amount);
  return [...all];
}
