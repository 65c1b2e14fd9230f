import { writtenSum } from "../../rules/written-sum.ts";
import type { Question } from "../interview.ts";
import { findDurations, saidDuration } from "./durations.ts";
import { type Found, findAll, whole } from "./found.ts";
import { number, numberOf } from "./numbers-said.ts";
import type { Reading } from "./read-answer.ts";
import { findSums } from "./sums.ts";

export type NumberQuestion = Extract<Question, { kind: "duration" | "number" | "money" }>;

export function readNumber(question: NumberQuestion, text: string): Reading {
  const [found, ...others] = findNumbers(question.kind, text);
  // A number left over is something that was not understood: "3 năm 6 tháng 15 ngày".
  const rest = found === undefined ? text : text.slice(0, found.start) + text.slice(found.end);
  if (found === undefined || others.length > 0 || /\d/.test(rest)) return { kind: "unclear", hint: hints[question.kind] };
  return takeNumber(question, found.value);
}

export function takeNumber(question: NumberQuestion, value: number): Reading {
  const { least, most } = question;
  if (value < least) return { kind: "refused", says: `Ít nhất là ${saidNumber(question, least)}. Anh/chị xem lại giúp em.` };
  if (value > most) return { kind: "refused", says: `Nhiều nhất là ${saidNumber(question, most)}. Anh/chị xem lại giúp em.` };
  return { kind: "understood", value: { kind: "number", number: value }, said: saidNumber(question, value), confirm: true };
}

export function findNumbers(kind: NumberQuestion["kind"], text: string): readonly Found<number>[] {
  if (kind === "duration") return findDurations(text);
  return kind === "money" ? findSums(text) : findAll(text, [[whole(number), ([said]) => numberOf(said)]]);
}

export function saidNumber(question: NumberQuestion, value: number): string {
  if (question.kind === "duration") return saidDuration(value);
  if (question.kind === "money") return writtenSum(value);
  return [String(value).replace(".", ","), question.unit].filter((part) => part !== undefined).join(" ");
}

const hints = {
  duration: "Anh/chị ghi mấy năm mấy tháng, ví dụ: 3 năm 6 tháng, hoặc 42 tháng.",
  number: "Anh/chị ghi một con số giúp em.",
  money: "Anh/chị ghi số tiền, ví dụ: 50 triệu, hoặc 1,5 tỷ.",
};
