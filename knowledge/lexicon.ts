import { z } from "zod";
import { type ContentFile, type Fault, readYaml } from "./files/content-file.ts";
import { dangerKinds } from "./hotline.ts";
import { readPhrase } from "./words/phrases.ts";

/** Words as said; `~` stands for up to three words that may come between. */
const phrases = z.array(z.string().min(1)).transform((list) => list.map(readPhrase));
const about = z.string().min(20);

const files = {
  danger: z.strictObject({
    about,
    /** Sayings that only sound like danger: taken out of the text before the signs are looked for. */
    harmless: phrases,
    signs: z.array(z.strictObject({ kind: z.enum(dangerKinds), phrases }).readonly()).readonly(),
  }),
  fraud: z.strictObject({ about, lures: z.array(z.strictObject({ entry: z.string(), phrases }).readonly()).readonly() }),
  unlawful: z.strictObject({
    about,
    phrases,
    /** Who says this asks what the law says of it, or suffers it. */
    asking: phrases,
  }),
  outside: z.strictObject({ about, phrases }),
  "small-talk": z.strictObject({ about, greeting: phrases, thanks: phrases, insult: phrases, agreement: phrases }),
  commands: z.strictObject({
    about,
    person: phrases,
    personAlone: phrases,
    erase: phrases,
    help: phrases,
    restart: phrases,
    leave: phrases,
  }),
  interview: z.strictObject({
    about,
    back: phrases,
    change: phrases,
    again: phrases,
    later: phrases,
    goOn: phrases,
    skip: phrases,
    send: phrases,
    yes: phrases,
    no: phrases,
    reckon: phrases,
  }),
};

/** What people say that is no question of law: danger, lures, wishes to break the law, small talk, commands, words to an interview. */
export interface Lexicon {
  readonly danger: z.infer<(typeof files)["danger"]>;
  readonly fraud: z.infer<(typeof files)["fraud"]>;
  readonly unlawful: z.infer<(typeof files)["unlawful"]>;
  readonly outside: z.infer<(typeof files)["outside"]>;
  readonly smallTalk: z.infer<(typeof files)["small-talk"]>;
  readonly commands: z.infer<(typeof files)["commands"]>;
  readonly interview: z.infer<(typeof files)["interview"]>;
}

/** The lexicon out of its files, or undefined with the faults added. */
export function readLexicon(all: readonly ContentFile[], faults: Fault[]): Lexicon | undefined {
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | undefined => {
    const path = `lexicon/${name}.yaml`;
    const file = all.find((each) => each.path === path);
    const result = file === undefined ? { faults: [{ file: path, line: 1, message: "the file is missing" }] } : readYaml(file, schema);
    if ("value" in result) return result.value;
    faults.push(...result.faults);
    return undefined;
  };
  const danger = read("danger", files.danger);
  const fraud = read("fraud", files.fraud);
  const unlawful = read("unlawful", files.unlawful);
  const outside = read("outside", files.outside);
  const smallTalk = read("small-talk", files["small-talk"]);
  const commands = read("commands", files.commands);
  const interview = read("interview", files.interview);
  const whole = danger && fraud && unlawful && outside && smallTalk && commands && interview;
  return whole && { danger, fraud, unlawful, outside, smallTalk, commands, interview };
}
