import { failed, type LanguageModel } from "./language-model.ts";

/** No model: everything is said in the library's own words. */
export const noLanguageModel: LanguageModel = {
  name: "none",
  write: async () => failed("off"),
};
