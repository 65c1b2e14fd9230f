import fc from "fast-check";
import { expect, test } from "vitest";
import { type Reading, readAnswer } from "../../../knowledge/interviews/reading/read-answer.ts";
import { Day } from "../../../knowledge/provision.ts";
import { addDays } from "../../../knowledge/rules/calendar.ts";
import { fold } from "../../../knowledge/words/normalise.ts";
import { interviewOf, questionWith, today } from "./some-interview.ts";

const roughDay = questionWith({ kind: "day", fills: "endedOn", when: "any", roughly: "last" });
const pastDay = questionWith({ kind: "day", fills: "endedOn", when: "past", roughly: "last" });
const exactDay = questionWith({ kind: "day", fills: "endedOn", options: [{ id: "khong-nho", label: "Không nhớ" }] });
const duration = questionWith({
  kind: "duration",
  fills: "months",
  least: 1,
  most: 360,
  options: [{ id: "khong-nho", label: "Không nhớ" }],
});
const money = questionWith({ kind: "money", fills: "sum", most: 100_000_000_000 });
const count = questionWith({ kind: "number", fills: "age", least: 12, most: 120, unit: "tuổi" });

function brief(reading: Reading): string {
  if (reading.kind !== "understood") return reading.kind;
  const { value } = reading;
  if (value.kind === "day") return value.precision === "day" ? value.day : `${value.day} (${value.precision})`;
  if (value.kind === "number") return String(value.number);
  return value.kind === "option" ? value.option : value.options.join("+") || "none";
}

test.each([
  ["25/12/23", "2023-12-25"],
  ["25-12-2023", "2023-12-25"],
  ["25.12.2023", "2023-12-25"],
  ["25 12 2023", "2023-12-25"],
  ["25122023", "2023-12-25"],
  ["2023-12-25", "2023-12-25"],
  ["dạ ngày 25/12/2023 ạ.", "2023-12-25"],
  ["ngày 5 tháng 3 năm 2021", "2021-03-05"],
  ["ngay 5 thang 3 nam 2021", "2021-03-05"],
  ["5 tháng 3, 2021", "2021-03-05"],
  ["ngày 5 tháng ba năm 2021", "2021-03-05"],
  ["5/3 năm ngoái", "2025-03-05"],
  ["1/2/95", "1995-02-01"],
  ["29/2/2024", "2024-02-29"],
  ["tháng 5 năm ngoái", "2025-05-31 (month)"],
  ["t5/2023", "2023-05-31 (month)"],
  ["5/2023", "2023-05-31 (month)"],
  ["tháng 5 năm 2023", "2023-05-31 (month)"],
  ["hình như tháng 2 2024, không nhớ ngày", "2024-02-29 (month)"],
  ["tháng mười hai năm kia", "2024-12-31 (month)"],
  ["tháng trước", "2026-10-31 (month)"],
  ["năm 2020", "2020-12-31 (year)"],
  ["2020", "2020-12-31 (year)"],
  ["năm ngoái", "2025-12-31 (year)"],
  ["cách đây 2 năm", "2024-12-31 (year)"],
  ["2 năm trước", "2024-12-31 (year)"],
  ["cách đây ba tháng", "2026-08-31 (month)"],
  ["ra tù 2 năm", "2024-12-31 (year)"],
  ["mãn án được hai năm nay", "2024-12-31 (year)"],
  ["em ra trại hơn 3 tháng", "2026-08-31 (month)"],
  ["ra tù năm 2023", "2023-12-31 (year)"],
  ["ra tù tháng 5 năm 2023", "2023-05-31 (month)"],
  ["đi tù 2 năm", "unclear"],
  ["hôm qua", "2026-11-24"],
  ["hôm nay", "2026-11-25"],
  ["10 ngày trước", "2026-11-15"],
  ["tết năm ngoái", "unclear"],
  ["10/3 âm lịch năm 2023", "unclear"],
  ["25/12", "unclear"],
  ["lâu rồi", "unclear"],
  ["từ 1/2/2023 đến 5/6/2023", "unclear"],
  ["31/2/2023", "refused"],
  ["29/2/2023", "refused"],
  ["12/25/2023", "refused"],
  ["1/1/2203", "refused"],
  ["1/1/1903", "refused"],
])('the day typed as "%s" is read as %s', (typed, read) => {
  expect(brief(readAnswer(roughDay, typed, today))).toBe(read);
});

test("a day that must be past is refused when it is to come, and this month reaches to today only", () => {
  expect(readAnswer(pastDay, "26/11/2026", today)).toMatchObject({ kind: "refused", says: expect.stringContaining("sau hôm nay") });
  expect(brief(readAnswer(pastDay, "tháng này", today))).toBe("2026-11-25 (month)");
  expect(brief(readAnswer(pastDay, "năm nay", today))).toBe("2026-11-25 (year)");
  const coming = questionWith({ kind: "day", fills: "endedOn", when: "future", roughly: "first" });
  expect(readAnswer(coming, "24/11/2026", today).kind).toBe("refused");
  expect(brief(readAnswer(coming, "tháng 11/2026", today))).toBe("2026-11-25 (month)");
});

test("where the whole day is needed a month is not enough, and not remembering is an answer", () => {
  expect(readAnswer(exactDay, "tháng 5/2023", today)).toMatchObject({ kind: "unclear", hint: expect.stringContaining("đủ ngày") });
  for (const typed of ["không nhớ", "k nhớ", "quên mất rồi", "ko bit", "chưa biết", "hong nho noi"])
    expect(brief(readAnswer(exactDay, typed, today)), typed).toBe("khong-nho");
});

test("what was read is said back: the day, the month alone, the year alone", () => {
  const said = (typed: string) => readAnswer(roughDay, typed, today);
  expect(said("25/12/23")).toMatchObject({ said: "ngày 25/12/2023", confirm: true });
  expect(said("5/23/2023").kind).toBe("refused");
  expect(said("thang 5/2023")).toMatchObject({ said: "tháng 5/2023, ngày chưa rõ" });
  expect(said("hồi năm 2020")).toMatchObject({ said: "năm 2020, ngày tháng chưa rõ" });
});

const anyDay = fc.nat(24_000).map((days) => addDays(Day.parse("1960-01-01"), days));
const digits = ["không", "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];
const two = (value: number) => String(value).padStart(2, "0");
const writings: readonly ((year: number, month: number, date: number) => string)[] = [
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  ...["/", "-", ".", " / ", " "].flatMap((between) => [
    (y: number, m: number, d: number) => [d, m, y].join(between),
    (y: number, m: number, d: number) => [two(d), two(m), y].join(between),
  ]),
  (y, m, d) => `${two(d)}${two(m)}${y}`,
  (y, m, d) => `ngày ${d} tháng ${m} năm ${y}`,
  (y, m, d) => `ngày ${d} tháng ${digits[m]} năm ${y}`,
  (y, m, d) => `${d} tháng ${m}, ${y}`,
  (y, m, d) => `ngay ${two(d)} thang ${two(m)} nam ${y}`,
  (y, m, d) => `${d}t${m}/${y}`,
  (y, m, d) => `Dạ em ra ngày ${d}/${m}/${y} ạ!`,
];

test("whatever day, written in each way, with or without marks, is read back as the same day", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...writings), fc.boolean(), (day, write, withoutMarks) => {
      const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
      const typed = write(year, month, date);
      expect(brief(readAnswer(roughDay, withoutMarks ? fold(typed) : typed, today)), typed).toBe(day);
    }),
    { numRuns: 3_000 },
  );
});

test("a year of two digits is the same day too, from seventy years back to thirty ahead", () => {
  fc.assert(
    fc.property(fc.nat(25_000), (days) => {
      const day = addDays(Day.parse("1957-01-01"), days);
      const [year = "", month, date] = day.split("-");
      expect(brief(readAnswer(roughDay, `${date}/${month}/${year.slice(2)}`, today))).toBe(day);
    }),
  );
});

test.each([
  ["3 năm 6 tháng", "42"],
  ["3n6t", "42"],
  ["3 nam", "36"],
  ["36 tháng", "36"],
  ["36t", "36"],
  ["3 năm rưỡi", "42"],
  ["ba năm", "36"],
  ["một năm rưỡi", "18"],
  ["năm năm", "60"],
  ["mười năm", "120"],
  ["mười lăm năm", "180"],
  ["hai mươi năm", "240"],
  ["5 năm tù giam", "60"],
  ["em bị 18 tháng ạ", "18"],
  ["1,5 năm", "18"],
  ["nửa năm", "6"],
  ["3 năm và 2 tháng", "38"],
  ["3 năm, 2 tháng", "38"],
  ["3 cuốn lịch", "36"],
  ["3", "unclear"],
  ["3 năm 6 tháng 15 ngày", "unclear"],
  ["2 đến 3 năm", "unclear"],
  ["lâu lắm", "unclear"],
  ["31 năm", "refused"],
  ["không nhớ", "khong-nho"],
])('the time typed as "%s" is read as %s', (typed, read) => {
  expect(brief(readAnswer(duration, typed, today))).toBe(read);
});

test("whatever time, written in each way, is read back as the same months", () => {
  const write = (months: number) => {
    const [years, rest] = [Math.floor(months / 12), months % 12];
    const parts =
      years === 0
        ? [`${rest} tháng`, `${rest}t`]
        : rest === 0
          ? [`${years} năm`, `${years}n`]
          : [`${years} năm ${rest} tháng`, `${years}n${rest}t`];
    return [...parts, `${months} tháng`, ...(rest === 6 && years > 0 ? [`${years} năm rưỡi`] : [])];
  };
  for (let months = 1; months <= 360; months++)
    for (const typed of write(months)) {
      expect(brief(readAnswer(duration, typed, today)), typed).toBe(String(months));
      expect(brief(readAnswer(duration, fold(typed), today)), typed).toBe(String(months));
    }
  expect(readAnswer(duration, "42 thang", today)).toMatchObject({ said: "3 năm 6 tháng", confirm: true });
});

test.each([
  ["50 triệu", "50000000"],
  ["50tr", "50000000"],
  ["1tr5", "1500000"],
  ["1,5 tỷ", "1500000000"],
  ["2 tỷ rưỡi", "2500000000"],
  ["1 tỷ 200 triệu", "1200000000"],
  ["100 củ", "100000000"],
  ["500k", "500000"],
  ["năm chục triệu", "50000000"],
  ["50.000.000 đồng", "50000000"],
  ["50 000 000đ", "50000000"],
  ["50000000", "50000000"],
  ["50", "unclear"],
  ["vài triệu", "unclear"],
])('the sum typed as "%s" is read as %s', (typed, read) => {
  expect(brief(readAnswer(money, typed, today))).toBe(read);
});

test.each([
  ["17", "17"],
  ["em 35 tuổi", "35"],
  ["ba mươi hai", "32"],
  ["5", "refused"],
  ["130", "refused"],
  ["17 hay 18", "unclear"],
])('the number typed as "%s" is read as %s', (typed, read) => {
  expect(brief(readAnswer(count, typed, today))).toBe(read);
});

const penalty = questionWith({
  kind: "one",
  options: [
    { id: "tu", label: "Tù giam" },
    { id: "treo", label: "Án treo", says: "Án treo: phạt tù nhưng cho ở nhà thử thách" },
    { id: "giam-an", label: "Được giảm án" },
    { id: "khong", label: "Không có" },
    { id: "co", label: "Có, nhưng khác" },
    { id: "khong-ro", label: "Không rõ" },
  ],
});

test.each([
  ["Tù giam", "tu"],
  ["tu giam", "tu"],
  ["TÙ GIAM a", "tu"],
  ["2", "treo"],
  ["số 2", "treo"],
  ["treo", "treo"],
  ["dạ em bị án treo", "treo"],
  ["không", "khong"],
  ["dạ không ạ", "khong"],
  ["hông", "khong"],
  ["có", "co"],
  ["dạ có ạ", "co"],
  ["ko biết", "khong-ro"],
  ["k nhớ nữa", "khong-ro"],
  ["không bị án treo", "unclear"],
  ["giam", "unclear"],
  ["9", "unclear"],
  ["trời ơi", "unclear"],
])('among buttons "%s" means %s', (typed, read) => {
  expect(brief(readAnswer(penalty, typed, today))).toBe(read);
});

test("where labels have figures of their own, a bare number is not taken for a button", () => {
  const frames = questionWith({
    kind: "one",
    options: [
      { id: "it", label: "Đến 3 năm" },
      { id: "nhieu", label: "Trên 3 đến 7 năm" },
    ],
  });
  expect(readAnswer(frames, "2", today).kind).toBe("unclear");
  expect(brief(readAnswer(frames, "số 2", today))).toBe("nhieu");
  expect(brief(readAnswer(frames, "đến 3 năm", today))).toBe("it");
  expect(brief(readAnswer(frames, "tren 3 den 7 nam", today))).toBe("nhieu");
});

test("several are ticked by numbers or words, and none of them by no", () => {
  const many = questionWith({
    kind: "many",
    options: [
      { id: "quan-che", label: "Quản chế" },
      { id: "cu-tru", label: "Cấm cư trú" },
      // A number in a label hinders nobody from ticking by number.
      { id: "nghe", label: "Cấm nghề 5 năm" },
    ],
    none: { id: "khong", label: "Không có gì" },
  });
  for (const [typed, read] of [
    ["1, 3", "quan-che+nghe"],
    ["1 va 3", "quan-che+nghe"],
    ["quan che, cam nghe", "quan-che+nghe"],
    ["cấm cư trú", "cu-tru"],
    ["không", "none"],
    ["không có gì", "none"],
    ["4", "none"],
    ["1, không có gì", "unclear"],
    ["1, 9", "unclear"],
  ] as const)
    expect(brief(readAnswer(many, typed, today)), typed).toBe(read);
});

test.each([
  ["chưa", "con-no"],
  ["chưa anh ơi", "unclear"],
  ["rồi", "unclear"],
  ["không", "unclear"],
  ["lâu", "unclear"],
  ["không phải nộp", "khong-phai"],
])('to "đã nộp xong chưa?" the word "%s" alone is read as %s: nobody is taken to owe nothing for a bare word', (typed, read) => {
  const money = interviewOf("xoa-an-tich").questions.find(({ id }) => id === "tien");
  if (money === undefined) throw new Error("no such question");
  const reading = readAnswer(money, typed, today);
  expect(reading.kind === "understood" && reading.value.kind === "option" ? reading.value.option : reading.kind).toBe(read);
});

test("several are ticked by their numbers, though a label has a number of its own", () => {
  const special = interviewOf("xoa-an-tich").questions.find(({ id }) => id === "dieu-rieng");
  if (special === undefined) throw new Error("no such question");
  for (const typed of ["2, 3", "2 3", "số 2 với 3"])
    expect(readAnswer(special, typed, today), typed).toMatchObject({ value: { kind: "options", options: ["duoi-18", "vo-y"] } });
});
