import { createRequire } from "node:module";
import type { Peer } from "../peer.ts";

/** As much of it as is used here; it brings no types. */
interface Nlp {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(language: string, text: string): Promise<{ readonly classifications: readonly { readonly intent: string }[] }>;
}

interface NlpModule {
  dockStart(options: object): Promise<{ get(name: "nlp"): Nlp }>;
}

/** It tells intents apart rather than searches: here an intent for each article, taught with title and text. */
export const nlpjs: Peer = {
  name: "nlpjs",
  async open(articles) {
    const { dockStart }: NlpModule = createRequire(import.meta.url)("@nlpjs/basic");
    const settings = { nlp: { autoSave: false, autoLoad: false, languages: ["vi"], forceNER: false, nlu: { log: false } } };
    const nlp = (await dockStart({ settings, use: ["Basic"] })).get("nlp");
    nlp.addLanguage("vi");
    for (const { id, title, text } of articles) nlp.addDocument("vi", `${title}\n${text}`, id);
    await nlp.train();
    return async (question, limit) => {
      const { classifications } = await nlp.process("vi", question);
      return classifications.slice(0, limit).map(({ intent }) => intent);
    };
  },
};
