import type { Heard } from "../knowledge/hearing/hearing.ts";
import { type DangerKind, dangerKinds } from "../knowledge/hotline.ts";
import type { Library } from "../knowledge/library.ts";
import type { Day } from "../knowledge/provision.ts";
import type { ReadAsMeant } from "../knowledge/search.ts";
import { normalise, syllables } from "../knowledge/words/normalise.ts";
import { isMostly, type Spoken, saysAny, spoken } from "../knowledge/words/phrases.ts";
import { writeOut } from "../knowledge/words/read-question.ts";
import type { Conversation } from "./conversation.ts";
import { findDanger } from "./danger.ts";
import { findLure } from "./fraud.ts";
import type { Done } from "./interview/doing.ts";
import { asksSomething } from "./interview/hearing/asks-something.ts";
import { hearOrder } from "./interview/hearing/hear-order.ts";
import { hearReply } from "./interview/hearing/hear-reply.ts";
import { keptIn } from "./interview/hearing/kept-in.ts";
import { offeredLast, toldBefore, wantsReckoning } from "./interview/offer-interview.ts";
import { readTap } from "./interview/taps.ts";
import type { IncomingMessage } from "./message.ts";
import { readOpinion } from "./question/opinion.ts";
import type { Choice, Outcome } from "./reply.ts";
import { choiceValues } from "./wording.ts";

/** What the person wants. */
export type Understanding =
  | Saying
  /** Something is done to a guided interview. */
  | ({ readonly kind: "interview" } & Done)
  | {
      readonly kind: "question";
      readonly text: string;
      /** Tells of a lure: a warning is looked for. Outside our subject: only a very sure answer is one. */
      readonly about: "ours" | "lure" | "outside";
    };

/** Everything that is no question of law. */
export type Saying =
  | { readonly kind: "danger"; readonly danger: DangerKind }
  | { readonly kind: "lure"; readonly warning: string }
  | { readonly kind: "command"; readonly command: "person" | "erase" | "erased" | "help" | "restart" | "leave" }
  | { readonly kind: "unlawful" }
  | { readonly kind: "small-talk"; readonly talk: "greeting" | "thanks" | "insult" | "agreement" | "nothing" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "opinion"; readonly helped: boolean }
  | { readonly kind: "entry"; readonly entry: string };

interface Listening {
  readonly message: IncomingMessage;
  readonly conversation: Conversation;
  readonly day: Day;
  readonly library: Library;
  readonly hear: (text: string) => Heard;
  readonly readAsMeant: ReadAsMeant;
}

/** Danger first, then commands, lures, answers to a running interview, and wishes to break the law; what is left is a question. */
export function understand(listening: Listening): Understanding {
  const { message, conversation } = listening;
  const { content } = message;
  if (content.kind === "unreadable") return { kind: "unreadable" };
  const text = normalise(content.kind === "text" ? content.text : content.label);
  const tapped = content.kind === "choice" ? content.value : choiceSaid(text, conversation)?.value;
  const chosen = tapped === undefined ? undefined : understandChoice(tapped, listening);
  return chosen ?? understandText(text, { ...listening, hear: inConversation(listening.hear, conversation) });
}

/** After an answer, a few words ("còn phí?") go on with it: by themselves they sound like anything. */
const longestGoingOn = 8;
const goingOnShare = 0.2;
const goneOnWith: ReadonlySet<Outcome> = new Set(["answer", "ask-back", "hand-over", "interview"]);

function inConversation(hear: Listening["hear"], { turns }: Conversation): Listening["hear"] {
  const goesOn = turns.some((turn) => turn.from === "bot" && goneOnWith.has(turn.outcome));
  return (text) => {
    const heard = hear(text);
    if (!goesOn || syllables(text).length > longestGoingOn) return heard;
    const quieter = Object.fromEntries(dangerKinds.map((kind) => [kind, heard[kind] * goingOnShare]));
    return { ...heard, ...quieter, outside: 0, greeting: 0, agreement: 0, thanks: 0, help: 0 };
  };
}

/** How sure the ear must be where no rule says so. */
const sure = { lure: 0.22, unlawful: 0.15, unlawfulInTelling: 0.35, outside: 0.25, talk: 0.5 } as const;

function understandText(text: string, listening: Omit<Listening, "message">): Understanding {
  const { library, hear, readAsMeant } = listening;
  const { lexicon, vocabulary } = library;
  const heard = hear(text);
  const typed = spoken(writeOut(syllables(text), vocabulary.spellings));
  const danger = findDanger(typed, heard, lexicon);
  if (danger !== undefined) return { kind: "danger", danger };
  // Marks restored, "co vay" is "có vay" and no "cò vay". Danger is looked for as typed: there a sign too many costs less.
  const said = spoken(syllables(readAsMeant(text)));
  const order = hearOrder(text, listening);
  if (order !== undefined) return { kind: "interview", ...order };
  const command = findCommand(said, library) ?? personInFirstLine(text, library, readAsMeant) ?? commandHeard(heard);
  if (command !== undefined) return { kind: "command", command };
  const warning = findLure(said, lexicon);
  if (warning !== undefined && library.entries.has(warning)) return { kind: "lure", warning };
  const reply = asksSomething(text) ? undefined : (hearReply(text, listening) ?? hearBeginning(text, listening));
  if (reply !== undefined) return { kind: "interview", ...reply };
  if (heard.lure >= sure.lure) return { kind: "question", text, about: "lure" };
  const asksToBreakTheLaw = saysAny(said, lexicon.unlawful.phrases) && !saysAny(said, lexicon.unlawful.asking);
  // Who is asked about a conviction tells of an offence, which sounds a little like the wish to commit one.
  const sureUnlawful = keptIn(listening)?.phase === "running" ? sure.unlawfulInTelling : sure.unlawful;
  if (heard.unlawful >= sureUnlawful || (asksToBreakTheLaw && heard.unlawful >= heard.question)) return { kind: "unlawful" };
  // "hi" and "alo" are no words of our texts, and no slips of them either.
  const talk = findSmallTalk(typed, library) ?? findSmallTalk(said, library) ?? talkHeard(heard);
  if (talk !== undefined) return { kind: "small-talk", talk };
  const isOutside = heard.outside >= sure.outside || saysAny(said, lexicon.outside.phrases);
  return { kind: "question", text, about: isOutside ? "outside" : "ours" };
}

/** "tính giúp tôi", where that was offered. */
function hearBeginning(text: string, { conversation, library }: Omit<Listening, "message">): Done | undefined {
  const interview = offeredLast(conversation);
  if (interview === undefined || !library.interviews.has(interview) || !wantsReckoning(text, { library })) return undefined;
  return { interview, doing: { kind: "begin", words: [text, ...toldBefore(conversation)] } };
}

function commandHeard(heard: Heard) {
  return (["person", "erase", "help"] as const).find((command) => heard[command] >= sure.talk);
}

function talkHeard(heard: Heard) {
  return (["greeting", "thanks", "insult", "agreement"] as const).find((talk) => heard[talk] >= sure.talk);
}

function findCommand(said: Spoken, { lexicon: { commands } }: Library) {
  if (saysAny(said, commands.person) && said.words.length <= 20) return "person";
  if (isMostly(said, commands.personAlone, 3)) return "person";
  if (saysAny(said, commands.erase) && said.words.length <= 14) return "erase";
  if (isMostly(said, commands.restart, 2)) return "restart";
  if (isMostly(said, commands.help, 3)) return "help";
  if (isMostly(said, commands.leave, 1)) return "leave";
  return undefined;
}

const longestAsking = 120;

/** "Gặp tư vấn viên." and, on the lines below, the whole story: it is for a person, however much of it sounds like questions. */
function personInFirstLine(text: string, library: Library, readAsMeant: ReadAsMeant) {
  const [first = "", ...below] = text.split("\n");
  if (below.length === 0 || first.length > longestAsking) return undefined;
  return findCommand(spoken(syllables(readAsMeant(first))), library) === "person" ? "person" : undefined;
}

function findSmallTalk(said: Spoken, { lexicon: { smallTalk } }: Library) {
  if (said.words.length === 0) return "nothing";
  if (isMostly(said, smallTalk.greeting, 3)) return "greeting";
  if (isMostly(said, smallTalk.thanks, 5)) return "thanks";
  if (saysAny(said, smallTalk.insult) && said.words.length <= 12) return "insult";
  if (isMostly(said, smallTalk.agreement, 1)) return "agreement";
  return undefined;
}

/** A button's words typed by hand mean the same as the tap. */
function choiceSaid(text: string, { turns }: Conversation): Choice | undefined {
  const last = turns.findLast((turn) => turn.from === "bot");
  if (last === undefined) return undefined;
  const said = text.toLowerCase();
  // In an interview a number may be the answer itself.
  const number = /^[1-9]$/.test(said) && last.outcome !== "interview" ? Number(said) : undefined;
  return last.choices.find(
    ({ label, says = label }, position) => label.toLowerCase() === said || says.toLowerCase() === said || position + 1 === number,
  );
}

function understandChoice(
  value: string,
  { library, conversation }: Pick<Listening, "library" | "conversation">,
): Understanding | undefined {
  const tap = readTap(value);
  if (tap !== undefined && library.interviews.has(tap.interview)) {
    const doing = tap.doing.kind === "begin" ? { ...tap.doing, words: toldBefore(conversation) } : tap.doing;
    return { kind: "interview", interview: tap.interview, doing };
  }
  const opinion = readOpinion(value);
  if (opinion !== undefined && library.entries.has(opinion.entry)) return { kind: "opinion", helped: opinion.helped };
  if (value === choiceValues.person) return { kind: "command", command: "person" };
  if (value === choiceValues.erase) return { kind: "command", command: "erased" };
  if (value === choiceValues.keep) return { kind: "command", command: "leave" };
  if (value === choiceValues.help) return { kind: "command", command: "help" };
  const entry = value.startsWith(choiceValues.entry) ? value.slice(choiceValues.entry.length) : undefined;
  if (entry !== undefined && library.entries.has(entry)) return { kind: "entry", entry };
  return undefined;
}
