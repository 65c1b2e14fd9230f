import { readKnowledge, searchIn } from "../../knowledge/compiled.ts";
import type { Library } from "../../knowledge/library.ts";
import type { Search } from "../../knowledge/search.ts";

/** The library as it is released. */
export function realLibrary(): Library {
  return readKnowledge().library;
}

/** The library with the search over it. */
export function realKnowledge(): { readonly library: Library; readonly search: Search } {
  const knowledge = readKnowledge();
  return { library: knowledge.library, search: searchIn(knowledge) };
}
