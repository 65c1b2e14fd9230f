import type { Embedder } from "../../knowledge/embedder/embedder.ts";
import { syllables } from "../../knowledge/words/normalise.ts";

/** An embedder that counts words, those of one meaning as one. */
export function fakeEmbedder(sameMeaning: Readonly<Record<string, string>> = {}, dimensions = 256): Embedder {
  return {
    name: "giả",
    dimensions,
    embed: async (texts) =>
      texts.map((text) => {
        const vector = new Float32Array(dimensions);
        vector[0] = 0.1;
        for (const word of syllables(text)) {
          const place = placeOf(sameMeaning[word] ?? word, dimensions);
          vector[place] = (vector[place] ?? 0) + 1;
        }
        return vector;
      }),
  };
}

function placeOf(word: string, dimensions: number): number {
  let hash = 7;
  for (const letter of word) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return 1 + (hash % (dimensions - 1));
}
