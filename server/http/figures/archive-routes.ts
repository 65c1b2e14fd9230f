import { Router } from "express";
import { ConversationId } from "../../../bot/message.ts";
import { AppError } from "../../errors.ts";
import { findInArchive } from "../../figures/find-in-archive.ts";
import type { Role } from "../../store/staff-store.ts";
import type { ShownMessage, Store } from "../../store/store.ts";
import { wireMessage } from "../chat-stream.ts";
import type { Access } from "../console/access.ts";
import { staffOf } from "../console/access.ts";
import { ArchiveAnswer, ArchivedConversation, ArchiveQuestion, figurePaths } from "./wire.ts";

const answering: readonly Role[] = ["counsellor", "supervisor", "administrator"];
const most = 500;

export interface ArchiveParts {
  readonly store: Store;
  readonly access: Access;
  readonly now: () => number;
}

/** The archive of conversations: found by words, which come in the body so that they stand in no address, and read. Both are noted, without words. */
export function archiveRoutes({ store, access, now }: ArchiveParts): Router {
  const router = Router();
  const guard = access.guard(answering);
  router.post(`${figurePaths.archive}/search`, guard, async (request, response) => {
    const answer = await findInArchive(store, ArchiveQuestion.parse(request.body).text);
    await store.noteAct({ by: staffOf(response).id, act: "search-archive", detail: { found: answer.found.length }, at: now() });
    response.json(ArchiveAnswer.parse(answer));
  });
  router.get(`${figurePaths.archive}/:id`, guard, async (request, response) => {
    const id = ConversationId.safeParse(request.params.id);
    const summary = id.success ? await store.readConversation(id.data) : undefined;
    if (summary === undefined) throw new AppError("not-found");
    await store.noteAct({ by: staffOf(response).id, act: "read-conversation", object: ["conversation", summary.id], at: now() });
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
