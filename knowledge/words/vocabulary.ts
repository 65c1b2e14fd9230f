import { z } from "zod";
import { type ContentFile, type Fault, readYaml } from "../files/content-file.ts";

const about = z.string().min(20);

/** `lexicon/spellings.yaml`: what people type instead of a word, read before anything else is. */
export const Spellings = z.strictObject({
  about,
  /** Short forms and teencode → the words meant. A key is one or more syllables, compared without marks. */
  write: z.record(z.string(), z.string()),
});

/** `lexicon/synonyms.yaml`: words that mean the same to somebody asking. */
export const Synonyms = z.strictObject({
  about,
  /** Each group: the first is the word our entries use. */
  groups: z.array(z.array(z.string().min(2)).min(2).readonly()).readonly(),
});

/** The words of a question that say nothing of its subject: `lexicon/fillers.yaml`. */
export const Fillers = z.strictObject({ about, words: z.array(z.string()).readonly() });

/** What the search knows of how people write. */
export interface Vocabulary {
  readonly spellings: ReadonlyMap<string, string>;
  readonly synonyms: readonly (readonly string[])[];
  /** With their marks, lower case. */
  readonly fillers: ReadonlySet<string>;
}

/** The search's own words out of the lexicon files, or undefined with the faults added. */
export function readVocabulary(files: readonly ContentFile[], faults: Fault[]): Vocabulary | undefined {
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | undefined => {
    const file = files.find(({ path }) => path === `lexicon/${name}.yaml`);
    if (file === undefined) {
      faults.push({ file: `lexicon/${name}.yaml`, line: 1, message: "the file is missing" });
      return undefined;
    }
    const result = readYaml(file, schema);
    if ("value" in result) return result.value;
    faults.push(...result.faults);
    return undefined;
  };
  const spellings = read("spellings", Spellings);
  const synonyms = read("synonyms", Synonyms);
  const fillers = read("fillers", Fillers);
  if (spellings === undefined || synonyms === undefined || fillers === undefined) return undefined;
  return {
    spellings: new Map(Object.entries(spellings.write)),
    synonyms: synonyms.groups,
    fillers: new Set(fillers.words),
  };
}
