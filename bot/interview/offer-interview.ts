import { begin } from "../../knowledge/interviews/moves.ts";
import { prefill } from "../../knowledge/interviews/reading/prefill.ts";
import type { Answer } from "../../knowledge/interviews/state.ts";
import { syllables } from "../../knowledge/words/normalise.ts";
import { saysAny, spoken } from "../../knowledge/words/phrases.ts";
import type { Conversation } from "../conversation.ts";
import type { Choice, ReplyPart } from "../reply.ts";
import type { Asked } from "../respond.ts";
import { type Kept, keptIn, type Listening } from "./hearing/kept-in.ts";
import { type KeptInterview, keep } from "./kept-interview.ts";
import { type Stepped, showStep } from "./show-step.ts";
import { readTap, taps } from "./taps.ts";
import * as words from "./words.ts";

/** Says back what a question told of a case of one's own, so that a yes begins the interview; undefined where it told nothing. */
export function offerInterview(slug: string, text: string, on: Asked): Stepped | undefined {
  const interview = on.library.interviews.get(slug);
  if (interview === undefined) return undefined;
  const heard = prefill(interview, text, on.day);
  if (heard.length === 0 || !isOwnCase(on.readAsMeant(text), heard)) return undefined;
  const said = (on.conversation.interview?.said ?? 0) + 1;
  return showStep(interview, keep(begin(interview, heard), "offered", said), { on, lead: words.offering });
}

/** Of the one who writes, or of one of theirs; nothing heard or supposed. As it was meant: "toi" may be "tôi" and "tội". */
function isOwnCase(meant: string, heard: readonly Answer[]): boolean {
  const said = ` ${syllables(meant).join(" ")} `.replace(/ (?:về|phạm|một|hai|nhiều|các|loại|nhóm|cùng|hết) tôi /g, " ");
  // Only one's own has a day.
  return (own.test(said) || heard.some(({ value }) => value.kind === "day")) && !others.test(said);
}

const own =
  / (?:tôi|tui|tớ|tao|mình|cháu|chồng|vợ|bố|mẹ|em(?! ơi)|(?:ba|má|cha|con|anh|chị|chú|bác|cậu|bạn) (?:tôi|tui|em|mình|cháu|trai|gái)|người nhà|người yêu) /;
const others = / (?:nghe (?:nói|bảo|đồn|người)|người ta|ví dụ|thí dụ|giả sử|giả dụ|nếu ai|ai bị|người bị|những người) /;

/** "tính giúp tôi": they want it worked out for their own case. */
export function wantsReckoning(text: string, { library }: Pick<Listening, "library">): boolean {
  return saysAny(spoken(syllables(text)), library.lexicon.interview.reckon);
}

/** The interview that one of the last buttons begins. */
export function offeredLast({ turns }: Conversation): string | undefined {
  const last = turns.findLast((turn) => turn.from === "bot");
  const taps = last?.from === "bot" ? last.choices.flatMap(({ value }) => readTap(value) ?? []) : [];
  return taps.find(({ doing }) => doing.kind === "begin")?.interview;
}

/** What the person has said before, the latest first. */
export function toldBefore({ turns }: Conversation): readonly string[] {
  const said = turns.flatMap((turn) => (turn.from === "person" ? [turn.text] : []));
  return said.slice(-3).reverse();
}

/** What is said beside an interview that is not at its end offers the way back to it. */
export function withWayBack(part: ReplyPart, listening: Listening): ReplyPart {
  const found = keptIn(listening);
  if (found === undefined || !offersWayBack(part, found)) return part;
  const { slug } = found.interview;
  const goOn: Choice = taps.goOn(slug);
  const choices = [goOn, ...part.choices.filter(({ value }) => value !== goOn.value && value !== taps.begin(slug).value)];
  return { ...part, text: `${part.text}\n\n${words.waits}`, choices };
}

/** Whoever said "để sau" is reminded only where nothing else is being asked. */
function offersWayBack({ outcome }: ReplyPart, { kept: { phase } }: Kept): boolean {
  if (outcome === "safety" || outcome === "scam-warning" || phase === "done" || phase === "offered") return false;
  return phase === "running" || outcome === "small-talk";
}

/** What is kept after something else was said: who was with a counsellor since takes it up again only when asked. */
export function keptBeside(listening: Listening): KeptInterview | undefined {
  const found = keptIn(listening);
  return found?.kept.phase === "running" && found.phase === "left" ? { ...found.kept, phase: "left" } : undefined;
}
