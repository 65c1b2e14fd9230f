import type { Heard } from "../knowledge/hearing/hearing.ts";
import type { LocalTime } from "../knowledge/hotline.ts";
import type { Library } from "../knowledge/library.ts";
import type { Entry, Passage } from "../knowledge/passage.ts";
import type { Day } from "../knowledge/provision.ts";
import type { ReadAsMeant, Search } from "../knowledge/search.ts";
import { answerAgain, answerWith, choiceFor } from "./answer.ts";
import { answeredLast, type Conversation } from "./conversation.ts";
import { handOverTo, type People } from "./escalate.ts";
import { say } from "./manners.ts";
import type { IncomingMessage } from "./message.ts";
import { type Found, findAnswers } from "./question/find-answers.ts";
import { gravest, type Reply, type ReplyPart } from "./reply.ts";
import { type Understanding, understand } from "./understand.ts";
import * as wording from "./wording.ts";

export interface Asked {
  readonly message: IncomingMessage;
  readonly conversation: Conversation;
  /** Today in Vietnam, and the time of day for opening hours. */
  readonly day: Day;
  readonly now: LocalTime;
  readonly people: People;
  readonly library: Library;
  readonly search: Search;
  readonly hear: (text: string) => Heard;
  readonly readAsMeant: ReadAsMeant;
}

interface Considered {
  readonly part: ReplyPart;
  readonly confidence: number;
  readonly passages: readonly Passage[];
}

/**
 * What to say to a message: danger and lures first, then what is asked of the service itself, then the questions, each
 * completed from the conversation, searched for on the day it is about, and answered, asked back or handed over.
 */
export function respond(asked: Asked): Reply {
  const understood = understand(asked);
  const considered = consider(understood, asked);
  const [first, ...others] = considered.map(({ part }) => part);
  const parts = [introduced(first, asked.conversation), ...others] as const;
  return {
    outcome: gravest(parts),
    parts,
    confidence: Math.min(...considered.map(({ confidence }) => confidence)),
    trace: {
      understood: understood.kind,
      library: asked.library.version,
      candidates: considered.flatMap(({ passages, confidence }) =>
        passages
          .slice(0, 3)
          .map(({ entry, probability }, rank) => ({ entry: entry.id, probability: rank === 0 ? confidence : probability })),
      ),
    },
  };
}

function consider(understood: Understanding, asked: Asked): readonly [Considered, ...Considered[]] {
  if (understood.kind !== "question") return [{ part: say(understood, asked), confidence: 1, passages: [] }];
  const { found, leftOver } = findAnswers(understood.text, asked);
  const [first, ...others] = found;
  const warning = understood.about === "lure" ? warningIn(first) : undefined;
  if (warning !== undefined) return [{ part: answer(warning, asked.day, asked), confidence: 1, passages: first.passages }];
  const isOutside = understood.about === "outside";
  const last = others.length;
  const parts = [first, ...others].map((each, position) => {
    const considered = considerFound(each, asked, isOutside);
    if (!leftOver || position < last) return considered;
    return { ...considered, part: { ...considered.part, text: `${considered.part.text}\n\n${wording.leftOver}` } };
  });
  // As many parts as were found, and one at least was.
  return parts as unknown as readonly [Considered, ...Considered[]];
}

/** The warning nearest to what was told, however near another entry is. */
function warningIn({ passages }: Found): Entry | undefined {
  return passages.find(({ entry }) => entry.kind === "warning")?.entry;
}

const notOurs: ReplyPart = { outcome: "decline", reason: "outside", text: wording.outside, choices: wording.topicChoices };
const sureThoughOutside = 0.75;

function considerFound({ decision, passages, day }: Found, asked: Asked, outside: boolean): Considered {
  const { conversation, people } = asked;
  const confidence = decision.probability;
  if (outside && confidence < sureThoughOutside) return { part: notOurs, confidence: 1 - confidence, passages };
  switch (decision.kind) {
    case "answer":
      return { part: answer(decision.passage.entry, day, asked), confidence, passages };
    case "ask-back":
      if (failedBefore(conversation)) return { part: handOverTo(people, "failed-twice"), confidence, passages };
      return {
        part: {
          outcome: "ask-back",
          text: wording.askBack,
          choices: [...decision.passages.map(({ entry }) => choiceFor(entry)), wording.askPerson],
        },
        confidence,
        passages,
      };
    case "unknown":
      return { part: handOverTo(people, failedBefore(conversation) ? "failed-twice" : "unknown"), confidence, passages };
  }
}

function answer(entry: Entry, day: Day, { conversation, day: today, library }: Asked): ReplyPart {
  const said = answeredLast(conversation).includes(entry.id) ? answerAgain : answerWith;
  return said(entry, { day, today, library });
}

/** The last thing the bot said was a question back: asking twice in a row helps nobody. */
function failedBefore({ turns }: Conversation): boolean {
  const last = turns.findLast((turn) => turn.from === "bot");
  return last?.from === "bot" && last.outcome === "ask-back";
}

function introduced<Part extends ReplyPart>(part: Part | undefined, { introduce }: Conversation): Part {
  if (part === undefined) throw new Error("a reply has at least one part");
  if (!introduce || part.outcome === "safety") return part;
  return { ...part, text: `${wording.introduction}\n\n${part.text}` };
}
