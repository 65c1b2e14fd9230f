import { optionsOf, type Question } from "../../../knowledge/interviews/interview.ts";
import { readAnswer } from "../../../knowledge/interviews/reading/read-answer.ts";
import { sayAnswer } from "../../../knowledge/interviews/reading/say-answer.ts";
import type { AnswerValue } from "../../../knowledge/interviews/state.ts";
import type { Day } from "../../../knowledge/provision.ts";
import type { Written } from "./sent-step.ts";

/** What the fields of a page say, as an answer to its question. */
export type ReadWritten =
  | {
      readonly kind: "read";
      readonly value: AnswerValue;
      readonly said: string;
      /** To be said back first: it was read out of words. */
      readonly confirm: boolean;
    }
  | { readonly kind: "problem"; readonly says: string };

/** Reads the fields of any kind of question. Words count before the small fields, which may still hold what stood there. */
export function readWritten(question: Question, written: Written, asOf: Day): ReadWritten {
  switch (question.kind) {
    case "one":
      return problem(chooseOne);
    case "many":
      return readTicked(question, written);
    case "day":
      return written.text === "" ? readThreeFields(question, written, asOf) : readWords(question, written.text, asOf);
    case "duration":
      return written.text === "" ? readYearsAndMonths(question, written, asOf) : readWords(question, written.text, asOf);
    case "number":
    case "money":
      return written.text === "" ? nothing(question) : readWords(question, written.text, asOf);
  }
}

function readTicked(question: Extract<Question, { kind: "many" }>, { ticked }: Written): ReadWritten {
  const options = question.options.filter(({ id }) => ticked.includes(id)).map(({ id }) => id);
  if (options.length === 0) return problem(`Anh/chị đánh dấu điều đúng. Không có điều nào đúng thì bấm “${question.none.label}”.`);
  const value: AnswerValue = { kind: "options", options };
  return { kind: "read", value, said: sayAnswer(question, value), confirm: false };
}

/** The day, or the month and year, or the year; four digits of a year leave nothing to confirm. */
function readThreeFields(question: Question, { day, month, year }: Written, asOf: Day): ReadWritten {
  const parts = [day, month, year].filter((part) => part !== "");
  if (parts.length === 0) return nothing(question);
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return problem(digitsAlone);
  if (year === "") return problem(yearMissing);
  if (day !== "" && month === "") return problem(monthMissing);
  const words = day === "" ? (month === "" ? `năm ${year}` : `tháng ${month}/${year}`) : `${day}/${month}/${year}`;
  const read = readWords(question, words, asOf);
  return read.kind === "read" && year.length === 4 ? { ...read, confirm: false } : read;
}

function readYearsAndMonths(question: Question, { year, month }: Written, asOf: Day): ReadWritten {
  const parts = [year, month].filter((part) => part !== "");
  if (parts.length === 0) return nothing(question);
  if (!parts.every((part) => /^\d{1,3}$/.test(part))) return problem(digitsAlone);
  const months = Number(year) * 12 + Number(month);
  const read = readWords(question, `${months} tháng`, asOf);
  return read.kind === "read" ? { ...read, confirm: false } : read;
}

function readWords(question: Question, text: string, asOf: Day): ReadWritten {
  const reading = readAnswer(question, text, asOf);
  switch (reading.kind) {
    case "understood":
      // A plain number is what it is; zeros of a sum are easily one too many.
      return { ...reading, kind: "read", confirm: reading.confirm && !(question.kind === "number" && /^\d+$/.test(text)) };
    case "unclear":
      return problem(reading.hint);
    case "refused":
      return problem(reading.says);
  }
}

function nothing(question: Question): ReadWritten {
  const orTap = optionsOf(question).length > 0 ? ", hoặc bấm nút bên dưới ô." : ".";
  return problem(`Anh/chị chưa ghi gì. Ghi vào ô dưới đây${orTap}`);
}

function problem(says: string): ReadWritten {
  return { kind: "problem", says };
}

const chooseOne = "Anh/chị bấm một trong các nút dưới đây.";
const digitsAlone = "Các ô nhỏ này chỉ ghi số, ví dụ: 25, 12, 2023. Muốn ghi bằng chữ thì dùng ô dài.";
const yearMissing = "Anh/chị ghi thêm năm, ví dụ: 2023. Chỉ nhớ tháng và năm thì để trống ô ngày.";
const monthMissing = "Anh/chị ghi thêm tháng, từ 1 đến 12.";
