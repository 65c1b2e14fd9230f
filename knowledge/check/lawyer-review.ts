import type { Library } from "../library.ts";
import { cite, type Entry } from "../passage.ts";
import { type Confidence, type Provision, writtenDay } from "../provision.ts";

const riskTitles = {
  freedom: "Sai thì có thể bị phạt, bị bắt, phải trở lại trại",
  money: "Sai thì mất tiền hoặc mất quyền về tiền",
  none: "Khác",
} as const;

/** The library as a list for a lawyer to tick off: gravest first, each entry with what it rests on and what is doubtful. */
export function lawyerReview(library: Library): string {
  const entries = [...library.entries.values()];
  const unsure = [...library.provisions.values()].filter(isDoubtful);
  const lines = [
    "# Danh sách cho luật sư rà",
    "",
    "Làm từ thư viện bằng `npm run lawyer-review`; đừng sửa tay. Nguồn nghiên cứu dừng ở giữa và cuối tháng 8/2026: thay đổi sau đó chưa kiểm được.",
    `Có ${entries.length} mục, ${library.provisions.size} quy định; ${unsure.length} quy định còn điều ngờ (đứng đầu, mục 1). Đánh dấu \`[x]\` vào mục đã rà, ghi \`approved\` trong tệp của mục đó.`,
    "",
    "## 1. Quy định còn điều ngờ",
    "",
    ...unsure.map(doubtLine),
    ...(Object.keys(riskTitles) as (keyof typeof riskTitles)[]).flatMap((risk, position) => [
      "",
      `## ${position + 2}. ${riskTitles[risk]} (\`${risk}\`)`,
      ...topicsOf(entries.filter((entry) => entry.risk === risk)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function isDoubtful({ confidence, doubt }: Provision): boolean {
  return confidence === "thấp" || confidence === "chưa xác minh" || doubt !== undefined;
}

function doubtLine(provision: Provision): string {
  return `- [ ] \`${provision.id}\` ${cite(provision).label} — **${provision.confidence}** — ${provision.says}${provision.doubt === undefined ? "" : ` *(${provision.doubt})*`}`;
}

function topicsOf(entries: readonly Entry[]): readonly string[] {
  const topics = [...new Set(entries.map(({ topic }) => topic))].sort();
  return topics.flatMap((topic) => ["", `### ${topic}`, "", ...entries.filter((entry) => entry.topic === topic).flatMap(entryLines)]);
}

function entryLines(entry: Entry): readonly string[] {
  const approved = entry.approved === null ? " " : "x";
  return [
    `- [${approved}] **${entry.question}** (\`${entry.id}\`) ${entry.short}`,
    ...[...entry.basis, ...entry.formerly].map(
      (provision) =>
        `  - ${cite(provision).label} (\`${provision.id}\`): ${sureness(provision.confidence)}, ${period(provision)}, ${checkedLine(provision)}`,
    ),
  ];
}

function sureness(confidence: Confidence): string {
  return confidence === "cao" ? "cao" : `**${confidence}**`;
}

function period({ inForce }: Provision): string {
  return `từ ${writtenDay(inForce.from)}${inForce.to === undefined ? "" : ` đến hết ${writtenDay(inForce.to)}`}`;
}

function checkedLine({ checked, staleAfter }: Provision): string {
  const by = checked.by === "text" ? "đối chiếu văn bản" : "đọc qua nguồn khác";
  return `${by} ${writtenDay(checked.on)}${staleAfter === undefined ? "" : `, hỏi lại sau ${writtenDay(staleAfter)}`}`;
}
