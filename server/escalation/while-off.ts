import type { Conversation } from "../../bot/conversation.ts";
import type { Reply } from "../../bot/reply.ts";
import type { Library } from "../../knowledge/library.ts";
import type { OutgoingMessage } from "../outgoing.ts";

/** Whom to call while nothing answers: danger, illness, children, and free advice on the law. */
export const firstLines: readonly string[] = ["113", "115", "111", "1800-1233"];

const stoppedWords = "Máy đang tạm ngừng trả lời.";

/** Said once: what is so, what becomes of the message, and whom to call meanwhile. */
export function stoppedNotice({ hotlines }: Pick<Library, "hotlines">): OutgoingMessage {
  const call = firstLines.flatMap((id) => hotlines.get(id) ?? []).map(({ number, name }) => `- ${number}: ${name}`);
  const text = [
    `${stoppedWords} Tin của anh/chị được giữ lại, tư vấn viên sẽ đọc và trả lời ở đây; chúng tôi không hẹn giờ được. Không cần viết lại.`,
    `Việc gấp, anh/chị gọi:\n${call.join("\n")}`,
  ].join("\n\n");
  return { from: "bot", parts: [{ outcome: "hand-over", text, citations: [], hotlines: [] }], choices: [] };
}

/** What still goes out while the machine is stopped: the fixed words in danger, and that somebody is forgotten who asks to be. */
export function mayStillSay({ outcome, parts }: Reply): boolean {
  return (
    outcome === "safety" || parts.some((part) => part.outcome === "command" && (part.command === "erase" || part.command === "erased"))
  );
}

export function wasTold({ turns }: Conversation): boolean {
  return turns.some((turn) => turn.from === "bot" && turn.text.includes(stoppedWords));
}
