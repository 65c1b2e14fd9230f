/** Term → the documents that have it, each with what it counts there. */
export interface InvertedIndex {
  /** Number of documents. */
  readonly size: number;
  /** In how many documents the term stands. */
  documentsWith(term: string): number;
  /** Adds `weight` × impact for every document that has the term. */
  addScores(term: string, weight: number, scores: Float64Array): void;
}

interface Posting {
  readonly documents: Int32Array;
  readonly impacts: Float32Array;
}

/** `documents` give each of their terms its impact. */
export function invert(documents: readonly ReadonlyMap<string, number>[]): InvertedIndex {
  const lists = new Map<string, { readonly documents: number[]; readonly impacts: number[] }>();
  documents.forEach((terms, document) => {
    for (const [term, impact] of terms) {
      let list = lists.get(term);
      if (list === undefined) {
        list = { documents: [], impacts: [] };
        lists.set(term, list);
      }
      list.documents.push(document);
      list.impacts.push(impact);
    }
  });
  const postings = new Map<string, Posting>();
  for (const [term, list] of lists)
    postings.set(term, { documents: Int32Array.from(list.documents), impacts: Float32Array.from(list.impacts) });
  return {
    size: documents.length,
    documentsWith: (term) => postings.get(term)?.documents.length ?? 0,
    addScores(term, weight, scores) {
      const posting = postings.get(term);
      if (posting === undefined) return;
      const { documents: found, impacts } = posting;
      for (let at = 0; at < found.length; at++) {
        const document = found[at] ?? 0;
        scores[document] = (scores[document] ?? 0) + weight * (impacts[at] ?? 0);
      }
    },
  };
}
