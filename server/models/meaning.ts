import { type Asked, respond } from "../../bot/respond.ts";
import { chooseEmbedder } from "../../knowledge/embedder/choose.ts";
import type { Library } from "../../knowledge/library.ts";
import type { Search } from "../../knowledge/search.ts";
import { indexMeanings, type MeaningIndex, searchWithMeaning } from "../../knowledge/search-by-meaning.ts";
import { describeFault, type Log } from "../log.ts";

export interface Meaning {
  /** The search to answer with, and what the trace says of it; nothing where no model is configured. */
  readonly searchFor: (asked: Asked) => Promise<{ readonly search: Search; readonly trace?: string }>;
  readonly stop: () => void;
}

export interface OpeningMeaning {
  readonly folder: string | undefined;
  readonly library: Library;
  readonly log: Log;
}

/** Embedding a question takes milliseconds; a machine too busy for it searches by words. */
const longestMs = 1_000;

/** Search by meaning, ready some time after the start: until then, and whenever the model fails, words alone. */
export function openMeaning({ folder, library, log }: OpeningMeaning): Meaning {
  if (folder === undefined) return { searchFor: async ({ search }) => ({ search }), stop: () => {} };
  const stopping = new AbortController();
  let index: MeaningIndex | "not ready" | "no model" = "not ready";
  const open = async (): Promise<MeaningIndex | "no model"> => {
    const chosen = await chooseEmbedder(folder);
    if (chosen.kind === "none") {
      log.warn({ why: chosen.why, detail: chosen.detail }, "EMBEDDING_MODEL cannot be used: questions are searched for by words alone");
      return "no model";
    }
    const made = await indexMeanings([...library.entries.values()], chosen.embedder, stopping.signal);
    log.info({ model: chosen.embedder.name, askings: made.askings.length }, "questions are searched for by meaning too");
    return made;
  };
  open().then(
    (opened) => {
      index = opened;
    },
    (fault: unknown) => {
      index = "no model";
      if (!stopping.signal.aborted)
        log.warn(describeFault(fault), "EMBEDDING_MODEL cannot be used: questions are searched for by words alone");
    },
  );
  return {
    searchFor: async (asked) => {
      if (typeof index === "string") return { search: asked.search, trace: index };
      try {
        const search = await inTime(
          searchWithMeaning(asked.search, stillSaid(index, asked.library), (search) => respond({ ...asked, search })),
        );
        return search === undefined ? { search: asked.search, trace: "too slow" } : { search, trace: "used" };
      } catch (fault) {
        log.warn(describeFault(fault), "a question could not be embedded: it is searched for by words alone");
        return { search: asked.search, trace: "failed" };
      }
    },
    stop: () => stopping.abort(),
  };
}

/** Entries that say something else since they were embedded are found by words alone until the next start. */
function stillSaid(index: MeaningIndex, { entries }: Library): MeaningIndex {
  const askings = index.askings.filter(({ entry }) => entries.get(entry.id) === entry);
  return askings.length === index.askings.length ? index : { ...index, askings };
}

async function inTime<Value>(promised: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), longestMs);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}
