import { type LangchainSettings, langchainModel } from "./langchain.ts";
import type { LanguageModel } from "./language-model.ts";
import { noLanguageModel } from "./none.ts";

/** The only list of language models. */
export async function chooseLanguageModel(settings: LangchainSettings | undefined): Promise<LanguageModel> {
  return settings === undefined ? noLanguageModel : await langchainModel(settings);
}
