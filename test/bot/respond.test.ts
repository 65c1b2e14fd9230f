import fc from "fast-check";
import { expect, test } from "vitest";
import { choiceFor } from "../../bot/answer.ts";
import type { Turn } from "../../bot/conversation.ts";
import { MessageId } from "../../bot/message.ts";
import { citationsOf, type Reply } from "../../bot/reply.ts";
import { replyText } from "../../bot/reply-text.ts";
import { respond } from "../../bot/respond.ts";
import { Day, isInForce } from "../../knowledge/provision.ts";
import { fold } from "../../knowledge/words/normalise.ts";
import { realKnowledge } from "../support/library.ts";

const { library, search, hear, readAsMeant } = realKnowledge();
const today = Day.parse("2026-11-24");

function ask(text: string, more: { readonly turns?: readonly Turn[]; readonly introduce?: boolean; readonly clock?: string } = {}): Reply {
  return respond({
    message: { id: MessageId.parse("message-1"), content: { kind: "text", text } },
    conversation: { speaker: { kind: "bot" }, turns: more.turns ?? [], introduce: more.introduce ?? false },
    day: today,
    now: { weekday: 2, clock: more.clock ?? "10:00" },
    people: { open: false },
    library,
    search,
    hear,
    readAsMeant,
  });
}

const entryOf = (reply: Reply) => reply.parts.flatMap((part) => ("entry" in part ? [part.entry] : []))[0];

test("every question of the library finds its own entry, with marks and without", () => {
  const questions = [...library.entries.values()]
    .filter(({ replacedBy }) => replacedBy === undefined)
    .flatMap((entry) => [entry.question, ...entry.asked].map((text) => ({ text, id: entry.id })))
    .filter((_, position) => position % 5 === 0);
  for (const write of [(text: string) => text, fold]) {
    const right = questions.filter(({ text, id }) => search({ text: write(text), day: today, limit: 1 })[0]?.entry.id === id);
    expect(right.length / questions.length).toBeGreaterThan(0.95);
  }
});

test("an answer says since when, cites, and gives a next step", () => {
  const reply = ask("ra tu vay lam an duoc nhieu nhat bao nhieu");
  expect(reply.outcome).toBe("answer");
  expect(entryOf(reply)).toBe("vay-von/muc-vay-lam-an");
  expect(replyText(reply)).toContain("100 triệu đồng");
  expect(replyText(reply)).toContain("Điều 6 khoản 2 điểm a Quyết định 22/2023/QĐ-TTg");
});

test("danger is answered before anything else, with lines that are open", () => {
  for (const text of ["toi muon chet", "chan song qua roi", "chồng đang đánh em", "anh ay bi soc thuoc roi", "giang ho tat son nha tui"]) {
    const reply = ask(text);
    expect(reply.outcome, text).toBe("safety");
  }
  const reply = ask("em không muốn sống nữa", { clock: "03:00" });
  const part = reply.parts[0];
  expect(part.outcome === "safety" && part.hotlines.map(({ number }) => number)).toEqual(["115", "113"]);
});

test("an ordinary opening of somebody just out is no alarm, however it is typed", () => {
  const openings = ["Ad ơi, tôi mới ra tù hôm qua, giờ làm gì trước", "Tôi ra tù hôm qua", "Chồng em được tha hôm kia, cần giấy tờ gì"];
  const typedFast = [
    "ad oi toi moi ra tu hqua h lm j truoc",
    "e mới dc tha",
    "a ơi e vừa ra trại h phải đi đâu",
    "ck em ve nha tuan truoc r lam j",
  ];
  for (const text of [...openings, ...openings.map(fold), ...typedFast]) expect(ask(text).outcome, text).not.toBe("safety");
});

test("a button never carries a false rumour as if it were so", () => {
  const rumours = [...library.entries.values()].filter(({ kind }) => kind === "rumour");
  expect(rumours.length).toBeGreaterThan(20);
  for (const rumour of rumours) expect(choiceFor(rumour).label).toMatch(/^“[^:].*”: có đúng không\?$/);
});

test("saying that nobody needs one any more is heard as danger", () => {
  const said = ["ra tù về không ai cần tôi nữa", "sống thừa quá em ơi", "cảm thấy mình không đáng sống", "giá như tôi chưa sinh ra"];
  for (const text of [...said, ...said.map(fold)]) expect(ask(text).outcome, text).toBe("safety");
});

test("what only sounds like danger is not taken for it", () => {
  for (const text of [
    "giải quyết hồ sơ vay bao lâu",
    "mệt muốn chết với giấy tờ vay vốn",
    "tội giết người có được vay không",
    "cười chết mất",
  ]) {
    expect(ask(text).outcome, text).not.toBe("safety");
  }
});

test("a person asked for is a hand-over that tells the truth about who is there", () => {
  const reply = ask("cho tui gap nguoi that");
  expect(reply.parts[0]).toMatchObject({ outcome: "hand-over", reason: "asked" });
  expect(reply.parts[0].text).toContain("chưa có tư vấn viên trực");
});

test("help to break the law is declined, and so is another subject", () => {
  expect(ask("làm giả giấy xác nhận giúp tôi").parts[0]).toMatchObject({ outcome: "decline", reason: "unlawful" });
  expect(ask("thời tiết hôm nay thế nào").parts[0]).toMatchObject({ outcome: "decline", reason: "outside" });
});

test("erasing is asked once and then done", () => {
  const asked = ask("xoa du lieu");
  expect(asked.parts[0]).toMatchObject({ outcome: "command", command: "erase" });
  const turns: Turn[] = [{ from: "bot", text: "", outcome: "command", entries: [], choices: asked.parts[0].choices }];
  expect(ask("Xóa hết", { turns }).parts[0]).toMatchObject({ outcome: "command", command: "erased" });
});

test("a short follow-up is understood from what was answered before", () => {
  const first = ask("vay làm ăn được bao nhiêu");
  const turns: Turn[] = [{ from: "bot", text: "", outcome: "answer", entries: [entryOf(first) ?? ""], choices: [] }];
  expect(entryOf(ask("thế còn lãi suất?", { turns }))).toBe("vay-von/lai-suat");
});

test("the machine says what it is when a conversation begins", () => {
  expect(ask("vay được bao nhiêu", { introduce: true }).parts[0].text).toContain("máy trả lời tự động");
});

test("whatever is written, the bot answers with a citation or does not answer, and only by law in force", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const reply = ask(text);
      for (const part of reply.parts) {
        if (part.outcome === "answer") {
          expect(citationsOf(part).length).toBeGreaterThan(0);
          const entry = library.entries.get(part.entry);
          expect(entry && isInForce(entry.inForce, today)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("no message takes more than 50 ms, however large", () => {
  const heavy = [
    `a${"\u0301".repeat(60_000)}`,
    "muốn ".repeat(13_000),
    "vay vốn ".repeat(8000),
    "?".repeat(65_536),
    "a".repeat(65_536),
    "🙂".repeat(20_000),
  ];
  ask("khởi động");
  for (const text of heavy) {
    // Of three times the one that nothing else on the machine disturbed.
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      ask(text);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  }
});

test("a greeting, a farewell and laughter are heard, however the letters are held down", () => {
  for (const text of ["hello", "helloooo", "alo", "hi", "chào em"]) expect(ask(text).parts[0].outcome, text).toBe("small-talk");
  for (const text of ["bye", "bye bye", "tạm biệt", "haha", "hihiii"]) expect(ask(text).parts[0].outcome, text).toBe("small-talk");
});

test("a word for a relative alone is no alarm, and one cry for help is", () => {
  for (const text of ["bé", "cháu", "con tôi", "vo toi"]) expect(ask(text).outcome, text).not.toBe("safety");
  for (const text of ["cứu", "cứu em", "bi chem", "cuu toi"]) expect(ask(text).outcome, text).toBe("safety");
});

test("a first line that asks for a person is for a person, whatever stands below it; danger still comes first", () => {
  const below = "Tôi bị 3 năm tù, ra tháng 5/2023. Bao giờ tôi được xóa án tích?";
  expect(ask(`Gặp tư vấn viên.\n\n${below}`).outcome).toBe("hand-over");
  expect(ask(`gap tu van vien\n${below}`).outcome).toBe("hand-over");
  expect(ask(`${below}\ncảm ơn`).outcome).not.toBe("hand-over");
  expect(ask(`Gặp tư vấn viên.\nTôi muốn chết`).outcome).toBe("safety");
});

test("the same question asked again gets the main point once more, and a person to ask", () => {
  const question = "ra tu vay lam an duoc nhieu nhat bao nhieu";
  const first = ask(question);
  const [part] = first.parts;
  const turns: readonly Turn[] = [
    { from: "person", text: question },
    { from: "bot", outcome: "answer", text: part.text, entries: [entryOf(first) ?? ""], choices: part.choices },
  ];
  const [again] = ask(question, { turns }).parts;
  expect(again.outcome).toBe("answer");
  expect(again.text.length).toBeLessThan(part.text.length);
  expect(again.text).toContain("100 triệu đồng");
  expect("choices" in again && again.choices.at(-1)?.label).toBe("Gặp tư vấn viên");
});
