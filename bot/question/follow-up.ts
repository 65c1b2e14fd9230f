import type { Library } from "../../knowledge/library.ts";
import { fold, syllables } from "../../knowledge/words/normalise.ts";
import { answeredLast, type Conversation } from "../conversation.ts";

/** A question, and what was said around it. */
export interface Reading {
  readonly text: string;
  readonly context: string;
}

const longestFollowUp = 10;
const openers = /^(?:the con|con|vay con|the|vay|roi|roi sao|the thi|vay thi|neu|lo|nhung|ma|a the|xong roi|sau do|tuc la|y la)(?: |$)/;
const bare =
  /^(?:bao lau|may (?:nam|thang|ngay|tien|trieu|phan tram|phan)|bao nhieu|nhieu|phi|o dau|den dau|gap ai|can gi|can giay|giay (?:to )?gi|thu tuc|lam sao|khi nao|bao gio|ai|co mat tien|ton tien|lai|mang|nop|duoc khong|co duoc|co phai|phai)(?: |$)/;
const closers = /(?:thi sao|thi tinh sao|sao|the nao|duoc khong|duoc ko|dc ko|dc k|ha|vay)$/;
const correction = /^(?:không|ko|k|khong|à|a|ủa)?[,\s]*(?:ý|y)\s+(?:tôi|tui|em|mình|con|toi|minh|t)\s+(?:là|la|hỏi|hoi)\s+/iu;
const otherSubject =
  /^.{0,40}?(?:chuyện khác|chuyen khac|câu khác|cau khac|cái khác|cai khac|thôi để sau|thoi de sau|hỏi cái này(?: trước)?|hoi cai nay)[,:.\s]*(?:giờ|gio)?\s*(?:cho\s+)?(?:hỏi|hoi)?[,:\s]*/iu;

/** The ways a message may be meant in its conversation, likeliest first: by itself, or leaning on what was said before. */
export function readingsOf({ text, context }: Reading, conversation: Conversation, library: Library): readonly [Reading, ...Reading[]] {
  const changed = text.replace(otherSubject, "");
  if (changed !== text && syllables(changed).length > 2) return [{ text: changed, context }];
  const corrected = text.replace(correction, "");
  const alone = { text: corrected === "" ? text : corrected, context };
  const before = saidBefore(conversation, library);
  if (before === "") return [alone];
  const leaning = { text: alone.text, context: `${context} ${before}`.trim() };
  return corrected !== text || leansOnLast(text) ? [leaning, alone] : [alone, leaning];
}

/** It can hardly be understood without what was said before. */
export function leansOnLast(text: string): boolean {
  const words = syllables(fold(text));
  const said = words.join(" ");
  return words.length <= 3 || (words.length <= longestFollowUp && (bare.test(said) || openers.test(said) || closers.test(said)));
}

/** What the person said last, and what was answered to it. */
function saidBefore(conversation: Conversation, library: Library): string {
  const entry = library.entries.get(answeredLast(conversation)[0] ?? "");
  const said = conversation.turns.filter((turn) => turn.from === "person").slice(-2);
  return [...said.map((turn) => turn.text), entry?.topic.replaceAll("-", " ") ?? ""].join(" ").trim();
}
