import { describe, expect, test } from "vitest";
import type { Turn } from "../../bot/conversation.ts";
import { opinionChoices, opinionIn } from "../../bot/question/opinion.ts";
import { respond } from "../../bot/respond.ts";
import { limits } from "../../server/channels/messenger/payload.ts";
import { opinionOf, withOpinion } from "../../server/figures/opinion.ts";
import { outgoingOf } from "../../server/outgoing-of.ts";
import { askedOf } from "../support/asked.ts";

const question = "vay vốn làm ăn được bao nhiêu tiền";
const answered = respond(askedOf(question));
const [part] = answered.parts;
if (part.outcome !== "answer") throw new Error("no answer");
const { entry } = part;
const asked = opinionChoices(answered, askedOf(question).conversation);
const botTurn = (more: Partial<Extract<Turn, { from: "bot" }>> = {}): Turn => ({
  from: "bot",
  text: part.text,
  outcome: "answer",
  entries: [entry],
  choices: [...part.choices, ...asked],
  ...more,
});

describe("whether an answer helped", () => {
  test("is asked in two taps that a quick reply of Messenger carries whole, after the other buttons", () => {
    expect(asked.map(({ value }) => value)).toEqual([`gop:co:${entry}`, `gop:chua:${entry}`]);
    for (const { label } of asked) expect(label.length).toBeLessThanOrEqual(limits.choiceLength);
    const message = outgoingOf(answered, askedOf("").now);
    const said = withOpinion(message, { reply: answered, conversation: askedOf("").conversation, limits });
    expect(said.choices.slice(0, message.choices.length)).toEqual(message.choices);
    expect(said.parts).toEqual(message.parts);
  });

  test("is not asked where the channel would have to list the buttons in the text for it", () => {
    const message = { ...outgoingOf(answered, askedOf("").now), choices: [] };
    const narrow = { ...limits, choices: 1 };
    expect(withOpinion(message, { reply: answered, conversation: askedOf("").conversation, limits: narrow })).toEqual(message);
  });

  test("is not asked again for four of our turns, under no answer of an interview, and under nothing else than an answer", () => {
    const quiet = botTurn({ choices: [] });
    const with_ = (turns: readonly Turn[]) => opinionChoices(answered, { ...askedOf(question).conversation, turns }).length;
    expect(with_([botTurn()])).toBe(0);
    expect(with_([botTurn(), quiet, quiet, quiet])).toBe(0);
    expect(with_([botTurn(), quiet, quiet, quiet, quiet])).toBe(2);
    expect(opinionChoices(respond(askedOf("gặp tư vấn viên")), askedOf("").conversation)).toEqual([]);
  });

  test("a tap is thanked for in one line, and what could be tapped still can be", () => {
    const turns = [botTurn()];
    for (const [value, words] of [
      [`gop:co:${entry}`, "cảm ơn"],
      [`gop:chua:${entry}`, "sẽ xem lại"],
    ] as const) {
      const reply = respond({ ...askedOf("", turns), message: { ...askedOf("").message, content: { kind: "choice", value, label: "x" } } });
      expect(reply.outcome).toBe("small-talk");
      expect(reply.parts[0].text).toContain(words);
      for (const choice of part.choices) expect(reply.parts[0].choices).toContainEqual(choice);
    }
  });

  test("typed, the button's words are the tap; of an entry we do not have there is no opinion", () => {
    const { conversation, library } = askedOf("", [botTurn()]);
    expect(opinionIn({ kind: "text", text: "câu này giúp được" }, conversation)).toEqual({ entry, helped: true });
    expect(opinionIn({ kind: "text", text: "câu này hay" }, conversation)).toBeUndefined();
    expect(opinionOf({ kind: "choice", value: "gop:co:khong/co", label: "x" }, conversation, library)).toBeUndefined();
    expect(opinionOf({ kind: "choice", value: `gop:chua:${entry}`, label: "x" }, conversation, library)).toEqual({ entry, helped: false });
  });
});
