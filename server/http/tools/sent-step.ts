import { z } from "zod";
import { KeptState } from "../../../knowledge/interviews/kept-state.ts";
import { AppError } from "../../errors.ts";

/** The fields of every form of a tool, as they are named in its page. */
export const fields = {
  state: "trang-thai",
  question: "cau",
  move: "nut",
  ticked: "muc",
  day: "ngay",
  month: "thang",
  year: "nam",
  text: "loi",
} as const;

/** The buttons; what stands after the colon is an option or a question. */
export const moves = { begin: "bat-dau", go: "tiep", choose: "chon:", back: "lui", change: "sua:", yes: "dung", no: "sai" } as const;

export type Move =
  | { readonly kind: "begin" | "go" | "back" | "yes" | "no" }
  | { readonly kind: "choose"; readonly option: string }
  | { readonly kind: "change"; readonly question: string };

/** What was written into the fields of a question, as it stands there. */
export interface Written {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly text: string;
  readonly ticked: readonly string[];
}

export const nothingWritten: Written = { day: "", month: "", year: "", text: "", ticked: [] };

export interface SentStep {
  readonly state: KeptState | undefined;
  /** The question the page asked. */
  readonly question: string;
  readonly move: Move;
  readonly written: Written;
}

const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const short = z.string().trim().max(40).default("");

const Body = z.strictObject({
  [fields.state]: z.string().optional(),
  [fields.question]: id.optional(),
  [fields.move]: z.string().max(80).default(moves.go),
  [fields.ticked]: z.union([id.transform((only) => [only]), z.array(id).max(20)]).default([]),
  [fields.day]: short,
  [fields.month]: short,
  [fields.year]: short,
  [fields.text]: z.string().trim().max(300).default(""),
});

/** Reads what a form of ours sent; anything else is refused. */
export function readStep(body: unknown): SentStep {
  const sent = Body.safeParse(body ?? {});
  if (!sent.success) throw new AppError("bad-request", { cause: sent.error });
  const { data } = sent;
  return {
    state: data[fields.state] === undefined ? undefined : readState(data[fields.state] ?? ""),
    question: data[fields.question] ?? "",
    move: readMove(data[fields.move]),
    written: {
      day: data[fields.day],
      month: data[fields.month],
      year: data[fields.year],
      text: data[fields.text],
      ticked: data[fields.ticked],
    },
  };
}

function readState(text: string): KeptState {
  try {
    return KeptState.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError("bad-request", { cause });
  }
}

function readMove(value: string): Move {
  if (value.startsWith(moves.choose)) return { kind: "choose", option: value.slice(moves.choose.length) };
  if (value.startsWith(moves.change)) return { kind: "change", question: value.slice(moves.change.length) };
  const kind = (["begin", "go", "back", "yes", "no"] as const).find((name) => moves[name] === value);
  if (kind === undefined) throw new AppError("bad-request");
  return { kind };
}
