import { localTime } from "../clock.ts";

export const partsOfDay = ["sáng", "chiều", "tối"] as const;
export type PartOfDay = (typeof partsOfDay)[number];

export function partOfDay(at: number): PartOfDay {
  const { clock } = localTime(at);
  if (clock < "12:00") return "sáng";
  return clock < "18:00" ? "chiều" : "tối";
}
