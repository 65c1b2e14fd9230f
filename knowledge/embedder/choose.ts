import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ChosenEmbedder } from "./embedder.ts";
import { noEmbedder } from "./none.ts";
import { transformersEmbedder } from "./transformers.ts";

/** The only list of embedders. A model that does not work is none: nothing here stops the program. */
export async function chooseEmbedder(folder: string | undefined): Promise<ChosenEmbedder> {
  if (folder === undefined) return noEmbedder;
  if (!existsSync(join(folder, "config.json"))) return { kind: "none", why: "missing" };
  try {
    return { kind: "embedder", embedder: await transformersEmbedder(folder) };
  } catch (fault) {
    const isAbsent = fault instanceof Error && "code" in fault && fault.code === "ERR_MODULE_NOT_FOUND";
    return { kind: "none", why: isAbsent ? "not installed" : "broken", detail: fault instanceof Error ? fault.message.slice(0, 300) : "" };
  }
}
