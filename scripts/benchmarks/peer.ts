import type { Article } from "../../knowledge/articles/article.ts";

/** Finds the ids of the articles for a question, best first. */
export type Find = (question: string, limit: number) => readonly string[] | Promise<readonly string[]>;

/** A search to stand beside ours: indexes title and text of every article, as its documentation shows first. */
export interface Peer {
  readonly name: string;
  open(articles: readonly Article[]): Find | Promise<Find>;
}
