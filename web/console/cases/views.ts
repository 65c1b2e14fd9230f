import type { DeskItem } from "../../../server/http/desk/wire.ts";
import type { Me } from "../../../server/http/wire.ts";

export const viewNames = {
  all: "Tất cả",
  mine: "Của tôi",
  waiting: "Đang chờ",
  danger: "Nguy hiểm",
  snoozed: "Gác lại",
  approval: "Chờ duyệt",
  alike: "Giống nhau",
  closed: "Đã xong",
} as const;
export type View = keyof typeof viewNames;

/** Which cases a view has; the closed ones are read apart. */
export function inView(view: View, items: readonly DeskItem[], me: Me): readonly DeskItem[] {
  switch (view) {
    case "all":
      return items;
    case "mine":
      return items.filter((item) => item.claimedBy?.id === me.id && item.snoozedUntil === undefined);
    case "waiting":
      return items.filter(isWaiting);
    case "danger":
      return items.filter(({ risk }) => risk === "danger");
    case "snoozed":
      return items.filter((item) => item.claimedBy?.id === me.id && item.snoozedUntil !== undefined);
    case "approval":
      return items.filter(({ awaitsApproval }) => awaitsApproval);
    case "alike":
      return alike(items).flatMap((group) => group.items);
    case "closed":
      return [];
  }
}

/** For one of us: not where the Page's own people are answering. */
export function isWaiting({ state, reason }: Pick<DeskItem, "state" | "reason">): boolean {
  return state === "waiting" && reason !== "answered-by-page";
}

export interface Alike {
  readonly entry: string;
  readonly question: string;
  readonly items: readonly DeskItem[];
}

/** Waiting questions by the entry the machine came nearest to, where there are several; the most first. */
export function alike(items: readonly DeskItem[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const item of items.filter(isWaiting)) {
    if (item.near === undefined) continue;
    const { entry, question } = item.near;
    groups.set(entry, { entry, question, items: [...(groups.get(entry)?.items ?? []), item] });
  }
  return [...groups.values()].filter((group) => group.items.length > 1).sort((one, other) => other.items.length - one.items.length);
}
