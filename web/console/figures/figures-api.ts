import { type ArchiveAnswer, type ArchivedConversation, type FigureList, figurePaths } from "../../../server/http/figures/wire.ts";
import { call } from "../api.ts";

export interface Period {
  readonly from: string;
  readonly to: string;
}

// The shapes are the server's own, checked there before they leave.
export const figuresApi = {
  read: async (period: Period | undefined) => (await call("GET", `${figurePaths.figures}${query(period)}`)) as FigureList,
  search: async (text: string) => (await call("POST", `${figurePaths.archive}/search`, { text })) as ArchiveAnswer,
  open: async (conversation: string) => (await call("GET", `${figurePaths.archive}/${conversation}`)) as ArchivedConversation,
};

export function chartAddress(name: string, period: Period, theme: "light" | "dark"): string {
  return `${figurePaths.figures}/chart/${name}${query(period)}&theme=${theme}`;
}

export function fileAddress(file: "export.csv" | "export.xlsx", period: Period): string {
  return `${figurePaths.figures}/${file}${query(period)}`;
}

export function reportAddress(file: "report.docx" | "annex.xlsx", months: number, last: string): string {
  return `${figurePaths.figures}/${file}?months=${months}${last === "" ? "" : `&last=${last}`}`;
}

function query(period: Period | undefined): string {
  return period === undefined ? "" : `?from=${period.from}&to=${period.to}`;
}
