import { isInForce } from "../../knowledge/provision.ts";
import { syllables } from "../../knowledge/words/normalise.ts";
import { answerBriefly } from "../answer.ts";
import { lastFromUs } from "../conversation.ts";
import { type Considered, considerQuestion, type Question } from "../question/consider-question.ts";
import { interviewOf } from "../question/decide.ts";
import { type Found, type FoundAll, findAnswers } from "../question/find-answers.ts";
import type { ReplyPart } from "../reply.ts";
import type { Asked, Said } from "../respond.ts";
import { asksSomething } from "./hearing/asks-something.ts";
import { hearReply } from "./hearing/hear-reply.ts";
import { type Kept, keptIn } from "./hearing/kept-in.ts";
import { keptBeside, offerInterview, wantsReckoning, withWayBack } from "./offer-interview.ts";
import type { InterviewOn, Stepped } from "./show-step.ts";
import { takeStep } from "./take-step.ts";

/**
 * What is said when no answer to an interview was heard. A running one keeps its place: a question the bot is sure about is answered with
 * the way back, and of anything else it is said what was expected. A question that tells of a case of one's own begins one.
 */
export function besideInterview(understood: Question | { readonly kind: "said"; readonly part: ReplyPart }, asked: Asked): Said {
  if (understood.kind === "said") return beside([{ part: understood.part, confidence: 1, passages: [] }], asked);
  const running = keptIn(asked);
  if (running?.phase === "running") return besideRunning(understood, running, asked);
  const all = findAnswers(understood.text, asked);
  return offerTo(understood, all, asked) ?? beside(considerQuestion(understood, asked, all), asked);
}

function besideRunning(understood: Question, running: Kept, asked: Asked): Said {
  const { text } = understood;
  const all = mayAsk(understood) ? findAnswers(text, besideQuestion(asked)) : undefined;
  if (all !== undefined && isSure(understood, all)) return beside(considerQuestion(understood, asked, all), asked);
  const { interview, doing } = hearReply(text, asked) ?? { interview: running.interview.slug, doing: { kind: "unclear", text } };
  return stepped(takeStep({ interview, doing }, asked), interview);
}

/** While answers are expected, only what asks, or what can hardly be anything else, is taken for a question. */
const sureThatAsks = 0.5;
const sureThatTells = 0.8;
const fewestWords = 4;

function mayAsk({ text, about }: Question): boolean {
  return about === "lure" || asksSomething(text) || syllables(text).length >= fewestWords;
}

function isSure({ text, about }: Question, { found: [{ decision }] }: FoundAll): boolean {
  if (about === "lure") return true;
  if (about !== "ours" || decision.kind !== "answer") return false;
  return decision.probability >= (asksSomething(text) ? sureThatAsks : sureThatTells);
}

/** Right after one of its questions nothing is read as going on with what was said before it. */
function besideQuestion(asked: Asked): Asked {
  const { conversation } = asked;
  const last = lastFromUs(conversation);
  return last?.from === "bot" && last.outcome === "interview" ? { ...asked, conversation: { ...conversation, turns: [] } } : asked;
}

/** What was heard of the case, put to the person: a yes begins the interview. Where the rule is found for sure, its main point comes before. */
function offerTo({ text, about }: Question, { found: [first, ...others] }: FoundAll, asked: Asked): Said | undefined {
  const slug = about === "ours" && others.length === 0 ? interviewOf(first.decision) : undefined;
  if (slug === undefined || !asked.library.interviews.has(slug)) return undefined;
  if (wantsReckoning(text, asked)) return stepped(takeStep({ interview: slug, doing: { kind: "begin", words: [text] } }, asked), slug);
  const offer = offerInterview(slug, text, asked);
  if (offer === undefined) return undefined;
  const { considered, ...kept } = stepped(offer, slug);
  return { considered: [...ruleBefore(first, asked), ...considered], ...kept };
}

function ruleBefore({ decision, passages }: Found, { day, library }: Asked): readonly [] | readonly [Considered] {
  if (decision.kind !== "answer" || !isInForce(decision.passage.entry.inForce, day)) return [];
  const part = answerBriefly(decision.passage.entry, { day, today: day, library });
  return [{ part, confidence: decision.probability, passages }];
}

function stepped({ kept, part, at }: Omit<Stepped, "kept"> & { readonly kept: Stepped["kept"] | undefined }, slug: string): Said {
  return { considered: [{ part, confidence: 1, passages: [] }], interview: kept, at: { slug, at } };
}

function beside(considered: readonly [Considered, ...Considered[]], asked: InterviewOn): Said {
  const last = considered.length - 1;
  const [first, ...others] = considered.map((each, position) =>
    position === last ? { ...each, part: withWayBack(each.part, asked) } : each,
  );
  return { considered: first === undefined ? considered : [first, ...others], interview: keptBeside(asked) };
}
