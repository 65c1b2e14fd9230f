import type { Day } from "../provision.ts";

interface Period {
  readonly from: string;
  /** Last day in force. */
  readonly to?: string;
}

/**
 * The documents the rules rest on: how an answer names them, and when they are in force. The rules read no files, so this
 * repeats the library; a test holds the two together, and fails when the law in the library moves on without the rules.
 */
const documents = {
  "luat-viec-lam-2025": { short: "Luật Việc làm 2025", from: "2026-01-01" },
  "luat-xnc-2019": { short: "Luật Xuất cảnh, nhập cảnh 2019", from: "2020-07-01" },
  "nd-06-2026": { short: "Nghị định 06/2026/NĐ-CP", from: "2026-01-10" },
  "nd-338-2025": { short: "Nghị định 338/2025/NĐ-CP", from: "2026-01-01" },
  "nhcsxh-dvc-1338": { short: "Thủ tục vay của Ngân hàng Chính sách xã hội", from: "2023-10-10" },
  "nq-hn-56-2025": { short: "Nghị quyết 56/2025/NQ-HĐND của Hà Nội", from: "2025-11-26" },
  "qd-08-2026": { short: "Quyết định 08/2026/QĐ-TTg", from: "2026-05-01" },
  "qd-22-2023": { short: "Quyết định 22/2023/QĐ-TTg", from: "2023-10-10" },
  "qd-2553-2025": { short: "Quyết định 2553/QĐ-TTg", from: "2025-12-01" },
} as const satisfies Readonly<Record<string, Period & { readonly short: string }>>;

export type DocumentId = keyof typeof documents;
export type ProvisionId = `${DocumentId}/${string}`;

/** Provisions in force for another time than their document. */
const ownPeriods: Readonly<Partial<Record<ProvisionId, Period>>> = {
  "qd-2553-2025/lai-cu": { from: "2025-01-01", to: "2025-11-30" },
  "qd-2553-2025/viec-lam-cu": { from: "2025-01-01", to: "2025-12-31" },
};

/** The last day a volatile figure may be said as it was read. */
const freshUntil: Readonly<Partial<Record<ProvisionId, string>>> = {
  "nd-338-2025/lai-suat": "2027-02-28",
  "nq-hn-56-2025/ha-noi": "2027-02-28",
  "qd-22-2023/6.2.a": "2027-02-28",
  "qd-2553-2025/1.1": "2027-02-28",
};

export function isCurrent(id: ProvisionId, day: Day): boolean {
  const period: Period = ownPeriods[id] ?? documents[documentOf(id)];
  return period.from <= day && (period.to === undefined || day <= period.to);
}

export function isFresh(id: ProvisionId, day: Day): boolean {
  const until = freshUntil[id];
  return until === undefined || day <= until;
}

/** "Điều 3.1.a", with the name of the document unless it is the main one; the name alone where no article has been read. */
export function writtenArticle(id: ProvisionId, main?: DocumentId): string {
  const document = documentOf(id);
  const name = document === main ? "" : documents[document].short;
  const article = articleOf(id);
  return article === "" ? documents[document].short : `Điều ${article} ${name}`.trim();
}

function documentOf(id: ProvisionId): DocumentId {
  // The type of an id says that it starts with a document's.
  return id.slice(0, id.indexOf("/")) as DocumentId;
}

/** Article, clause and point out of an id: "3.1.a-2" is 3.1.a, "66.1.dd" is 66.1.đ, "cac-buoc" is none. */
function articleOf(id: ProvisionId): string {
  const [numbered] = id.slice(id.indexOf("/") + 1).match(/^\d+[a-z]?(\.\d+[a-z]?)?(\.[a-z]+)?(?=-|$)/) ?? [""];
  return numbered.replace(/dd$/, "đ");
}
