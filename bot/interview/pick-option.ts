import { type Option, optionsOf, type Question } from "../../knowledge/interviews/interview.ts";
import type { Answer } from "../../knowledge/interviews/state.ts";
import { type Stepped, showStep } from "./show-step.ts";
import { askedNow, goneBack, isAnswered, take, type UnderWay, unknownOf } from "./under-way.ts";
import * as words from "./words.ts";

/** A button of the question that is asked, or of one that was: then that answer is changed. Of any other question it says nothing now. */
export function pickOption(id: string, chosen: string, under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  const question = interview.questions.find((each) => each.id === id);
  const option = question && optionsOf(question).find((each) => each.id === chosen);
  const isAsked = askedNow(under)?.id === id;
  if (question === undefined || option === undefined || !(isAsked || isAnswered(id, under)))
    return showStep(interview, kept, { on, lead: words.oldButton });
  if (question.kind === "many" && option !== question.none)
    return tick(question, option, { ...under, kept: isAsked ? kept : goneBack(id, under) });
  const given: Answer = {
    question: id,
    value: question.kind === "many" ? { kind: "options", options: [] } : { kind: "option", option: chosen },
    said: option.says ?? option.label,
  };
  return take([given], under, isAsked ? "" : words.changed(question.ask, given.said));
}

type Many = Extract<Question, { kind: "many" }>;

function tick(question: Many, option: Option, under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  const ticked = [...new Set([...kept.ticked, option.id])];
  if (ticked.length === question.options.length) return finishTicking(question.id, { ...under, kept: { ...kept, ticked } });
  return showStep(interview, { ...kept, ticked, misses: 0 }, { on });
}

/** Nothing more to tick. */
export function finishTicking(id: string, under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  const question = askedNow(under);
  if (question?.kind !== "many" || question.id !== id || kept.ticked.length === 0)
    return showStep(interview, kept, { on, lead: words.oldButton });
  const options = question.options.filter((option) => kept.ticked.includes(option.id));
  const said = options.map(({ label, says }) => says ?? label).join("; ");
  return take([{ question: id, value: { kind: "options", options: options.map((option) => option.id) }, said }], under);
}

/** To the next question, by not knowing. */
export function skipQuestion(under: UnderWay): Stepped {
  const { interview, kept, on } = under;
  const question = askedNow(under);
  const unknown = question && unknownOf(question);
  return question && unknown ? pickOption(question.id, unknown.id, under) : showStep(interview, kept, { on, lead: words.needed });
}
