import { type Day, writtenDay } from "../../provision.ts";
import { addDays, addMonths } from "../../rules/calendar.ts";
import type { Question } from "../interview.ts";
import type { Precision } from "../state.ts";
import { findDays, tellsByMoon } from "./days.ts";
import type { Reading } from "./read-answer.ts";

type DayQuestion = Extract<Question, { kind: "day" }>;

export function readDay(question: DayQuestion, text: string, asOf: Day): Reading {
  if (tellsByMoon(text)) return { kind: "unclear", hint: byMoon };
  const [found, ...others] = findDays(text, asOf);
  if (found === undefined) return { kind: "unclear", hint: /\d/.test(text) ? withoutYear : howToSay(question) };
  if (others.length > 0) return { kind: "unclear", hint: onlyOne };
  const rest = text.slice(0, found.start) + text.slice(found.end);
  if ("precision" in found.value && found.value.precision === "year" && /\d/.test(rest))
    return { kind: "unclear", hint: howToSay(question) };
  if ("wrong" in found.value) return { kind: "refused", says: `${found.value.wrong} Anh/chị xem lại giúp em.` };
  return takeDay(question, found.value, asOf);
}

/** A day or part of a year as the question takes it: at its safe end where only a month or year is known. */
export function takeDay(
  question: DayQuestion,
  { day, precision }: { readonly day: Day; readonly precision: Precision },
  asOf: Day,
): Reading {
  if (precision !== "day" && question.roughly === undefined) return { kind: "unclear", hint: wholeDay };
  const last = lastOf(day, precision);
  if (day < farPast || day > addMonths(asOf, 12 * 60))
    return { kind: "refused", says: `Năm ${day.slice(0, 4)} chắc là gõ nhầm, anh/chị xem lại giúp em.` };
  if (question.when === "past" && day > asOf)
    return { kind: "refused", says: "Ngày này ở sau hôm nay, mà việc này phải đã qua. Anh/chị xem lại giúp em." };
  if (question.when === "future" && last < asOf) return { kind: "refused", says: "Ngày này đã qua rồi. Anh/chị xem lại giúp em." };
  const end = question.roughly === "last" ? last : day;
  return {
    kind: "understood",
    value: { kind: "day", day: within(question, end, asOf), precision },
    said: saidDay(day, precision),
    confirm: true,
  };
}

export function saidDay(day: Day, precision: Precision): string {
  const [year, month] = day.split("-");
  if (precision === "month") return `tháng ${Number(month)}/${year}, ngày chưa rõ`;
  return precision === "year" ? `năm ${year}, ngày tháng chưa rõ` : `ngày ${writtenDay(day)}`;
}

/** The month or year of today goes no further than today, either way. */
function within({ when }: DayQuestion, day: Day, asOf: Day): Day {
  if (when === "past") return day > asOf ? asOf : day;
  return when === "future" && day < asOf ? asOf : day;
}

function lastOf(first: Day, precision: Precision): Day {
  return precision === "day" ? first : addDays(addMonths(first, precision === "month" ? 1 : 12), -1);
}

/** Older than anybody's conviction. */
const farPast = "1940-01-01" as Day;

const byMoon = "Em chưa tính được ngày âm lịch hay ngày Tết. Anh/chị cho em ngày dương lịch, hoặc tháng và năm, ví dụ: tháng 2/2024.";
const withoutYear = "Anh/chị ghi thêm năm giúp em, ví dụ: 25/12/2023 hoặc tháng 12/2023.";
const onlyOne = "Em thấy có mấy ngày. Anh/chị ghi một ngày thôi, ví dụ: 25/12/2023.";
const wholeDay = "Chỗ này em cần đủ ngày, tháng, năm, ví dụ: 25/12/2023.";

function howToSay({ roughly }: DayQuestion): string {
  return roughly === undefined
    ? "Anh/chị ghi ngày như thế này: 25/12/2023."
    : "Anh/chị ghi ngày như thế này: 25/12/2023. Không nhớ ngày thì ghi tháng và năm: tháng 12/2023.";
}
