import type { Library } from "../../knowledge/library.ts";
import { fold, syllables } from "../../knowledge/words/normalise.ts";
import { answeredLast, type Conversation } from "../conversation.ts";

/** A question, and what was said around it. */
export interface Reading {
  readonly text: string;
  readonly context: string;
}

const longestFollowUp = 10;
const turnsRemembered = 2;
const openers = /^(?:the con|con|vay con|the|vay|roi|roi sao|the thi|vay thi|neu|lo|nhung|ma|a the|xong roi|sau do|tuc la|y la)(?: |$)/;
const bare =
  /^(?:bao lau|may (?:nam|thang|ngay|tien|trieu|phan tram|phan)|bao nhieu|nhieu|phi|o dau|den dau|gap ai|can gi|can giay|giay (?:to )?gi|thu tuc|lam sao|khi nao|bao gio|ai|co mat tien|ton tien|lai|mang|nop|duoc khong|co duoc|co phai|phai)(?: |$)/;
const closers = /(?:thi sao|thi tinh sao|sao|the nao|duoc khong|duoc ko|dc ko|dc k|ha|vay)$/;
const correction = /^(?:không|ko|k|khong|à|a|ủa)?[,\s]*(?:ý|y)\s+(?:tôi|tui|em|mình|con|toi|minh|t)\s+(?:là|la|hỏi|hoi)\s+/iu;
const otherSubject =
  /^.{0,40}?(?:chuyện khác|chuyen khac|câu khác|cau khac|cái khác|cai khac|thôi để sau|thoi de sau|hỏi cái này(?: trước)?|hoi cai nay)[,:.\s]*(?:giờ|gio)?\s*(?:cho\s+)?(?:hỏi|hoi)?[,:\s]*/iu;

/** What a message may lean on. */
export interface Before {
  readonly said: Reading;
  readonly onSubject: Reading;
  /** Of the last answer. */
  readonly topic: string | undefined;
  /** The message can hardly be understood without it. */
  readonly leans: boolean;
}

/** How a message stands to what was said before it; `before` is absent where nothing was, or where it says that it changes the subject. */
export interface Standing {
  readonly alone: Reading;
  readonly before: Before | undefined;
}

export function standingOf({ text, context }: Reading, conversation: Conversation, library: Library): Standing {
  const changed = text.replace(otherSubject, "");
  if (changed !== text && syllables(changed).length > 2) return { alone: { text: changed, context }, before: undefined };
  const corrected = text.replace(correction, "");
  const alone = { text: corrected === "" ? text : corrected, context };
  const said = conversation.turns.flatMap((turn) => (turn.from === "person" ? [turn.text] : [])).slice(-turnsRemembered);
  const topic = library.entries.get(answeredLast(conversation)[0] ?? "")?.topic;
  if (said.length === 0 && topic === undefined) return { alone, before: undefined };
  const around = (words: string): Reading => ({ text: alone.text, context: `${context} ${words}`.trim() });
  const leans = corrected !== text || leansOnLast(text);
  return { alone, before: { said: around(said.join(" ")), onSubject: around(topic?.replaceAll("-", " ") ?? ""), topic, leans } };
}

/** It can hardly be understood without what was said before. */
export function leansOnLast(text: string): boolean {
  const words = syllables(fold(text));
  const said = words.join(" ");
  return words.length <= 3 || (words.length <= longestFollowUp && (bare.test(said) || openers.test(said) || closers.test(said)));
}
