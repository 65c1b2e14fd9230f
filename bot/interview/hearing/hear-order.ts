import { follow } from "../../../knowledge/interviews/follow.ts";
import { calm } from "../../../knowledge/interviews/reading/found.ts";
import { prefill } from "../../../knowledge/interviews/reading/prefill.ts";
import { isMostly, saysAny } from "../../../knowledge/words/phrases.ts";
import type { Doing, Done } from "../doing.ts";
import { hearNumber } from "./hear-number.ts";
import { hearSettling } from "./hear-settling.ts";
import { type Kept, keptIn, type Listening, typedWords } from "./kept-in.ts";

type Order = "back" | "change" | "again" | "later" | "goOn" | "skip" | "send";

/** Words to the interview itself: yes and no to what was said back, back, change, again, later, go on, send. */
export function hearOrder(text: string, listening: Listening): Done | undefined {
  const found = keptIn(listening);
  if (found === undefined) return undefined;
  const answering = found.phase === "running" || found.phase === "offered";
  const doing =
    hearNumber(text, found, listening) ??
    (answering ? hearSettling(text, found, listening) : undefined) ??
    orderIn(text, found, listening) ??
    changeIn(text, found, listening);
  return doing && { interview: found.interview.slug, doing };
}

function orderIn(text: string, { phase }: Kept, { library }: Listening): Doing | undefined {
  const said = typedWords(text);
  const running = phase === "running";
  const { interview, commands } = library.lexicon;
  const is = (order: Order) => isMostly(said, interview[order], running ? 1 : 0);
  const leaves = is("later") || isMostly(said, commands.leave, 1);
  if (phase === "offered") return leaves ? { kind: "later" } : undefined;
  if (running && is("skip")) return { kind: "skip" };
  if (is("again")) return { kind: "again" };
  if (phase !== "done" && is("goOn")) return { kind: "go-on" };
  if (phase !== "left" && is("back")) return { kind: "back" };
  if (phase === "done" && is("send")) return { kind: "send" };
  return running && leaves ? { kind: "later" } : undefined;
}

/** "sửa", "sửa câu 3", "nhầm, tôi ra tháng 6/2023". */
function changeIn(text: string, { interview, kept, phase }: Kept, { library, day }: Listening): Doing | undefined {
  const said = typedWords(text);
  const { change } = library.lexicon.interview;
  if (phase === "offered" || !saysAny(said, change)) return undefined;
  const { given } = follow(interview, kept.state.answers, day);
  const [, number] = /(?:sua|doi) (?:lai )?cau (?:so |thu )?(\d{1,2})$/.exec(calm(text)) ?? [];
  const numbered = number === undefined ? undefined : given[Number(number) - 1];
  if (numbered !== undefined) return { kind: "change", question: numbered.question.id };
  const heard = prefill(interview, text, day).filter((each) =>
    given.some(({ question, answer }) => question.id === each.question && answer.said !== each.said),
  );
  if (heard.length > 0) return { kind: "answer", answers: heard, confirm: true };
  return isMostly(said, change, 1) ? { kind: "change" } : undefined;
}
