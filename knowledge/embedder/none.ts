import type { ChosenEmbedder } from "./embedder.ts";

/** No model: questions are searched for by their words alone. */
export const noEmbedder: ChosenEmbedder = { kind: "none", why: "off" };
