import type { Given } from "../../../knowledge/interviews/follow.ts";
import type { Interview } from "../../../knowledge/interviews/interview.ts";
import { keep } from "../../../knowledge/interviews/kept-state.ts";
import type { InterviewState } from "../../../knowledge/interviews/state.ts";
import { type ErrorCode, errorTable } from "../../errors.ts";
import { toolsPath } from "../paths.ts";
import { fields, moves } from "../tools/sent-step.ts";
import { type Children, html } from "./html.ts";
import type { Page } from "./layout.ts";
import { toolPage } from "./tools.ts";

/** The frame of every page of a tool: one form, which carries all that is known. */
export function toolForm(tool: Interview, state: InterviewState, content: Children) {
  return html`<form class="tool" method="post" action=${toolPage(tool)} autocomplete="off" novalidate>
      <input type="hidden" name=${fields.state} value=${JSON.stringify(keep(state))} />
      ${content}
    </form>
    <p class="tool-foot"><a href=${toolPage(tool)}>Làm lại từ đầu</a></p>`;
}

/** What was answered so far, each to be changed. */
export function givenList(given: readonly Pick<Given, "question" | "answer">[], heading: string) {
  return (
    given.length > 0 &&
    html`<section class="given">
      <h2>${heading}</h2>
      <ol>
        ${given.map(
          ({ question, answer }) => html`<li>
            <span class="asked">${question.ask}</span> <strong>${answer.said}</strong>${" "}
            <button class="link" name=${fields.move} value=${`${moves.change}${question.id}`}>
              Sửa<span class="visually-hidden">: ${question.ask}</span>
            </button>
          </li>`,
        )}
      </ol>
    </section>`
  );
}

export interface Trouble {
  readonly code: ErrorCode;
  readonly reference: string;
}

/** What was sent cannot be read, or something failed: said in words, with ways on. */
export function toolTroublePage(tool: Interview | undefined, { code, reference }: Trouble): Page {
  const start = tool === undefined ? toolsPath : toolPage(tool);
  const { status, message } = errorTable[code];
  const passes = status === 429 || status >= 500;
  return {
    title: "Chưa làm được – Tự tính",
    description: "Có trục trặc, anh/chị làm lại giúp em.",
    path: start,
    withTools: true,
    personal: true,
    main: html`<h1>Chưa làm được</h1>
      <p role="alert">${message}</p>
      ${
        passes
          ? html`<p>Tải lại trang này thì câu trả lời vừa rồi được gửi lại.${status >= 500 && ` Mã để hỏi: ${reference}.`}</p>`
          : html`<p>Có thể trang đã mở lâu quá, hoặc câu trả lời bị hỏng trên đường đi. Máy chủ không cất câu trả lời, nên anh/chị làm lại từ đầu giúp em.</p>`
      }
      <p><a class="button primary" href=${start}>Bắt đầu lại</a></p>
      <p><a href="/#hoi">Hỏi ở đây</a> · <a href=${toolsPath}>Các bảng tính khác</a></p>`,
  };
}
