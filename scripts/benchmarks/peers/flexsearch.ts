import { Document } from "flexsearch";
import type { Peer } from "../peer.ts";

export const flexsearch: Peer = {
  name: "flexsearch",
  open(articles) {
    const index = new Document({ document: { id: "id", index: ["title", "text"] }, tokenize: "forward" });
    for (const { id, title, text } of articles) index.add({ id, title, text });
    return (question, limit) => {
      // Without `suggest` every word of the question must stand in an article.
      const found = index.search(question, { limit, suggest: true, merge: true });
      return found.flatMap((each) => ("id" in each ? [String(each.id)] : []));
    };
  },
};
