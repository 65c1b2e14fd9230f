import type { Library } from "../../knowledge/library.ts";
import { fold, syllables } from "../../knowledge/words/normalise.ts";
import type { Conversation } from "../conversation.ts";

const longestFollowUp = 9;
const openers = [
  "thế còn",
  "còn",
  "vậy còn",
  "thế",
  "vậy",
  "rồi",
  "rồi sao",
  "thế thì",
  "vậy thì",
  "nếu",
  "lỡ",
  "nhưng",
  "mà",
  "à thế",
  "xong rồi",
  "sau đó",
].map(fold);
const bare =
  /^(bao lâu|mấy năm|mấy tháng|mấy ngày|bao nhiêu|ở đâu|đến đâu|gặp ai|cần gì|cần giấy gì|giấy tờ gì|thủ tục sao|làm sao|khi nào|bao giờ|ai ký|có mất tiền không|tốn tiền không|lãi suất|lãi bao nhiêu)/u;
const correction = /^(không,?|ko,?|k,?)?\s*(ý (tôi|tui|em|mình|con) là|tôi muốn hỏi|tui muốn hỏi|em muốn hỏi|tôi hỏi là)\s*/iu;

/** A question that leans on what was said before, made whole with the subject of the last answer. */
export function completeQuestion(text: string, conversation: Conversation, library: Library): string {
  const corrected = text.replace(correction, "");
  if (corrected !== text && corrected.trim() !== "") return corrected;
  const subject = lastSubject(conversation, library);
  if (subject === undefined || !leansOnLast(text)) return text;
  return `${text} ${subject}`;
}

function leansOnLast(text: string): boolean {
  const words = syllables(text);
  if (words.length > longestFollowUp) return false;
  const folded = fold(words.join(" "));
  return words.length <= 3 || bare.test(words.join(" ")) || openers.some((opener) => folded.startsWith(`${opener} `));
}

function lastSubject({ turns }: Conversation, library: Library): string | undefined {
  const last = turns.findLast((turn) => turn.from === "bot" && turn.entries.length > 0);
  const id = last?.from === "bot" ? last.entries[0] : undefined;
  const entry = id === undefined ? undefined : library.entries.get(id);
  return entry?.topic.replaceAll("-", " ");
}
