import { fold } from "../../knowledge/words/normalise.ts";
import type { Peer } from "./peer.ts";
import { flexsearch } from "./peers/flexsearch.ts";
import { minisearch } from "./peers/minisearch.ts";
import { nlpjs } from "./peers/nlpjs.ts";
import { orama } from "./peers/orama.ts";
import { ours } from "./peers/ours.ts";
import { sqlite } from "./peers/sqlite.ts";

/** Each library as it comes, then given texts and questions whose marks we took away: as much as a careful user would do for it. */
export const peers: readonly Peer[] = [ours, ...[minisearch, orama, flexsearch, sqlite].flatMap((peer) => [peer, folded(peer)]), nlpjs];

function folded({ name, open }: Peer): Peer {
  return {
    name: `${name}-folded`,
    async open(articles) {
      const find = await open(articles.map((article) => ({ ...article, title: fold(article.title), text: fold(article.text) })));
      return (question, limit) => find(fold(question), limit);
    },
  };
}
