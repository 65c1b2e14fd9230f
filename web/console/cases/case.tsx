import type { VNode } from "preact";
import type { Beside } from "../../../server/http/desk/wire.ts";
import type { Case, Me } from "../../../server/http/wire.ts";
import { AnswerBox } from "../answering/answer-box.tsx";
import { deskApi } from "../answering/desk-api.ts";
import { HeldAnswer } from "../answering/held-answer.tsx";
import { Notes } from "../answering/notes.tsx";
import { api } from "../api.ts";
import { moment, windowInWords } from "../channels/window-in-words.ts";
import { CaseActions } from "./case-actions.tsx";
import { Transcript } from "./transcript.tsx";

export interface CaseProps {
  readonly opened: Case;
  readonly beside: Beside;
  readonly me: Me;
  /** It is this member's turn to take it. */
  readonly isOffered: boolean;
  readonly onChanged: () => void;
  readonly onRefused: (fault: unknown) => void;
}

/** The conversation with what the machine found, what stands beside it, and what may be done with it. */
export function CaseView({ opened, beside, me, isOffered, onChanged, onRefused }: CaseProps): VNode {
  const { item, messages } = opened;
  const mine = item.claimedBy?.id === me.id;
  const isClosed = item.state === "closed";
  // Refused or not, what is shown is read again: somebody else may have been there.
  const doing = (work: Promise<unknown>) => void work.then(onChanged, onRefused);
  return (
    <>
      <Transcript messages={messages} />
      {item.pausedUntil && (
        <p class="quiet">
          Người phụ trách Trang đã trả lời ở nơi khác. Máy im đến {moment(item.pausedUntil)}.{" "}
          <button type="button" class="button" onClick={() => doing(api.resume(item.id))}>
            Để máy trả lời lại
          </button>
        </p>
      )}
      {!mine && !isClosed && item.window && <p class="hint">{windowInWords(item.window)}</p>}
      {item.state === "waiting" && (
        <button type="button" class="button primary" aria-keyshortcuts="c" onClick={() => doing(api.claim(item.id))}>
          Nhận trả lời
        </button>
      )}{" "}
      {isOffered && (
        <button type="button" class="button" onClick={() => doing(deskApi.decline(item.id))}>
          Mời người khác
        </button>
      )}
      {isClosed && (
        <p class="buttons">
          <button type="button" class="button" onClick={() => doing(deskApi.reopen(item.id))}>
            Mở lại
          </button>{" "}
          <a class="button" href="#kien-thuc">
            Thành câu trả lời mới…
          </a>
        </p>
      )}
      {item.claimedBy && !mine && <p class="quiet">{item.claimedBy.name} đang giữ cuộc trò chuyện này.</p>}
      {beside.held && !isClosed && <HeldAnswer id={item.id} held={beside.held} me={me} doing={doing} />}
      {mine && <AnswerBox item={item} beside={beside} onSent={onChanged} onRefused={onRefused} />}
      <CaseActions item={item} me={me} doing={doing} />
      <Notes id={item.id} notes={beside.notes} onChanged={onChanged} onRefused={onRefused} />
    </>
  );
}
