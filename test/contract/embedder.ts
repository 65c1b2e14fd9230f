import { beforeAll, describe, expect, test } from "vitest";
import { areVectors, type Embedder } from "../../knowledge/embedder/embedder.ts";

/** What every embedder must do. */
export function describeEmbedder(name: string, open: () => Promise<Embedder>): void {
  describe(`the embedder ${name}`, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await open();
    });

    test("it is named and has a length", () => {
      expect(embedder.name).toMatch(/\S/);
      expect(embedder.dimensions).toBeGreaterThan(1);
    });

    test("each text gets one vector of that length, in order, however many there are", async () => {
      const texts = Array.from({ length: 40 }, (_, number) => `ra trại vay vốn ${number % 7}`);
      const vectors = await embedder.embed(texts);
      expect(areVectors(vectors, { count: 40, dimensions: embedder.dimensions })).toBe(true);
      const [first, , , , , , , again] = vectors;
      const [alone] = await embedder.embed(texts.slice(0, 1));
      for (const other of [again, alone])
        for (const [at, value] of [...(other ?? [])].entries()) expect(value).toBeCloseTo(first?.[at] ?? Number.NaN, 4);
    });

    test("no texts, no vectors", async () => {
      expect(await embedder.embed([])).toEqual([]);
    });

    test("a text of no known word, an empty one and a very long one get vectors too", async () => {
      const vectors = await embedder.embed(["qwzx", "", "ra trại ".repeat(2000)]);
      expect(areVectors(vectors, { count: 3, dimensions: embedder.dimensions })).toBe(true);
    });
  });
}
