import type { VNode } from "preact";
import type { DataRequest } from "../../../server/http/rights/wire.ts";
import { wordsOf } from "../field.tsx";
import { RequestCopies } from "./request-copies.tsx";
import { cameByNames, kindNames, outcomeNames } from "./request-names.ts";
import { rightsApi } from "./rights-api.ts";
import { dayInWords, timeInWords } from "./time-in-words.ts";

export interface RequestProps {
  readonly request: DataRequest;
  readonly mayDecide: boolean;
  /** Does it, then reads the list again. */
  readonly run: (doing: () => Promise<unknown>) => void;
}

const urgencyNames = { calm: "", soon: " – sắp đến hạn", late: " – quá hạn" } as const;

/** One request: its days, and what may be done with it. */
export function RequestItem(props: RequestProps): VNode {
  const { request, mayDecide } = props;
  const { kind, cameBy, note, receivedAt, whyExtended, doneAt, outcome } = request;
  return (
    <li class={`request ${doneAt === undefined ? worst(request) : "done"}`}>
      <h3>{kindNames[kind]}</h3>
      <p class="quiet">
        Nhận {timeInWords(receivedAt)}, {cameByNames[cameBy]}
        {request.hasConversation ? "" : "; chưa gắn với hội thoại nào"}
      </p>
      {note && <p class="said">{note}</p>}
      {doneAt === undefined ? (
        <Days request={request} />
      ) : (
        <p>
          Xong {timeInWords(doneAt)}: {outcome && outcomeNames[outcome]}
        </p>
      )}
      {whyExtended && <p>Lý do gia hạn: {whyExtended}</p>}
      {mayDecide && doneAt === undefined && <Doing {...props} />}
      {mayDecide && request.hasConversation && doneAt === undefined && <RequestCopies {...props} />}
    </li>
  );
}

function worst({ urgency, firstUrgency }: DataRequest): string {
  const both = [urgency, firstUrgency];
  return both.includes("late") ? "late" : both.includes("soon") ? "soon" : "calm";
}

function Days({ request: { firstDue, firstUrgency, answeredAt, due, urgency, extendedAt } }: { readonly request: DataRequest }): VNode {
  return (
    <p>
      {answeredAt === undefined ? (
        <span class={firstUrgency}>
          Phản hồi lần đầu trước hết ngày {dayInWords(firstDue)}
          {urgencyNames[firstUrgency]}
        </span>
      ) : (
        `Đã phản hồi ${timeInWords(answeredAt)}`
      )}
      <br />
      <span class={urgency}>
        Làm xong trước hết ngày {dayInWords(due)}
        {extendedAt !== undefined && " (đã gia hạn)"}
        {urgencyNames[urgency]}
      </span>
    </p>
  );
}

function Doing({ request, run }: RequestProps): VNode {
  const { id, kind, answeredAt, extendedAt, hasConversation } = request;
  const button = (name: string, doing: () => Promise<unknown>) => (
    <button type="button" class="button" onClick={() => run(doing)}>
      {name}
    </button>
  );
  return (
    <>
      <p class="buttons">
        {answeredAt === undefined && button("Đã phản hồi lần đầu", () => rightsApi.change(id, "answer"))}{" "}
        {button("Đã làm xong", () => rightsApi.change(id, "finish", { outcome: "done" }))}{" "}
        {button("Từ chối", () => rightsApi.change(id, "finish", { outcome: "refused" }))}{" "}
        {button("Người hỏi rút lại", () => rightsApi.change(id, "finish", { outcome: "withdrawn" }))}
      </p>
      {extendedAt === undefined && (
        <details>
          <summary>Gia hạn một lần</summary>
          <form
            class="narrow"
            onSubmit={(event) => {
              event.preventDefault();
              const { why = "" } = wordsOf(event.currentTarget);
              run(() => rightsApi.change(id, "extend", { why }));
            }}
          >
            <p class="field">
              <label for={`why-${id}`}>Vì sao cần thêm thời gian</label>
              <input type="text" id={`why-${id}`} name="why" required minLength={5} maxLength={1000} />
            </p>
            <button type="submit" class="button">
              Gia hạn
            </button>
          </form>
        </details>
      )}
      {kind === "erase" && hasConversation && (
        <details>
          <summary>Xóa hội thoại này</summary>
          <p>Mọi lời trong hội thoại mất hẳn, không lấy lại được. Yêu cầu này được ghi là đã xóa.</p>
          {button("Xóa hẳn", () => rightsApi.change(id, "erase"))}
        </details>
      )}
    </>
  );
}
