import type { Speaker, Turn } from "../../bot/conversation.ts";
import type { KeptInterview } from "../../bot/interview/kept-interview.ts";
import { type MessageContent, MessageId } from "../../bot/message.ts";
import type { Choice, Reply } from "../../bot/reply.ts";
import { replyText } from "../../bot/reply-text.ts";
import { respond } from "../../bot/respond.ts";
import { Day } from "../../knowledge/provision.ts";
import { realKnowledge } from "./library.ts";

const knowledge = realKnowledge();

/** A conversation with the bot as a server holds it: the latest turns, and the interview as JSON. */
export interface Talk {
  /** Types each of them; the last reply. */
  readonly type: (...texts: readonly string[]) => Reply;
  /** Taps the button with this label, of the last reply. */
  readonly tap: (...labels: readonly string[]) => Reply;
  /** Taps a button that is kept from before. */
  readonly tapOld: (choice: Choice) => Reply;
  readonly send: (content: MessageContent) => Reply;
  readonly counsellorSays: (text: string) => void;
  /** Says what is said now on another day. */
  readonly onDay: (day: string) => void;
  readonly interview: () => KeptInterview | undefined;
  readonly last: () => Reply;
}

const remembered = 20;

export function talk({ day: begun = "2026-11-25", people = { open: false } } = {}): Talk {
  let day = Day.parse(begun);
  let turns: readonly Turn[] = [];
  let kept: string | undefined;
  let reply: Reply | undefined;
  const interview = () => (kept === undefined ? undefined : (JSON.parse(kept) as KeptInterview));
  const last = () => {
    if (reply === undefined) throw new Error("nothing has been said");
    return reply;
  };
  const send = (content: MessageContent) => {
    const speaker: Speaker = { kind: "bot" };
    const conversation = { speaker, turns: turns.slice(-remembered), introduce: false, interview: interview() };
    const message = { id: MessageId.parse("message-1"), content };
    reply = respond({ message, conversation, day, now: { weekday: 3, clock: "10:00" }, people, ...knowledge });
    if (reply.interview !== undefined) kept = JSON.stringify(reply.interview);
    const said =
      content.kind === "unreadable" ? [] : [{ from: "person" as const, text: content.kind === "text" ? content.text : content.label }];
    turns = [...turns, ...said, rememberedAs(reply)];
    return reply;
  };
  const tapOld = ({ label, value }: Choice) => send({ kind: "choice", label, value });
  const tapOne = (label: string) => {
    const choice = choicesOf(last()).find((each) => each.label === label);
    if (choice === undefined) throw new Error(`no button "${label}" among ${labelsOf(last()).join(", ")}`);
    return tapOld(choice);
  };
  return {
    type: (...texts) => texts.map((text) => send({ kind: "text", text })).at(-1) ?? last(),
    tap: (...labels) => labels.map(tapOne).at(-1) ?? last(),
    tapOld,
    send,
    counsellorSays: (text) => {
      turns = [...turns, { from: "counsellor", text }];
    },
    onDay: (other) => {
      day = Day.parse(other);
    },
    interview,
    last,
  };
}

export function choicesOf(reply: Reply): readonly Choice[] {
  return reply.parts.flatMap(({ choices }) => choices);
}

export function labelsOf(reply: Reply): readonly string[] {
  return choicesOf(reply).map(({ label }) => label);
}

export function buttonOf(reply: Reply, label: string): Choice {
  const choice = choicesOf(reply).find((each) => each.label === label);
  if (choice === undefined) throw new Error(`no button "${label}"`);
  return choice;
}

function rememberedAs(reply: Reply): Turn {
  const entries = reply.parts.flatMap((part) => ("entry" in part ? [part.entry] : []));
  return { from: "bot", text: replyText(reply), outcome: reply.outcome, entries, choices: choicesOf(reply) };
}
