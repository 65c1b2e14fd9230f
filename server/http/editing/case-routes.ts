import { Router } from "express";
import { ConversationId } from "../../../bot/message.ts";
import type { Library } from "../../../knowledge/library.ts";
import { askedBefore, materialOf } from "../../editing/case-material.ts";
import type { EntryDraft } from "../../editing/entry-draft.ts";
import { AppError } from "../../errors.ts";
import type { Unanswered } from "../../store/editing/editing-store.ts";
import { staffOf } from "../console/access.ts";
import { type Editing, editors, everybody } from "./editors.ts";
import { CaseList, FromCase, Made, UnansweredList, Wordings } from "./shapes.ts";
import { editingPaths } from "./wire.ts";

const days = 90;
const dayMs = 86_400_000;
const mostCases = 50;
const mostWordings = 10;
const mostMessages = 500;

/** New entries from what people asked: closed cases, and questions that got no answer, by subject. */
export function caseRoutes({ store, knowledge, access, now }: Editing): Router {
  const router = Router();
  const [all, keepers] = [access.guard(everybody), access.guard(editors)];
  const messagesOf = (conversation: string) => store.readMessages(ConversationId.parse(conversation), 0, mostMessages);
  router.get(editingPaths.cases, all, async (_request, response) => {
    const { entries } = knowledge.revised();
    const closed = await store.listClosedCases(now() - days * dayMs, mostCases);
    const cases = closed.map(({ conversation, channel, closedAt, by, nearest }) => {
      const subject = entries.get(nearest[0] ?? "")?.question ?? "";
      return { conversation, channel, closedAt, by, subject };
    });
    response.json(CaseList.parse({ cases }));
  });
  router.post(editingPaths.cases, all, async (request, response) => {
    const { conversation } = FromCase.parse(request.body);
    const messages = await messagesOf(conversation);
    if (messages.length === 0) throw new AppError("not-found");
    const nearest = messages.findLast(({ trace }) => trace?.candidates[0] !== undefined)?.trace?.candidates[0]?.entry ?? "";
    const draft = emptyDraft(knowledge.revised(), { nearest, at: now() });
    const from = { conversation, material: materialOf(messages) };
    const [id] = await store.addRevisions([{ draft, withdrawn: false, madeFrom: undefined, from }], staffOf(response), now());
    response.status(201).json(Made.parse({ id }));
  });
  router.get(editingPaths.unanswered, keepers, async (_request, response) => {
    const unanswered = await store.listUnanswered(now() - days * dayMs);
    response.json(UnansweredList.parse({ groups: groupsOf(unanswered, knowledge.revised()), days }));
  });
  router.get(`${editingPaths.unanswered}/wordings`, keepers, async (request, response) => {
    const entry = String(request.query.entry ?? "");
    const unanswered = (await store.listUnanswered(now() - days * dayMs)).filter(({ nearest }) => (nearest ?? "") === entry);
    const wordings: { conversation: string; text: string }[] = [];
    for (const { conversation, at } of unanswered.slice(0, mostWordings)) {
      const text = askedBefore(await messagesOf(conversation), at);
      if (text !== undefined) wordings.push({ conversation, text });
    }
    response.json(Wordings.parse({ wordings }));
  });
  return router;
}

/** Where what came nearest stands; its name is for the editor to give. */
function emptyDraft({ entries, topics }: Library, { nearest, at }: { readonly nearest: string; readonly at: number }): EntryDraft {
  const topic = entries.has(nearest) ? nearest.split("/")[0] : [...topics.keys()][0];
  const lists = { asked: [], basis: [], formerly: [], hotlines: [], related: [] };
  return { ...lists, id: `${topic}/moi-${at}`, question: "", risk: "none", next: "", short: "", sections: {} };
}

function groupsOf(unanswered: readonly Unanswered[], { entries, topics }: Library) {
  const topicOf = ({ nearest }: Unanswered) => entries.get(nearest ?? "")?.topic ?? "";
  return [...Map.groupBy(unanswered, topicOf)]
    .map(([topic, list]) => ({
      topic,
      title: topics.get(topic)?.title ?? { warnings: "Cảnh báo lừa đảo", rumours: "Tin đồn" }[topic] ?? "Chưa rõ chủ đề",
      count: list.length,
      subjects: [...Map.groupBy(list, ({ nearest }) => (entries.has(nearest ?? "") ? (nearest ?? "") : ""))]
        .map(([entry, each]) => ({
          entry,
          question: entries.get(entry)?.question ?? "Không gần mục nào",
          count: each.length,
          askedBack: each.filter(({ outcome }) => outcome === "ask-back").length,
          newest: Math.max(...each.map(({ at }) => at)),
        }))
        .toSorted((a, b) => b.count - a.count),
    }))
    .toSorted((a, b) => b.count - a.count);
}
