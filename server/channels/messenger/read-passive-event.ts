import { cleanText } from "../clean-text.ts";
import { edited, ignored, notice, type ReadEvent, type Surroundings, takenBack } from "./notices.ts";
import { EditEvent, HandoverEvent, TouchEvent, UnsendEvent } from "./payload.ts";

/** What is counted, and nothing more. Opt-ins without a sender come from a box on a website. */
const counted = ["delivery", "read", "optin", "reaction", "take_thread_control", "request_thread_control", "app_roles"];

/** Everything that asks for no answer: reactions and opt-ins keep the window open, edits change what was written, the rest is counted. */
export function readPassiveEvent(raw: object, around: Surroundings): ReadEvent {
  const { pageId, appId, time } = around;
  const edit = EditEvent.safeParse(raw);
  if (edit.success) {
    const { mid, text } = edit.data.message_edit;
    return edited(edit.data, around, { providerId: mid, content: { kind: "text", text: cleanText(text) } });
  }
  const unsend = UnsendEvent.safeParse(raw);
  if (unsend.success) return takenBack(unsend.data, around, unsend.data.message_unsend.mid);
  const handover = HandoverEvent.safeParse(raw);
  if (handover.success && appId !== undefined && handover.data.pass_thread_control.new_owner_app_id === appId)
    return notice({ kind: "given-back", account: pageId, sender: handover.data.sender.id, sentAt: handover.data.timestamp ?? time });
  const touch = TouchEvent.safeParse(raw);
  const sentAt = touch.success ? (touch.data.timestamp ?? time) : undefined;
  if (touch.success && sentAt !== undefined && touch.data.recipient.id === pageId && touch.data.reaction?.action !== "unreact") {
    const what = touch.data.reaction === undefined ? "optin" : "reaction";
    return notice({ kind: "contact", what, account: pageId, sender: touch.data.sender.id, sentAt });
  }
  return ignored(["message_edit", "pass_thread_control", ...counted].find((key) => key in raw) ?? "unknown");
}
