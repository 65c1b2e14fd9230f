import type { DangerKind } from "../knowledge/hotline.ts";
import { type Hotline, isOpen } from "../knowledge/hotline.ts";
import { answerWith } from "./answer.ts";
import { handOverTo, whenRead } from "./escalate.ts";
import { stillOffered } from "./question/opinion.ts";
import type { ReplyPart } from "./reply.ts";
import type { Asked } from "./respond.ts";
import type { Saying } from "./understand.ts";
import * as wording from "./wording.ts";

/** The reply to everything that is not a question of law. */
export function say(understood: Saying, asked: Asked): ReplyPart {
  const { library, day, people } = asked;
  switch (understood.kind) {
    case "danger":
      return safety(understood.danger, asked);
    case "lure":
    case "entry": {
      const entry = library.entries.get(understood.kind === "lure" ? understood.warning : understood.entry);
      return entry === undefined ? handOverTo(people, "unknown") : answerWith(entry, { day, today: day, library });
    }
    case "command":
      return command(understood.command, asked);
    case "opinion":
      return opinion(understood.helped, asked);
    case "unlawful":
      return { outcome: "decline", reason: "unlawful", text: wording.unlawful, choices: [wording.askPerson] };
    case "unreadable":
      return { outcome: "small-talk", text: wording.unreadable, choices: [wording.askPerson] };
    case "small-talk":
      return {
        outcome: "small-talk",
        text: wording.smallTalk[understood.talk],
        choices: understood.talk === "insult" ? [wording.askPerson] : talkChoices(understood.talk),
      };
  }
}

/** A short word, and what could be tapped before still can be. */
function opinion(helped: boolean, { conversation }: Asked): ReplyPart {
  const offered = stillOffered(conversation);
  const choices = helped || offered.some(({ value }) => value === wording.askPerson.value) ? offered : [...offered, wording.askPerson];
  return { outcome: "small-talk", text: helped ? wording.opinion.helped : wording.opinion.not, choices };
}

function talkChoices(talk: "greeting" | "thanks" | "agreement" | "nothing") {
  return talk === "greeting" || talk === "nothing" ? wording.topicChoices : [];
}

function command(name: "person" | "erase" | "erased" | "help" | "restart" | "leave", { people }: Asked): ReplyPart {
  switch (name) {
    case "person":
      return handOverTo(people, "asked");
    case "erase":
      return { outcome: "command", command: name, text: wording.eraseAsk, choices: wording.eraseChoices };
    case "erased":
      return { outcome: "command", command: name, text: wording.erased, choices: [] };
    case "help":
      return { outcome: "command", command: name, text: wording.help, choices: wording.topicChoices };
    case "restart":
      return { outcome: "command", command: name, text: wording.restart, choices: wording.topicChoices };
    case "leave":
      return { outcome: "command", command: name, text: wording.leave, choices: [] };
  }
}

/** The fixed words for a danger, and the lines that answer at this hour. A person is alerted by the server. */
function safety(danger: DangerKind, { library, now, people }: Asked): ReplyPart {
  const words = library.safety.get(danger);
  const lines = (words?.hotlines ?? []).flatMap((id) => library.hotlines.get(id) ?? []);
  const [first, ...others] = [...lines.filter(({ hours }) => isOpen(hours, now))];
  const police = library.hotlines.get("113");
  const hotlines: readonly [Hotline, ...Hotline[]] | undefined = first ? [first, ...others] : police && [police];
  if (words === undefined || hotlines === undefined) throw new Error(`no words or no open line for ${danger}`);
  const steps = words.steps.map((step) => `- ${step}`).join("\n");
  const text = [words.says, steps, wording.personAlerted, people.open ? "" : whenRead(people)]
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
  return { outcome: "safety", danger, text, hotlines, choices: [] };
}
