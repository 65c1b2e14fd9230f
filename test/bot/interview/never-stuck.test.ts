import fc from "fast-check";
import { expect, test } from "vitest";
import { citationsOf, type Reply } from "../../../bot/reply.ts";
import { choicesOf, type Talk, talk } from "../../support/talk.ts";

/** What somebody does next: types something, or taps one of the buttons seen lately. */
type Act = { readonly type: string } | { readonly tap: number; readonly ago: number };

const typed = fc.oneof(
  fc.constantFrom(
    ...[
      "3 năm",
      "tháng 5/2023",
      "10/02/2024",
      "không",
      "có",
      "đúng",
      "không phải",
      "không nhớ",
      "2",
      "1, 3",
      "50 triệu",
      "tù giam",
      "án treo",
    ],
    ...[
      "quay lại",
      "sửa",
      "sửa câu 2",
      "làm lại",
      "tiếp",
      "nghỉ",
      "thôi",
      "bỏ qua",
      "gửi",
      "nhầm, tôi bị 4 năm",
      "chào em",
      "cảm ơn",
      "ok",
    ],
    ...[
      "vay vốn làm ăn được bao nhiêu",
      "phí lý lịch tư pháp bao nhiêu?",
      "gặp tư vấn viên",
      "xóa dữ liệu",
      "tính giúp tôi",
      "đang bị truy nã",
    ],
    ...["không, 4 năm", "tôi bị 3 năm ra tháng 5/2023, bao giờ xóa án tích", "lâu rồi", "31/2/2024", "1/1/2099", "", "🙂", "???"],
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ type: typed }) },
  { weight: 3, arbitrary: fc.record({ tap: fc.nat({ max: 12 }), ago: fc.constantFrom(0, 0, 0, 0, 1, 3) }) },
);

function doAct(person: Talk, next: Act, said: readonly Reply[]): Reply {
  if ("type" in next) return person.type(next.type);
  const choices = choicesOf(said.at(-1 - next.ago) ?? person.last());
  const choice = choices[next.tap % Math.max(1, choices.length)];
  return choice === undefined ? person.type("tiếp") : person.tapOld(choice);
}

test("whatever is typed or tapped, an interview has buttons and a way out, and a result cites the law or goes before a person", {
  timeout: 120_000,
}, () => {
  let results = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), (acts) => {
      const person = talk();
      const said = [person.type("án tích bao lâu thì xóa"), person.tap("Tính cho tôi")];
      for (const next of acts) {
        const reply = doAct(person, next, said);
        said.push(reply);
        for (const part of reply.parts) {
          expect(part.text.trim()).not.toBe("");
          if (part.outcome === "interview") expect(part.choices.length).toBeGreaterThan(0);
          if (part.choices.length > 0) expect(part.choices.every(({ label }) => label.length > 0 && label.length <= 200)).toBe(true);
        }
        if (reply.trace.interview?.at !== "result") continue;
        results += 1;
        const part = reply.parts.at(-1);
        if (part?.outcome === "interview") expect(citationsOf(part).length).toBeGreaterThan(0);
        else expect(part).toMatchObject({ outcome: "hand-over", reason: "risky" });
      }
      person.type("thôi");
      expect(person.interview()?.phase).not.toBe("running");
      expect(person.type("vay vốn làm ăn được nhiều nhất bao nhiêu").outcome).toBe("answer");
    }),
    { numRuns: 150, seed: 5 },
  );
  expect(results).toBeGreaterThan(20);
});

test("who only ever taps the first button comes to a result, from wherever it was begun", () => {
  const person = talk();
  person.type("án tích bao lâu thì xóa");
  person.tap("Tính cho tôi");
  for (let taps = 0; taps < 40 && person.last().trace.interview?.at !== "result"; taps++) {
    const [first] = choicesOf(person.last());
    if (first !== undefined) person.tapOld(first);
  }
  expect(person.last().trace.interview?.at).toBe("result");
});

test("no step of an interview takes 20 ms, not even one that is not understood", () => {
  const fastest = new Map<string, number>();
  for (let round = 0; round < 10; round++) {
    const person = talk();
    person.type("án tích bao lâu thì xóa");
    person.tap("Tính cho tôi");
    for (const [at, step] of steps.entries()) {
      const started = performance.now();
      person.type(step);
      const name = `${at} ${step}`;
      // Of all rounds the one that nothing else on the machine disturbed.
      fastest.set(name, Math.min(fastest.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - started));
    }
  }
  expect([...fastest].filter(([, ms]) => ms >= 20)).toEqual([]);
});

const steps = [
  ...["tù giam", "không", "mãn án", "10/02/2024", "đúng", "xong trước khi ra", "2 năm", "đúng", "hừm", "tui cũng chưa biết nói sao nữa"],
  ...["không có", "sửa", "quay lại", "làm lại"],
];
