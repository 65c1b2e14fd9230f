import type { Option, Question } from "../../../knowledge/interviews/interview.ts";
import type { NextStep } from "../../../knowledge/interviews/next-step.ts";
import type { Answer } from "../../../knowledge/interviews/state.ts";
import { fields, moves, nothingWritten, type Written } from "../tools/sent-step.ts";
import type { Taken } from "../tools/take-step.ts";
import { type Children, html } from "./html.ts";

type Asked = Extract<NextStep, { kind: "question" }>;
type Of<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

/** Where the error summary leads. */
export const firstField = "tra-loi";

interface Shown {
  readonly written: Written;
  readonly wrong: boolean;
  readonly chosen: string | undefined;
}

/** What a question is answered with. The button that goes on stands before all others: Enter presses the first one. */
export function answerFields({ question, before }: Asked, { written, problem }: Taken) {
  const wrong = problem !== null;
  const chosen = before?.value.kind === "option" ? before.value.option : undefined;
  const shown = { written: wrong ? written : writtenBefore(question, before), wrong, chosen };
  switch (question.kind) {
    case "one":
      return buttons(question.options, chosen, firstField);
    case "many":
      return ticks(question, shown, before);
    case "day":
      return html`${group(threeFields(shown, question), shown)}${withWords(shown, dayExample(question))}${go()}${buttons(question.options, chosen)}`;
    case "duration":
      return html`${group(yearsAndMonths(shown), shown)}${withWords(shown, "Ví dụ: ba năm rưỡi, 42 tháng.")}${go()}${buttons(question.options, chosen)}`;
    case "number":
      return html`${oneField(question, shown)}${go()}${buttons(question.options, chosen)}`;
    case "money":
      return html`${oneField(question, shown)}${go()}${buttons(question.options, chosen)}`;
  }
}

function buttons(options: readonly Option[], chosen: string | undefined, first?: string) {
  return (
    options.length > 0 &&
    html`<ul class="options">
      ${options.map(
        ({ id, label, says }, at) => html`<li>
          <button class="option" id=${at === 0 ? first : undefined} name=${fields.move} value=${moves.choose + id}>
            ${says ?? label}${id === chosen && html` <span class="chosen">(đã chọn)</span>`}
          </button>
        </li>`,
      )}
    </ul>`
  );
}

function ticks(question: Of<"many">, { written, wrong }: Shown, before: Answer | null) {
  const none = before?.value.kind === "options" && before.value.options.length === 0 ? question.none.id : undefined;
  return html`<div role="group" aria-labelledby="cau-hoi" aria-describedby=${wrong ? "cho-sai" : undefined}>
      <ul class="ticks">
        ${question.options.map(
          ({ id, label, says }, at) => html`<li>
            <label class="option">
              <input type="checkbox" id=${at === 0 ? firstField : undefined} name=${fields.ticked} value=${id} checked=${written.ticked.includes(id)} />
              <span>${says ?? label}</span>
            </label>
          </li>`,
        )}
      </ul>
    </div>
    ${go()}${buttons([question.none], none)}`;
}

function group(content: Children, { wrong }: Shown) {
  return html`<div class="small-fields" role="group" aria-labelledby="cau-hoi" aria-describedby=${wrong ? "cho-sai" : undefined}>${content}</div>`;
}

function threeFields({ written, wrong }: Shown, { roughly }: Of<"day">) {
  return html`${smallField({ label: "Ngày", name: fields.day, value: written.day, wrong, id: firstField })}
    ${smallField({ label: "Tháng", name: fields.month, value: written.month, wrong })}
    ${smallField({ label: "Năm", name: fields.year, value: written.year, wrong })}
    ${roughly !== undefined && html`<p class="help">Không nhớ ngày thì để trống ô ngày. Chỉ nhớ năm thì ghi năm.</p>`}`;
}

function yearsAndMonths({ written, wrong }: Shown) {
  return html`${smallField({ label: "Số năm", name: fields.year, value: written.year, wrong, id: firstField })}
    ${smallField({ label: "Số tháng", name: fields.month, value: written.month, wrong })}`;
}

interface SmallField {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly id?: string;
}

function smallField({ label, name, value, wrong, id }: SmallField) {
  return html`<label class="small-field">${label}
    <input id=${id} name=${name} value=${value} inputmode="numeric" maxlength="10" aria-invalid=${wrong ? "true" : undefined} />
  </label>`;
}

/** Free words, for whom the small fields do not fit. */
function withWords({ written }: Shown, example: string) {
  return html`<details class="words" open=${written.text !== ""}>
    <summary>Ghi bằng lời cũng được</summary>
    <label>Câu trả lời bằng lời
      <input class="long-field" name=${fields.text} value=${written.text} maxlength="300" aria-describedby="vi-du" />
    </label>
    <p class="help" id="vi-du">${example}</p>
  </details>`;
}

function oneField(question: Of<"number" | "money">, { written, wrong }: Shown) {
  const label = question.kind === "money" ? "Số tiền, ví dụ: 50 triệu" : (question.unit ?? "Con số");
  return html`<label>${label}
    <input
      class="long-field" id=${firstField} name=${fields.text} value=${written.text} maxlength="300"
      inputmode=${question.kind === "number" ? "decimal" : undefined}
      aria-invalid=${wrong ? "true" : undefined} aria-describedby=${wrong ? "cho-sai" : undefined}
    />
  </label>`;
}

function go() {
  return html`<p><button class="button primary go" name=${fields.move} value=${moves.go}>Tiếp tục</button></p>`;
}

function dayExample({ roughly }: Of<"day">): string {
  return roughly === undefined ? "Ví dụ: 25/12/2023." : "Ví dụ: 25/12/2023, tháng 5 năm 2023, năm ngoái.";
}

/** An answer of before, back in the fields it came from. */
function writtenBefore(question: Question, before: Answer | null): Written {
  if (before === null) return nothingWritten;
  const { value } = before;
  if (value.kind === "options") return { ...nothingWritten, ticked: value.options };
  if (value.kind === "number") return writtenNumber(question, value.number);
  if (value.kind !== "day") return nothingWritten;
  const [year = "", month = "", day = ""] = value.day.split("-").map((part) => String(Number(part)));
  return { ...nothingWritten, year, month: value.precision === "year" ? "" : month, day: value.precision === "day" ? day : "" };
}

function writtenNumber(question: Question, number: number): Written {
  if (question.kind !== "duration") return { ...nothingWritten, text: String(number) };
  const [years, months] = [Math.floor(number / 12), number % 12];
  return { ...nothingWritten, year: years > 0 ? String(years) : "", month: months > 0 ? String(months) : "" };
}
