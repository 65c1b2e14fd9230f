import { expect, test } from "vitest";
import type { Interview } from "../../../knowledge/interviews/interview.ts";
import { answer, back, begin, confirm, propose, reject } from "../../../knowledge/interviews/moves.ts";
import { next } from "../../../knowledge/interviews/next-step.ts";
import { prefill } from "../../../knowledge/interviews/reading/prefill.ts";
import { readAnswer } from "../../../knowledge/interviews/reading/read-answer.ts";
import { InterviewState } from "../../../knowledge/interviews/state.ts";
import { Day } from "../../../knowledge/provision.ts";
import { interviewOf, today } from "./some-interview.ts";

const clearing = interviewOf("xoa-an-tich");

/** What comes now, in a word. */
function asked(state: InterviewState, interview: Interview = clearing): string {
  const step = next(interview, state, today);
  if (step.kind === "question") return step.question.id;
  return step.kind === "confirm" ? `confirm ${step.understood.map(({ question }) => question.id).join(" ")}` : `result ${outcome(state)}`;
}

function outcome(state: InterviewState): string {
  const step = next(clearing, state, today);
  const { route, earliestDate } = (step.kind === "result" ? step.judged.output : {}) as { route?: string; earliestDate?: string };
  return [route, earliestDate].filter(Boolean).join(" ");
}

/** Types an answer to what is asked now, and says yes when it is said back. */
function type(state: InterviewState, ...all: readonly string[]): InterviewState {
  return all.reduce((before, typed) => {
    const step = next(clearing, before, today);
    if (step.kind !== "question") throw new Error(`"${typed}" answers nothing`);
    const reading = readAnswer(step.question, typed, today);
    if (reading.kind !== "understood") throw new Error(`"${typed}" was not understood`);
    const answers = [{ question: step.question.id, value: reading.value, said: reading.said }];
    return reading.confirm ? confirm(clearing, propose(before, answers), today) : answer(clearing, before, { answers, asOf: today });
  }, state);
}

const plain = ["tù giam", "không", "mãn án", "10/02/2024", "xong trước khi ra", "2 năm", "không"];

test("the usual case, prison served and nothing else, ends after seven questions, or eight when the day has not come", () => {
  const reached = type(begin(clearing), ...plain);
  expect(asked(reached)).toBe("result automatic 2026-02-10");
  expect(reached.answers).toHaveLength(7);
  const ahead = type(begin(clearing), "tù giam", "không", "mãn án", "10/02/2026", "xong trước khi ra", "2 năm", "không", "không");
  expect(asked(ahead)).toBe("result automatic 2028-02-10");
  expect(ahead.answers).toHaveLength(8);
});

test("progress counts up and the guess of how many is right for the usual case", () => {
  const seen = plain.map((_, at) => {
    const step = next(clearing, type(begin(clearing), ...plain.slice(0, at)), today);
    return step.kind === "question" ? step.progress : undefined;
  });
  expect(seen.map((progress) => progress?.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (const progress of seen) expect([7, 8]).toContain(progress?.about);
});

test("a state kept as JSON goes on where it was, on another day too", () => {
  const half = type(begin(clearing), ...plain.slice(0, 4));
  const kept = InterviewState.parse(JSON.parse(JSON.stringify(half)));
  expect(kept).toEqual(half);
  expect(asked(type(kept, ...plain.slice(4)))).toBe("result automatic 2026-02-10");
  const later = next(clearing, type(kept, ...plain.slice(4)), Day.parse("2025-06-01"));
  expect(later.kind === "question" && later.question.id).toBe("lap-cong");
});

test("going back shows what was answered; the same answer again goes on to where one was", () => {
  const half = type(begin(clearing), ...plain.slice(0, 5));
  const once = back(clearing, half, { asOf: today });
  expect(next(clearing, once, today)).toMatchObject({ question: { id: "tien" }, before: { said: "Đã nộp hết từ trước ngày xong án" } });
  const twice = back(clearing, once, { asOf: today });
  expect(asked(twice)).toBe("ngay-ra");
  expect(asked(type(twice, "11/02/2024"))).toBe("muc-an");
  const first = back(clearing, half, { to: "hinh-phat", asOf: today });
  expect(asked(first)).toBe("hinh-phat");
  expect(back(clearing, first, { asOf: today })).toEqual(first);
  expect(asked(back(clearing, half, { to: "lap-cong", asOf: today }))).toBe("muc-an");
});

test("another answer to an earlier question keeps what still holds and lets go of what does not", () => {
  const done = type(begin(clearing), ...plain);
  const treo = type(back(clearing, done, { to: "hinh-phat", asOf: today }), "án treo");
  expect(asked(treo)).toBe("ngay-het-treo");
  const ended = type(treo, "15/7/2025");
  expect(asked(ended)).toBe("result automatic 2026-07-15");
  expect(ended.answers.map(({ question }) => question)).toEqual(["hinh-phat", "dieu-rieng", "ngay-het-treo", "tien", "phat-them"]);
});

test("no fact of an answer that was changed has any say afterwards", () => {
  const way = [
    "tù giam",
    "tội an ninh quốc gia",
    "chỉ tội đó",
    "mãn án",
    "1/2/2021",
    "xong trước khi ra",
    "6 năm",
    "không",
    "một lần",
    "20/3/2026",
  ];
  const refused = type(begin(clearing), ...way);
  expect(asked(refused)).toBe("result court 2027-03-20");
  const ordinary = type(back(clearing, refused, { to: "dieu-rieng", asOf: today }), "không");
  expect(asked(ordinary)).toBe("result automatic 2024-02-01");
  expect(ordinary.answers.map(({ question }) => question)).not.toContain("bac-don");
  const again = type(back(clearing, ordinary, { to: "dieu-rieng", asOf: today }), "tội an ninh quốc gia");
  expect(asked(again)).toBe("nhom-toi");
  expect(asked(type(again, "chỉ tội đó"))).toBe("bac-don");
});

test("a fact that a later answer wants asked is not asked again when it is known", () => {
  const young = type(
    begin(clearing),
    "tù giam",
    "lúc đó chưa đủ 18",
    "từ 16 đến dưới 18",
    "1/1/2010",
    "trên 15 năm",
    "chưa đi tù ngày nào",
  );
  expect(asked(young)).toBe("thoi-hieu");
  expect(asked(type(young, "đã quá hạn", "5 năm"))).toBe("tien");
});

test("free words are said back, and only a yes makes them an answer", () => {
  const heard = begin(clearing, prefill(clearing, "bao giờ tôi được xóa án tích, tôi bị 3 năm ra tháng 5/2023", today));
  expect(asked(heard)).toBe("confirm hinh-phat ngay-ra muc-an");
  const step = next(clearing, heard, today);
  expect(step.kind === "confirm" && step.understood.map(({ answer: { said } }) => said)).toEqual([
    "Tù giam",
    "tháng 5/2023, ngày chưa rõ",
    "3 năm",
  ]);
  const yes = confirm(clearing, heard, today);
  expect(asked(yes)).toBe("dieu-rieng");
  expect(asked(type(yes, "không", "mãn án", "xong trước khi ra", "không"))).toBe("result automatic 2025-05-31");
  expect(asked(reject(heard))).toBe("hinh-phat");
  expect(reject(heard).answers).toEqual([]);
  expect(asked(back(clearing, heard, { asOf: today }))).toBe("hinh-phat");
});

test.each([
  ["tui bị 2 năm án treo, khi nào hết án", "hinh-phat=Án treo: phạt tù nhưng cho ở nhà thử thách"],
  ["toi bi an 18 thang tu giam, ra trai 12/5/24, con no an phi", "hinh-phat=Tù giam ngay-ra=ngày 12/5/2024 tien=Chưa nộp xong"],
  ["em được đặc xá tháng 9/2024, án 9 năm", "hinh-phat=Tù giam cach-xong=Được đặc xá ngay-dac-xa=tháng 9/2024, ngày chưa rõ muc-an=9 năm"],
  ["lãnh 3n6t mới về hôm qua", "ngay-ra=ngày 24/11/2026 muc-an=3 năm 6 tháng"],
  ["ba tôi bị chung thân", "hinh-phat=Tù chung thân"],
  ["khi nào thì xóa án tích", ""],
  ["năm 2023 nghe nói 2 năm là xóa án tích", ""],
  ["vay 50 triệu trong 3 năm được không", ""],
  // One thing told of a list says nothing of the others: the list is asked.
  ["tội vô ý gây tai nạn, tôi bị 2 năm tù giam", "hinh-phat=Tù giam muc-an=2 năm"],
])('in "%s" is heard: %s', (message, heard) => {
  expect(
    prefill(clearing, message, today)
      .map(({ question, said }) => `${question}=${said}`)
      .join(" "),
  ).toBe(heard);
});

test("an answer that today's questions no longer take is asked again", () => {
  const state = {
    ...begin(clearing),
    answers: [{ question: "hinh-phat", value: { kind: "option", option: "no-such" }, said: "…" }],
  } as const;
  expect(asked(state)).toBe("hinh-phat");
});
