import { indexArticles } from "../../../knowledge/articles/article-index.ts";
import { openArticleSearch } from "../../../knowledge/articles/search-articles.ts";
import type { Peer } from "../peer.ts";

export const ours: Peer = {
  name: "ours",
  open(articles) {
    const search = openArticleSearch(indexArticles(articles));
    const ids = articles.map(({ id }) => id);
    return (question, limit) => search(question, limit).flatMap(({ item }) => ids[item] ?? []);
  },
};
