import { fileURLToPath } from "node:url";
import type { Library } from "../../knowledge/library.ts";
import { loadLibrary } from "../../knowledge/load.ts";

/** The library as it is released. */
export function realLibrary(): Library {
  const loaded = loadLibrary(fileURLToPath(new URL("../../knowledge/library", import.meta.url)));
  if (loaded.kind === "faulty") throw new Error(loaded.faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"));
  return loaded.library;
}
