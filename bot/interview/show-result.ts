import type { Interview } from "../../knowledge/interviews/interview.ts";
import { type Presented, present } from "../../knowledge/interviews/present.ts";
import type { InterviewState } from "../../knowledge/interviews/state.ts";
import { whenRead } from "../escalate.ts";
import type { ReplyPart } from "../reply.ts";
import { handOver, meanwhile } from "../wording.ts";
import type { InterviewOn } from "./show-step.ts";
import { taps } from "./taps.ts";
import * as words from "./words.ts";

/** The result: what it comes to first, then why; with the law it rests on, or before a person. */
export function showResult(
  interview: Interview,
  state: InterviewState,
  { on, lead }: { readonly on: InterviewOn; readonly lead: string },
): ReplyPart {
  const { slug } = interview;
  const result = present(interview, state, { asOf: on.day, library: on.library });
  if (result === undefined) throw new Error(`${slug} has no result yet`);
  const [first, ...others] = result.citations;
  const text = [lead, ...textOf(result)].filter((paragraph) => paragraph !== "");
  const change = [taps.change(slug), taps.again(slug)];
  if (result.person || first === undefined) {
    const asked = [summaryOf(result), handOver.risky, whenRead(on.people), meanwhile];
    const said = { text: [...text, ...asked].join("\n\n"), headline: result.heading, choices: change, citations: result.citations };
    return { outcome: "hand-over", reason: "risky", interview: slug, ...said };
  }
  const inForceFrom = result.citations.reduce((latest, { inForceFrom: from }) => (from > latest ? from : latest), first.inForceFrom);
  const told = list(words.told, answersOf(result));
  const said = { text: [...text, told, words.sending].join("\n\n"), headline: result.heading, choices: [taps.send(slug), ...change] };
  return { outcome: "interview", interview: slug, ...said, citations: [first, ...others], inForceFrom };
}

/** "Gửi cho tư vấn viên": what is sent is said in full, and stands where they read it. */
export function sendResult(interview: Interview, state: InterviewState, on: InterviewOn): ReplyPart | undefined {
  const result = present(interview, state, { asOf: on.day, library: on.library });
  if (result === undefined) return undefined;
  const text = [handOver.asked, summaryOf(result), whenRead(on.people), meanwhile].join("\n\n");
  return { outcome: "hand-over", reason: "asked", interview: interview.slug, text, choices: [taps.change(interview.slug)] };
}

function summaryOf(result: Presented): string {
  return list(words.summary, [...answersOf(result), words.summaryResult(result.heading)]);
}

function answersOf({ given }: Presented): readonly string[] {
  return given.map(({ ask, said }) => `${ask} ${said}`);
}

function textOf(result: Presented): readonly string[] {
  const { heading, explanation, working, roughly, changes, papers, where, next } = result;
  return [
    heading,
    explanation,
    list(words.sections.working, working, (position) => `${position + 1}. `),
    ...roughly,
    ...result.sections.map(({ title, lines }) => list(title, lines)),
    tableText(result.table),
    list(words.sections.changes, changes),
    list(words.sections.papers, papers),
    list(words.sections.where, where),
    list(words.sections.next, next),
    list(
      words.sections.former,
      result.former.map(({ label }) => label),
    ),
  ];
}

function list(title: string, lines: readonly string[], marker: (position: number) => string = () => "- "): string {
  return lines.length === 0 ? "" : [title, ...lines.map((line, position) => marker(position) + line)].join("\n");
}

const mostRows = 24;

/** A table in words, a line a row; in a small window nobody reads columns. */
function tableText(table: Presented["table"]): string {
  if (table === null) return "";
  const rows = table.rows.slice(0, mostRows).map((row) => row.map((value, column) => `${table.columns[column]}: ${value}`).join(" · "));
  const more = table.rows.length - rows.length;
  return [list(table.title, rows), ...(more > 0 ? [words.moreRows(more)] : [])].join("\n");
}
