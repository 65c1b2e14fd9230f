import type { Interview } from "../../../knowledge/interviews/interview.ts";
import type { NextStep } from "../../../knowledge/interviews/next-step.ts";
import { fields, moves } from "../tools/sent-step.ts";
import type { Taken } from "../tools/take-step.ts";
import { html } from "./html.ts";
import type { Page } from "./layout.ts";
import { answerFields, firstField } from "./tool-fields.ts";
import { givenList, toolForm } from "./tool-parts.ts";
import { toolPage } from "./tools.ts";

type Asked = Extract<NextStep, { kind: "question" }>;

/** One question: why it is asked, the answers, where one is, and what was said so far. */
export function toolQuestionPage(tool: Interview, step: Asked, taken: Taken): Page {
  const { question, progress, given } = step;
  const where = `Câu ${progress.number}`;
  return {
    ...stepPage(tool, `${taken.problem === null ? "" : "Chưa hiểu – "}${where} – Tự tính`),
    main: toolForm(
      tool,
      taken.state,
      html`<input type="hidden" name=${fields.question} value=${question.id} />
        ${errorSummary(taken.problem)}
        <p class="progress">${where} trong khoảng ${progress.about}
          <progress value=${progress.number} max=${progress.about} aria-hidden="true"></progress></p>
        <h1 id="cau-hoi">${question.ask}</h1>
        <p class="why"><strong>Vì sao hỏi:</strong> ${question.why}</p>
        ${question.help && html`<p class="help" id="chi-dan">${question.help}</p>`}
        ${answerFields(step, taken)}
        ${
          given.length > 0 &&
          html`<p><button class="button" name=${fields.move} value=${moves.back}>‹ Câu trước</button></p>
            <p class="fine-print" data-without-script>Muốn xem lại câu trước, bấm nút trên trang này, đừng bấm nút lùi của trình duyệt.</p>`
        }
        ${givenList(given, "Đã trả lời")}`,
    ),
  };
}

/** What was understood from words, said back before it counts. */
export function toolConfirmPage(tool: Interview, { understood }: Extract<NextStep, { kind: "confirm" }>, taken: Taken): Page {
  return {
    ...stepPage(tool, "Em hiểu đúng không? – Tự tính"),
    main: toolForm(
      tool,
      taken.state,
      html`<h1>Em hiểu như vậy có đúng không?</h1>
        <dl class="understood">${understood.map(({ question, answer }) => html`<dt>${question.ask}</dt><dd>${answer.said}</dd>`)}</dl>
        <ul class="options">
          <li><button class="option" name=${fields.move} value=${moves.yes}>Đúng</button></li>
          <li><button class="option" name=${fields.move} value=${moves.no}>Không, để tôi ghi lại</button></li>
        </ul>`,
    ),
  };
}

/** A title that says nothing of the person to whoever looks at the screen. */
function stepPage(tool: Interview, title: string): Omit<Page, "main"> {
  return { title, description: tool.about, path: toolPage(tool), withTools: true, personal: true };
}

function errorSummary(problem: string | null) {
  return (
    problem !== null &&
    html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
      <h2>Em chưa nhận được câu trả lời</h2>
      <p><a href=${`#${firstField}`} id="cho-sai">${problem}</a></p>
    </div>`
  );
}
