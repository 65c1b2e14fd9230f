import type { KeptInterview } from "../../bot/interview/kept-interview.ts";
import { taps } from "../../bot/interview/taps.ts";
import { waits } from "../../bot/interview/words.ts";
import type { OutgoingMessage } from "../outgoing.ts";
import { pageStaff } from "./escalation.ts";

// What a person is told when somebody comes or goes. The words follow what has happened.

const notice = (text: string): OutgoingMessage => ({
  from: "notice",
  parts: [{ outcome: "hand-over", text, citations: [], hotlines: [] }],
  choices: [],
});

export const came = (name: string) => notice(`${name} (tư vấn viên) đang đọc và sẽ trả lời anh/chị. Máy ngừng trả lời trong lúc này.`);
export const left = notice("Tư vấn viên phải dừng ở đây. Câu hỏi của anh/chị trở lại hàng chờ, sẽ có người khác xem.");
export const passedOn = (from: string, to: string) =>
  notice(`${from} chuyển câu hỏi của anh/chị cho ${to} (tư vấn viên). Từ đây ${to} đọc và trả lời. Máy vẫn ngừng trả lời trong lúc này.`);
export const reopened = (name: string) =>
  notice(`${name} (tư vấn viên) mở lại cuộc trò chuyện này để nhắn tiếp cho anh/chị. Máy ngừng trả lời trong lúc này.`);
const closing =
  "Cuộc trò chuyện với tư vấn viên đã xong. Từ đây là máy trả lời tự động; cần gặp người nữa thì anh/chị nhắn “gặp tư vấn viên”.";

/** The end of what a counsellor had to say, with the way back to a guided interview that is not at its end. */
export function finished(interview: KeptInterview | undefined): OutgoingMessage {
  if (interview === undefined || interview.phase === "done" || interview.phase === "offered") return notice(closing);
  return { ...notice(`${closing}\n\n${waits}`), choices: [taps.goOn(interview.state.interview)] };
}

/** In the history only: nobody is written to for it. */
export const resumed = notice(`${pageStaff} không trả lời nữa. Từ đây là máy trả lời tự động.`);

export function answerOf(name: string, text: string): OutgoingMessage {
  return { from: "counsellor", name, parts: [{ outcome: "counsellor", text, citations: [], hotlines: [] }], choices: [] };
}
