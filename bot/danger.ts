import type { Heard } from "../knowledge/hearing/hearing.ts";
import { type DangerKind, dangerKinds } from "../knowledge/hotline.ts";
import type { Lexicon } from "../knowledge/lexicon.ts";
import { type Spoken, saysAny, withoutPhrases } from "../knowledge/words/phrases.ts";

/** How probable danger must sound where no sign is said, and where one is. A word or two sound like anything. */
const sureByEar = 0.16;
const sureOfFewWords = 0.45;
const fewWords = 4;
const sureBySign = 0.06;

/**
 * The danger a message tells of, or undefined: by a sign of the lexicon, unless the ear is sure that it only sounds like one, or
 * by ear alone. The order of the signs decides where several are said.
 */
export function findDanger(text: Spoken, heard: Heard, { danger }: Lexicon): DangerKind | undefined {
  const serious = withoutPhrases(text, danger.harmless);
  const sign = danger.signs.find(({ phrases }) => saysAny(serious, phrases))?.kind;
  const sounds = dangerKinds.reduce((sum, kind) => sum + heard[kind], 0);
  if (sign !== undefined && sounds >= sureBySign) return sign;
  const sure = text.words.length <= fewWords ? sureOfFewWords : sureByEar;
  if (sounds < sure || sounds < heard.outside) return undefined;
  return dangerKinds.reduce((likeliest, kind) => (heard[kind] > heard[likeliest] ? kind : likeliest));
}
