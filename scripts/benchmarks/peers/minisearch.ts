import MiniSearch from "minisearch";
import type { Peer } from "../peer.ts";

export const minisearch: Peer = {
  name: "minisearch",
  open(articles) {
    const index = new MiniSearch({ fields: ["title", "text"] });
    index.addAll(articles.map(({ id, title, text }) => ({ id, title, text })));
    return (question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => String(id));
  },
};
