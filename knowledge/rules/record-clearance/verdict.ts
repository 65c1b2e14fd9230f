import { z } from "zod";
import { Day } from "../../provision.ts";
import { type ArticleId, articles } from "./articles.ts";

/** What comes out; the contract of `npm run calculate -- record-clearance`. */
export const Verdict = z
  .strictObject({
    route: z.enum(["none-needed", "automatic", "court", "never-yet", "hand-over"]),
    earliestDate: Day.nullable().describe("the anniversary on which the period ends; enough time has passed from after that day on"),
    reachedAsOf: z.boolean().nullable(),
    because: z.array(z.string()).readonly().describe("the articles used; of the Penal Code where no document is named"),
    working: z.array(z.string()).readonly(),
    doubts: z.array(z.string()).readonly(),
  })
  .readonly();
export type Verdict = z.infer<typeof Verdict>;

/** What one step has to say: the provisions it used, its sentence for the reader, what is not sure about it. */
export interface Notes {
  readonly because?: readonly ArticleId[];
  readonly working?: readonly string[];
  readonly doubts?: readonly string[];
}

type Closed = "none-needed" | "never-yet" | "hand-over";

/** A step either finds what the next one needs, or closes the case. */
export type Step<Value> =
  | { readonly kind: "found"; readonly value: Value; readonly notes: Notes }
  | { readonly kind: "closed"; readonly route: Closed; readonly notes: Notes };

export function found<Value>(value: Value, notes: Notes = {}): Step<Value> {
  return { kind: "found", value, notes };
}

export function close(route: Closed, notes: Notes): Step<never> {
  return { kind: "closed", route, notes };
}

/** The facts leave it open: a person must look, and this is why. */
export function handOver(doubt: string, ...because: readonly ArticleId[]): Step<never> {
  return close("hand-over", { because, doubts: [doubt] });
}

/** Goes on with what was found, and keeps the notes of both. */
export function andThen<Value, Next>(step: Step<Value>, next: (value: Value) => Step<Next>): Step<Next> {
  if (step.kind === "closed") return step;
  const then = next(step.value);
  return { ...then, notes: joinNotes(step.notes, then.notes) };
}

export function joinNotes(...all: readonly Notes[]): Notes {
  return {
    because: unique(all.flatMap(({ because = [] }) => because)),
    working: unique(all.flatMap(({ working = [] }) => working)),
    doubts: unique(all.flatMap(({ doubts = [] }) => doubts)),
  };
}

/** The notes as the contract writes them. */
export function writeNotes({ because = [], working = [], doubts = [] }: Notes): Pick<Verdict, "because" | "working" | "doubts"> {
  return { because: unique(because.map((id) => articles[id])), working, doubts };
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}
