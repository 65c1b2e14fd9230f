/** Texts in, one vector for each out, all of one known length. Throws when it cannot; who asks goes on without. */
export interface Embedder {
  /** How it is named in the log. */
  readonly name: string;
  readonly dimensions: number;
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** One that can be used, or why there is none. */
export type ChosenEmbedder =
  | { readonly kind: "embedder"; readonly embedder: Embedder }
  | { readonly kind: "none"; readonly why: "off" | "missing" | "not installed" | "broken"; readonly detail?: string };

/** A vector for each text, of the length that was promised, with a direction. */
export function areVectors(
  vectors: readonly Float32Array[],
  { count, dimensions }: { readonly count: number; readonly dimensions: number },
): boolean {
  return (
    vectors.length === count &&
    vectors.every((vector) => {
      const length = vector.reduce((sum, value) => sum + value * value, 0);
      return vector.length === dimensions && Number.isFinite(length) && length > 0;
    })
  );
}
