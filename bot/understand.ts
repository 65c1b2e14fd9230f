import type { Heard } from "../knowledge/hearing/hearing.ts";
import { type DangerKind, dangerKinds } from "../knowledge/hotline.ts";
import type { Library } from "../knowledge/library.ts";
import type { ReadAsMeant } from "../knowledge/search.ts";
import { normalise, syllables } from "../knowledge/words/normalise.ts";
import { isMostly, type Spoken, saysAny, spoken } from "../knowledge/words/phrases.ts";
import { writeOut } from "../knowledge/words/read-question.ts";
import type { Conversation } from "./conversation.ts";
import { findDanger } from "./danger.ts";
import { findLure } from "./fraud.ts";
import type { IncomingMessage } from "./message.ts";
import type { Choice } from "./reply.ts";
import { choiceValues } from "./wording.ts";

/** What the person wants. */
export type Understanding =
  | Saying
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
  | { readonly kind: "entry"; readonly entry: string };

interface Listening {
  readonly message: IncomingMessage;
  readonly conversation: Conversation;
  readonly library: Library;
  readonly hear: (text: string) => Heard;
  readonly readAsMeant: ReadAsMeant;
}

/** Danger first, then lures, commands and wishes to break the law; what is left is a question. */
export function understand({ message, conversation, library, hear, readAsMeant }: Listening): Understanding {
  const { content } = message;
  if (content.kind === "unreadable") return { kind: "unreadable" };
  const text = normalise(content.kind === "text" ? content.text : content.label);
  const tapped = content.kind === "choice" ? content.value : choiceSaid(text, conversation)?.value;
  const chosen = tapped === undefined ? undefined : understandChoice(tapped, library);
  return chosen ?? understandText(text, { library, hear: inConversation(hear, conversation), readAsMeant });
}

/** After an answer, a few words ("còn phí?") go on with it: by themselves they sound like anything. */
const longestGoingOn = 8;
const goingOnShare = 0.2;

function inConversation(hear: Listening["hear"], { turns }: Conversation): Listening["hear"] {
  const goesOn = turns.some(
    (turn) => turn.from === "bot" && (turn.outcome === "answer" || turn.outcome === "ask-back" || turn.outcome === "hand-over"),
  );
  return (text) => {
    const heard = hear(text);
    if (!goesOn || syllables(text).length > longestGoingOn) return heard;
    const quieter = Object.fromEntries(dangerKinds.map((kind) => [kind, heard[kind] * goingOnShare]));
    return { ...heard, ...quieter, outside: 0, greeting: 0, agreement: 0, thanks: 0, help: 0 };
  };
}

/** How sure the ear must be where no rule says so. */
const sure = { lure: 0.22, unlawful: 0.15, outside: 0.25, talk: 0.5 } as const;

function understandText(text: string, { library, hear, readAsMeant }: Omit<Listening, "message" | "conversation">): Understanding {
  const { lexicon, vocabulary } = library;
  const heard = hear(text);
  const typed = spoken(writeOut(syllables(text), vocabulary.spellings));
  const danger = findDanger(typed, heard, lexicon);
  if (danger !== undefined) return { kind: "danger", danger };
  // Marks restored, "co vay" is "có vay" and no "cò vay". Danger is looked for as typed: there a sign too many costs less.
  const said = spoken(syllables(readAsMeant(text)));
  const command = findCommand(said, library) ?? personInFirstLine(text, library, readAsMeant) ?? commandHeard(heard);
  if (command !== undefined) return { kind: "command", command };
  const warning = findLure(said, lexicon);
  if (warning !== undefined && library.entries.has(warning)) return { kind: "lure", warning };
  if (heard.lure >= sure.lure) return { kind: "question", text, about: "lure" };
  const asksToBreakTheLaw = saysAny(said, lexicon.unlawful.phrases) && !saysAny(said, lexicon.unlawful.asking);
  if (heard.unlawful >= sure.unlawful || (asksToBreakTheLaw && heard.unlawful >= heard.question)) return { kind: "unlawful" };
  // "hi" and "alo" are no words of our texts, and no slips of them either.
  const talk = findSmallTalk(typed, library) ?? findSmallTalk(said, library) ?? talkHeard(heard);
  if (talk !== undefined) return { kind: "small-talk", talk };
  const isOutside = heard.outside >= sure.outside || saysAny(said, lexicon.outside.phrases);
  return { kind: "question", text, about: isOutside ? "outside" : "ours" };
}

function commandHeard(heard: Heard) {
  return (["person", "erase", "help"] as const).find((command) => heard[command] >= sure.talk);
}

function talkHeard(heard: Heard) {
  return (["greeting", "thanks", "insult", "agreement"] as const).find((talk) => heard[talk] >= sure.talk);
}

function findCommand(said: Spoken, { lexicon: { commands } }: Library) {
  if (saysAny(said, commands.person) && said.words.length <= 16) return "person";
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
  const number = /^[1-9]$/.test(said) ? Number(said) : undefined;
  return last.choices.find(({ label }, position) => label.toLowerCase() === said || position + 1 === number);
}

function understandChoice(value: string, library: Library): Understanding | undefined {
  if (value === choiceValues.person) return { kind: "command", command: "person" };
  if (value === choiceValues.erase) return { kind: "command", command: "erased" };
  if (value === choiceValues.keep) return { kind: "command", command: "leave" };
  if (value === choiceValues.help) return { kind: "command", command: "help" };
  const entry = value.startsWith(choiceValues.entry) ? value.slice(choiceValues.entry.length) : undefined;
  if (entry !== undefined && library.entries.has(entry)) return { kind: "entry", entry };
  return undefined;
}
