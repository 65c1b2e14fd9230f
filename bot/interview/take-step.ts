import type { Interview, Question } from "../../knowledge/interviews/interview.ts";
import { back, begin, confirm, propose, reject } from "../../knowledge/interviews/moves.ts";
import { prefill } from "../../knowledge/interviews/reading/prefill.ts";
import { readAnswer } from "../../knowledge/interviews/reading/read-answer.ts";
import type { Answer } from "../../knowledge/interviews/state.ts";
import { askPerson } from "../wording.ts";
import type { Done, Ongoing } from "./doing.ts";
import { type KeptInterview, keep } from "./kept-interview.ts";
import { finishTicking, pickOption, skipQuestion } from "./pick-option.ts";
import { sendResult } from "./show-result.ts";
import { type InterviewOn, type Stepped, showAnswers, showStep } from "./show-step.ts";
import { taps } from "./taps.ts";
import { askedNow, goneBack, isAnswered, moved, take, type UnderWay, unknownOf } from "./under-way.ts";
import * as words from "./words.ts";

/**
 * One step of a guided interview: what a person does, by a tap or in words, and what is said then. Whatever is done, the reply has
 * buttons and a way out. A tap on what is not kept any more leaves what is kept as it is.
 */
export function takeStep({ interview: slug, doing }: Done, on: InterviewOn): Taken {
  const interview = on.library.interviews.get(slug);
  const { interview: before } = on.conversation;
  if (interview === undefined) throw new Error(`there is no interview ${slug}`);
  const kept = before?.state.interview === slug ? before : undefined;
  if (doing.kind === "begin") return beginOrGoOn(interview, { kept, on, said: doing.words });
  if (kept === undefined) {
    const choices = [taps.begin(slug), askPerson];
    return { kept: before, part: { outcome: "interview", interview: slug, text: words.gone, choices }, at: "gone" };
  }
  return stepOn(doing, { interview, kept: { ...kept, phase: "running" }, on });
}

export type Taken = Omit<Stepped, "kept"> & { readonly kept: KeptInterview | undefined };

function stepOn(doing: Ongoing, under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  switch (doing.kind) {
    case "answer":
      return doing.confirm ? sayBack(doing.answers, under) : take(doing.answers, under);
    case "pick":
      return pickOption(doing.question, doing.option, under);
    case "ticked":
      return finishTicking(doing.question, under);
    case "yes":
    case "no":
      return settle(doing, under);
    case "change":
      return change(doing.question, under);
    case "back":
      return goBack(under);
    case "again":
      return showStep(interview, keep(begin(interview), "running", kept.said), { on, lead: words.again });
    case "later":
      return leave(under);
    case "go-on":
      return showStep(interview, { ...kept, misses: 0 }, { on, lead: words.goingOn });
    case "skip":
      return skipQuestion(under);
    case "send":
      return send(under);
    case "refused":
      return showStep(interview, kept, { on, lead: doing.says });
    case "unclear":
      return expected(doing.text, under);
  }
}

interface Start {
  readonly kept: KeptInterview | undefined;
  readonly on: InterviewOn;
  /** What was said before it, likeliest first. */
  readonly said: readonly string[];
}

/** Facts told before are said back first. Who comes back to one that is half done goes on there. */
function beginOrGoOn(interview: Interview, { kept, on, said }: Start): Stepped {
  const heard = said.map((text) => prefill(interview, text, on.day)).find((answers) => answers.length > 0) ?? [];
  if (kept !== undefined && kept.phase !== "done" && kept.state.answers.length > 0) {
    const going = { ...kept, phase: "running", misses: 0 } as const;
    const isKnown = (each: Answer) => kept.state.answers.some((before) => before.question === each.question && before.said === each.said);
    const fresh = heard.filter((each) => !isKnown(each));
    return fresh.length > 0 ? sayBack(fresh, { interview, kept: going, on }) : showStep(interview, going, { on, lead: words.halfDone });
  }
  const lead = words.opening(interview.about);
  return showStep(interview, keep(begin(interview, heard), "running", (kept?.said ?? 0) + 1), { on, lead });
}

function sayBack(answers: readonly Answer[], under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  return showStep(interview, { ...moved(under, propose(kept.state, answers)), said: kept.said + 1 }, { on });
}

/** A yes to something that was said back before is not one to what is said back now. */
function settle({ kind, said }: Extract<Ongoing, { kind: "yes" | "no" }>, under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  if (kept.state.confirming.length === 0 || (said !== undefined && said !== kept.said))
    return showStep(interview, kept, { on, lead: words.oldButton });
  if (kind === "yes") return showStep(interview, moved(under, confirm(interview, kept.state, on.day)), { on });
  return showStep(interview, moved(under, reject(kept.state)), { on, lead: words.notSo });
}

function change(id: string | undefined, under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  if (id === undefined) return showAnswers(interview, moved(under, reject(kept.state)), on);
  if (!isAnswered(id, under)) return showStep(interview, kept, { on, lead: words.oldButton });
  return showStep(interview, goneBack(id, under), { on });
}

function goBack(under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  if (kept.ticked.length > 0) return showStep(interview, moved(under, kept.state), { on });
  const state = back(interview, kept.state, { asOf: on.day });
  return showStep(interview, moved(under, state), { on, lead: state === kept.state ? words.nothingBefore : "" });
}

function leave({ interview: { slug }, kept }: UnderWay): Stepped {
  const choices = [taps.goOn(slug), askPerson];
  return {
    kept: { ...kept, phase: "left", misses: 0 },
    part: { outcome: "interview", interview: slug, text: words.left, choices },
    at: "left",
  };
}

function send({ interview, kept, on }: UnderWay): Stepped {
  const part = sendResult(interview, kept.state, on);
  return part === undefined ? showStep(interview, kept, { on }) : { kept: { ...kept, phase: "done" }, part, at: "sent" };
}

/** What is expected, with an example; the second time, the ways past it. */
function expected(text: string, under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  const misses = kept.misses + 1;
  const question = askedNow(under);
  const lead = misses > 1 ? words.secondMiss(question && unknownOf(question)?.label) : hintFor(question, text, on);
  return showStep(interview, { ...kept, misses }, { on, lead });
}

function hintFor(question: Question | undefined, text: string, { day }: InterviewOn): string {
  const reading = question && readAnswer(question, text, day);
  return reading?.kind === "unclear" ? reading.hint : words.sayYesOrNo;
}
