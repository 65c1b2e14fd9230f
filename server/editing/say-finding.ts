import type { Finding } from "../../knowledge/check/check-entry.ts";
import { longestSentence } from "../../knowledge/check/readability.ts";
import type { EntryText, Section } from "../../knowledge/entry.ts";
import type { Library } from "../../knowledge/library.ts";
import { cite } from "../../knowledge/passage.ts";
import type { Field, Problem } from "./problem.ts";

/** What the check found, as an editor understands it, at the field it is about. */
export function sayFinding(finding: Finding, text: EntryText, library: Library): Problem {
  return { field: fieldOf(finding, text), says: wordsOf(finding, library) };
}

function fieldOf({ kind, about }: Finding, text: EntryText): Field {
  switch (kind) {
    case "not-in-force":
      return "basis";
    case "unsure-unsaid":
      return "unsure";
    case "formerly":
      return about === "" ? "before" : "formerly";
    case "replaced":
      return "replacedBy";
    case "hotline":
    case "hotline-unsaid":
      return "hotlines";
    case "related":
      return "related";
    case "interview":
      return "interview";
    case "asked-twice":
      return text.question === about.split("\n")[0] ? "question" : "asked";
    case "figures-apart":
    case "figure":
    case "long-sentence":
    case "officialese":
    case "short-form":
      return whereSaid(about, text);
  }
}

/** The field in which the words stand. */
function whereSaid(about: string, text: EntryText): Field {
  const words = (about.split('"')[0] ?? "").replace(/…$/, "").toLowerCase();
  const parts: readonly (readonly [Field, string])[] = [
    ["short", text.short],
    ...(Object.entries(text.sections) as [Section, string][]),
    ["next", text.next],
    ["question", text.question],
  ];
  return parts.find(([, said]) => said.toLowerCase().includes(words))?.[0] ?? "short";
}

function wordsOf({ kind, about }: Finding, library: Library): string {
  const provision = library.provisions.get(about);
  const named = provision === undefined ? about : cite(provision).label;
  switch (kind) {
    case "not-in-force":
      return about === ""
        ? "Các quy định đã chọn chưa từng cùng có hiệu lực một lúc."
        : `${named} hôm nay không có hiệu lực. Chọn quy định đang áp dụng.`;
    case "unsure-unsaid":
      return `Quy định chưa chắc (${about}): phải ghi phần “Chưa chắc”, nói điều gì chưa rõ và hỏi ở đâu.`;
    case "formerly":
      return about === "" ? "Đã chọn quy định cũ thì phải ghi phần “Trước đây”." : `${named} vẫn đang có hiệu lực, không phải quy định cũ.`;
    case "replaced":
      return about === "" ? "Mục ghi là đã được thay, nhưng chỗ dựa vẫn đang có hiệu lực." : `Không có mục “${about}” để dẫn tới.`;
    case "hotline":
      return `Không có đường dây “${about}”.`;
    case "hotline-unsaid":
      return `Đã chọn đường dây “${library.hotlines.get(about)?.name ?? about}” nhưng số ấy không có trong bài.`;
    case "figures-apart":
      return `Hai con số “${about.replaceAll('" beside "', "” và “")}” đứng chung một câu nhưng không quy định nào nói cả hai. Tách thành hai câu.`;
    case "figure":
      return `“${about}” không có trong quy định nào đã chọn. Sửa số, hoặc chọn đúng quy định nói số đó.`;
    case "related":
      return `Không có mục “${about}”.`;
    case "interview":
      return `Không có công cụ “${about}”.`;
    case "asked-twice": {
      const [asking = "", other] = about.split("\n");
      return other === undefined
        ? `“${asking}” ghi hai lần.`
        : `“${asking}” đã là cách hỏi của mục ${other}. Một cách hỏi chỉ thuộc một mục.`;
    }
    case "long-sentence":
      return `Câu dài quá ${longestSentence} tiếng, tách ra: “${about}”`;
    case "officialese":
      return `“${about}” là lời văn hành chính, người đọc khó hiểu. Nói cách khác.`;
    case "short-form":
      return `“${about}” là chữ viết tắt, có người không biết. Viết đủ chữ.`;
  }
}
