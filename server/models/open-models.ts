import { chooseLanguageModel } from "../../bot/language-model/choose.ts";
import type { LanguageModel } from "../../bot/language-model/language-model.ts";
import { usualModelLimits, withinLimits } from "../../bot/language-model/within-limits.ts";
import type { Reply } from "../../bot/reply.ts";
import { type Asked, respond } from "../../bot/respond.ts";
import { respondWithModel } from "../../bot/with-model/respond-with-model.ts";
import type { Library } from "../../knowledge/library.ts";
import type { Config } from "../config.ts";
import type { WayOut } from "../egress.ts";
import { describeFault, type Log } from "../log.ts";
import { type Meaning, openMeaning } from "./meaning.ts";
import { openModelFetch } from "./model-fetch.ts";

export interface Models {
  /** What the bot says, with the help of the models there are; without any, `respond` itself. */
  readonly answer: (asked: Asked) => Promise<Reply>;
  /** How many messages are answered at one time: one more than may be waiting for a language model. */
  readonly workers: number;
  /** Loads them, which takes a second or two: nothing the start should wait for. The first message does, if it comes earlier. */
  readonly load: () => void;
  /** Indexes no further. */
  readonly stop: () => void;
}

export interface OpeningModels {
  readonly config: Pick<Config, "languageModel" | "embeddingModel">;
  readonly library: Library;
  readonly egress: WayOut;
  readonly log: Log;
  readonly now: () => number;
}

/** For both uses of the language model in one message, and the meaning of its questions. */
const deadlineMs = 8_000;
const idleMs = 3_000;
const largestAnswer = 256 * 1024;

export function openModels({ config, library, egress, log, now }: OpeningModels): Models {
  let loaded: { readonly meaning: Meaning; readonly model: Promise<LanguageModel | undefined> } | undefined;
  const load = () => {
    loaded ??= {
      meaning: openMeaning({ folder: config.embeddingModel, library, log }),
      model: openLanguageModel(config, { egress, log, now }),
    };
    return loaded;
  };
  const answer = async (asked: Asked): Promise<Reply> => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const { search, trace } = await load().meaning.searchFor(asked);
    const model = await load().model;
    const reply = model === undefined ? respond({ ...asked, search }) : await respondWithModel({ ...asked, search }, { model, deadline });
    return trace === undefined ? reply : { ...reply, trace: { ...reply.trace, meaning: trace } };
  };
  const workers = config.languageModel === undefined ? 1 : usualModelLimits.atOnce + 1;
  return { answer, workers, load: () => void load(), stop: () => loaded?.meaning.stop() };
}

async function openLanguageModel(
  { languageModel }: OpeningModels["config"],
  { egress, log, now }: Pick<OpeningModels, "egress" | "log" | "now">,
) {
  if (languageModel === undefined) return undefined;
  const { baseUrl, model, apiKey } = languageModel;
  const fetch = openModelFetch(egress, { deadlineMs, idleMs, largestAnswer });
  try {
    const opened = await chooseLanguageModel({ baseUrl, model, apiKey, fetch });
    log.info({ model: opened.name, at: new URL(baseUrl).origin }, "a language model may rewrite follow-ups and rephrase answers");
    return withinLimits(opened, usualModelLimits, now);
  } catch (fault) {
    log.error(describeFault(fault), "the language model could not be opened: answers go out in the library's own words");
    return undefined;
  }
}
