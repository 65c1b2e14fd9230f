import type { Heard } from "../knowledge/hearing/hearing.ts";
import type { LocalTime } from "../knowledge/hotline.ts";
import type { Library } from "../knowledge/library.ts";
import type { Day } from "../knowledge/provision.ts";
import type { ReadAsMeant, Search } from "../knowledge/search.ts";
import type { Conversation } from "./conversation.ts";
import type { People } from "./escalate.ts";
import { besideInterview } from "./interview/beside-interview.ts";
import type { KeptInterview } from "./interview/kept-interview.ts";
import { takeStep } from "./interview/take-step.ts";
import { say } from "./manners.ts";
import type { IncomingMessage } from "./message.ts";
import type { Considered } from "./question/consider-question.ts";
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

/** What is said to a message, and what becomes of a guided interview. */
export interface Said {
  readonly considered: readonly [Considered, ...Considered[]];
  readonly interview?: KeptInterview | undefined;
  /** Where the interview stands; absent = nothing was said of it. */
  readonly at?: { readonly slug: string; readonly at: string };
}

/**
 * What to say to a message: danger and lures first, then what is asked of the service itself, then a running interview, then the
 * questions, each completed from the conversation, searched for on the day it is about, and answered, asked back or handed over.
 */
export function respond(asked: Asked): Reply {
  const understood = understand(asked);
  const { considered, interview, at } = sayTo(understood, asked);
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
      ...(at && { interview: at }),
    },
    ...(interview && { interview }),
  };
}

function sayTo(understood: Understanding, asked: Asked): Said {
  switch (understood.kind) {
    case "interview": {
      const { kept, part, at } = takeStep(understood, asked);
      return { considered: [{ part, confidence: 1, passages: [] }], interview: kept, at: { slug: understood.interview, at } };
    }
    case "question":
      return besideInterview(understood, asked);
    default:
      return besideInterview({ kind: "said", part: say(understood, asked) }, asked);
  }
}

function introduced<Part extends ReplyPart>(part: Part | undefined, { introduce }: Conversation): Part {
  if (part === undefined) throw new Error("a reply has at least one part");
  if (!introduce || part.outcome === "safety") return part;
  return { ...part, text: `${wording.introduction}\n\n${part.text}` };
}
