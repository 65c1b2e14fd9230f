import { checkEntry, danglingInterview, type Finding, sameAskings } from "../../knowledge/check/check-entry.ts";
import type { EntryText } from "../../knowledge/entry.ts";
import { longestAnswer, shortestAnswer } from "../../knowledge/files/read-entry.ts";
import type { Library } from "../../knowledge/library.ts";
import type { Day } from "../../knowledge/provision.ts";
import { fitInto } from "../../knowledge/revising/revise.ts";
import { type EntryDraft, textOf } from "./entry-draft.ts";
import type { Field, Problem } from "./problem.ts";
import { sayFinding } from "./say-finding.ts";

export interface DraftChecking {
  readonly library: Library;
  readonly today: Day;
}

/** Everything that keeps a draft from being answered: its form, then the very checks the files must pass. */
export function checkDraft(draft: EntryDraft, { library, today }: DraftChecking): readonly Problem[] {
  const text = textOf(draft);
  const form = [...formProblems(text), ...placeProblems(text, library)];
  const fit = fitInto(library, text);
  if ("why" in fit) {
    // What the form does not say better: a heading typed inside a part, for one.
    return form.length > 0
      ? form
      : [{ field: "details", says: `Chưa ghi thành mục được: ${fit.why.join("; ")}. Bỏ dòng bắt đầu bằng “##” trong các ô.` }];
  }
  const found = [
    ...checkEntry(fit.value, { library, today }),
    ...danglingInterview(fit.value, library),
    ...sameAskings(fit.value, library),
  ];
  return [...form, ...toolProblems(text, library), ...found.map((finding: Finding) => sayFinding(finding, text, library))];
}

/** What keeps an entry from being taken out. */
export function checkWithdrawal(id: string, library: Library): readonly Problem[] {
  const tools = [...library.interviews.values()].filter(({ entries }) => entries.includes(id)).map(({ title }) => title);
  const past = [...library.entries.values()].filter(({ replacedBy }) => replacedBy === id).map(({ question }) => question);
  const problem = (says: string): Problem => ({ field: "id", says });
  return [
    ...tools.map((title) => problem(`Công cụ “${title}” dẫn tới mục này nên chưa rút được.`)),
    ...past.map((question) => problem(`Mục về quy định cũ “${question}” dẫn tới mục này nên chưa rút được.`)),
  ];
}

/** A calculator and the entries that lead to it name each other. */
function toolProblems({ id, interview }: EntryText, library: Library): readonly Problem[] {
  return [...library.interviews.values()].flatMap(({ slug, title, entries }): readonly Problem[] => {
    if (entries.includes(id) === (interview === slug)) return [];
    const says =
      interview === slug ? `Công cụ “${title}” chưa nhận mục này.` : `Công cụ “${title}” dẫn tới mục này; mục phải dẫn lại công cụ ấy.`;
    return [{ field: "interview", says }];
  });
}

function formProblems({ question, asked, basis, next, short, video }: EntryText): readonly Problem[] {
  const said = (isWrong: boolean, field: Field, says: string): readonly Problem[] => (isWrong ? [{ field, says }] : []);
  const isAddress = video === undefined || URL.canParse(video);
  return [
    ...said(question.length < 8 || question.length > 160, "question", `Câu hỏi cần từ 8 đến 160 chữ cái, đang có ${question.length}.`),
    ...said(asked.length < 4 || asked.length > 14, "asked", `Cần từ 4 đến 14 cách hỏi khác, mỗi dòng một cách; đang có ${asked.length}.`),
    ...asked
      .filter((each) => each.length < 4 || each.length > 160)
      .map((each): Problem => ({ field: "asked", says: `Mỗi cách hỏi dài từ 4 đến 160 chữ cái: “${each.slice(0, 40)}”.` })),
    ...said(basis[0] === "", "basis", "Chọn ít nhất một quy định làm chỗ dựa."),
    ...said(
      short.length < shortestAnswer || short.length > longestAnswer,
      "short",
      `Câu trả lời ngắn cần từ ${shortestAnswer} đến ${longestAnswer} chữ cái, đang có ${short.length}.`,
    ),
    ...said(next.length < 8 || next.length > 200, "next", `Việc nên làm tiếp cần từ 8 đến 200 chữ cái, đang có ${next.length}.`),
    ...said(!isAddress, "video", "Địa chỉ đoạn phim không đúng."),
  ];
}

function placeProblems({ id, kind, topic, basis, formerly }: EntryText, library: Library): readonly Problem[] {
  const missing = [...basis, ...formerly].filter((provision) => provision !== "" && !library.provisions.has(provision));
  return [
    ...(kind === "topic" && !library.topics.has(topic) ? [{ field: "id" as const, says: "Chọn chủ đề cho mục." }] : []),
    ...(/\/moi-\d+/.test(id) ? [{ field: "id" as const, says: "Đặt tên ngắn cho mục: chữ thường không dấu, nối bằng gạch ngang." }] : []),
    ...missing.map((provision): Problem => ({ field: "basis", says: `Không có quy định “${provision}” trong thư viện.` })),
  ];
}
