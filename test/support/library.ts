import { type OpenKnowledge, openKnowledge, readKnowledge } from "../../knowledge/compiled.ts";
import type { Library } from "../../knowledge/library.ts";

/** The library as it is released. */
export function realLibrary(): Library {
  return readKnowledge().library;
}

/** The library as it is released, at work. */
export function realKnowledge(): OpenKnowledge {
  return openKnowledge(readKnowledge());
}
