import { greeting } from "../../../bot/wording.ts";
import type { Library } from "../../../knowledge/library.ts";
import { stoppedNotice } from "../../escalation/while-off.ts";
import type { OutgoingMessage, OutgoingPart } from "../../outgoing.ts";
import { type Posted, stopOf } from "../../store/notices/board.ts";
import { inWords } from "./announcements.ts";

/** How the chat of the website begins: with what everybody is told just now, and honestly when the machine is stopped. */
export function greetingNow(posted: Posted, library: Pick<Library, "hotlines">): OutgoingMessage {
  const [first, ...others] = [...posted.notices.map((notice) => said(`Thông báo: ${inWords(notice)}`)), said(greeting.text)];
  if (stopOf(posted, "web") !== undefined) return { ...stoppedNotice(library), from: "notice" };
  return { from: "bot", parts: [first ?? said(greeting.text), ...others], choices: [...greeting.choices] };
}

function said(text: string): OutgoingPart {
  return { outcome: "small-talk", text, citations: [], hotlines: [] };
}
