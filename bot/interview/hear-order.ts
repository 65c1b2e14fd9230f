import { follow } from "../../knowledge/interviews/follow.ts";
import { calm } from "../../knowledge/interviews/reading/found.ts";
import { prefill } from "../../knowledge/interviews/reading/prefill.ts";
import { syllables } from "../../knowledge/words/normalise.ts";
import { isMostly, saysAny, spoken } from "../../knowledge/words/phrases.ts";
import type { Doing, Done } from "./doing.ts";
import { type Kept, keptIn, type Listening } from "./kept-in.ts";

type Order = "back" | "change" | "again" | "later" | "goOn" | "skip" | "send";

/** Words to the interview itself: back, change, again, later, go on, send. */
export function hearOrder(text: string, listening: Listening): Done | undefined {
  const found = keptIn(listening);
  if (found === undefined) return undefined;
  const doing = orderIn(text, found, listening) ?? changeIn(text, found, listening);
  return doing && { interview: found.interview.slug, doing };
}

function orderIn(text: string, { phase }: Kept, { library }: Listening): Doing | undefined {
  const said = spoken(syllables(calm(text)));
  const running = phase === "running";
  const is = (order: Order) => isMostly(said, library.lexicon.interview[order], running ? 1 : 0);
  if (phase === "offered") return is("later") ? { kind: "later" } : undefined;
  if (running && is("skip")) return { kind: "skip" };
  if (is("again")) return { kind: "again" };
  if (phase !== "done" && is("goOn")) return { kind: "go-on" };
  if (phase !== "left" && is("back")) return { kind: "back" };
  if (phase === "done" && is("send")) return { kind: "send" };
  return running && is("later") ? { kind: "later" } : undefined;
}

/** "sửa", "sửa câu 3", "nhầm, tôi ra tháng 6/2023". */
function changeIn(text: string, { interview, kept, phase }: Kept, { library, day }: Listening): Doing | undefined {
  const calmed = calm(text);
  const said = spoken(syllables(calmed));
  const { change } = library.lexicon.interview;
  if (phase === "offered" || !saysAny(said, change)) return undefined;
  const { given } = follow(interview, kept.state.answers, day);
  const [, number] = /(?:sua|doi) (?:lai )?cau (?:so |thu )?(\d{1,2})$/.exec(calmed) ?? [];
  const numbered = number === undefined ? undefined : given[Number(number) - 1];
  if (numbered !== undefined) return { kind: "change", question: numbered.question.id };
  const heard = prefill(interview, text, day).filter((each) => given.some(({ question }) => question.id === each.question));
  if (heard.length > 0) return { kind: "answer", answers: heard, confirm: true };
  return isMostly(said, change, 1) ? { kind: "change" } : undefined;
}
