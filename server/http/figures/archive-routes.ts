import { type Response, Router } from "express";
import { ConversationId } from "../../../bot/message.ts";
import { AppError } from "../../errors.ts";
import { findInArchive } from "../../figures/find-in-archive.ts";
import type { Role, StaffMember } from "../../store/staff-store.ts";
import type { ShownMessage, Store } from "../../store/store.ts";
import { wireMessage } from "../chat-stream.ts";
import type { Access } from "../console/access.ts";
import { ArchiveAnswer, ArchivedConversation, ArchiveQuestion, figurePaths } from "./wire.ts";

const answering: readonly Role[] = ["counsellor", "supervisor", "administrator"];
const most = 500;

/** Who has read what of the archive: a search is noted without its words. */
export type NoteRead = (
  staff: StaffMember,
  read: { readonly kind: "search"; readonly found: number } | { readonly kind: "transcript"; readonly conversation: string },
) => Promise<void>;

export interface ArchiveParts {
  readonly store: Store;
  readonly access: Access;
  /** Called before anything is shown; absent = nobody keeps a record. */
  readonly noteRead?: NoteRead;
}

/** The archive of conversations: found by words, which come in the body so that they stand in no address, and read. */
export function archiveRoutes({ store, access, noteRead }: ArchiveParts): Router {
  const router = Router();
  const guard = access.guard(answering);
  router.post(`${figurePaths.archive}/search`, guard, async (request, response) => {
    const answer = await findInArchive(store, ArchiveQuestion.parse(request.body).text);
    await noteRead?.(staffOf(response), { kind: "search", found: answer.found.length });
    response.json(ArchiveAnswer.parse(answer));
  });
  router.get(`${figurePaths.archive}/:id`, guard, async (request, response) => {
    const id = ConversationId.safeParse(request.params.id);
    const summary = id.success ? await store.readConversation(id.data) : undefined;
    if (summary === undefined) throw new AppError("not-found");
    await noteRead?.(staffOf(response), { kind: "transcript", conversation: summary.id });
    const messages = await store.readMessages(summary.id, Math.max(0, summary.lastSequence - most), most);
    response.json(ArchivedConversation.parse({ channel: summary.channel, messages: messages.map(line), cut: summary.lastSequence > most }));
  });
  return router;
}

function line(message: ShownMessage) {
  const { id, at, content } = wireMessage(message);
  if (content.from === "person") return { id, at, who: "Người hỏi", text: content.text };
  const { from, name, parts } = content.message;
  const who = { bot: "Máy trả lời", notice: "Thông báo", counsellor: `${name ?? ""} (tư vấn viên)` }[from];
  return { id, at, who, text: parts.map(({ text }) => text).join("\n\n") };
}

function staffOf(response: Response): StaffMember {
  // Put there by the guard.
  return response.locals.staff as StaffMember;
}
