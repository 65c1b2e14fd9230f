import type { Entry } from "../../../knowledge/passage.ts";

export const topicsPath = "/chu-de";
export const searchPath = "/tim";
export const warningsPath = "/canh-bao";
export const rumoursPath = "/tin-don";
export const hotlinesPath = "/duong-day-nong";
export const officesPath = "/co-quan";

export const topicPage = (id: string) => `${topicsPath}/${id}`;

/** The page of an entry: warnings and rumours below their own names, the others below their topic. */
export function entryPage({ id, kind }: Pick<Entry, "id" | "kind">): string {
  const name = id.slice(id.indexOf("/") + 1);
  if (kind === "warning") return `${warningsPath}/${name}`;
  return kind === "rumour" ? `${rumoursPath}/${name}` : `${topicsPath}/${id}`;
}

/** Opens the chat with a question already in it. */
export const askInChat = (question: string) => `/?hoi=${encodeURIComponent(question)}#hoi`;
