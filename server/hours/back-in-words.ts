import { localDay, localTime } from "../clock.ts";

const weekdays = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
const dayMs = 86_400_000;

/** When people are back, as one would say it: "hôm nay, 13 giờ 30", "ngày mai (thứ Năm), 8 giờ", "thứ Hai, 8 giờ", "thứ Hai ngày 23/2, 8 giờ". */
export function backInWords(next: number, now: number): string {
  return `${dayInWords(next, now)}, ${clockInWords(localTime(next).clock)}`;
}

function dayInWords(next: number, now: number): string {
  const day = localDay(next);
  const weekday = weekdays[localTime(next).weekday - 1] ?? "";
  const ahead = Math.round((Date.parse(day) - Date.parse(localDay(now))) / dayMs);
  if (ahead === 0) return "hôm nay";
  if (ahead === 1) return `ngày mai (${weekday})`;
  if (ahead < 7) return weekday;
  const [, month, date] = day.split("-").map(Number);
  return `${weekday} ngày ${date}/${month}`;
}

function clockInWords(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return minute === 0 ? `${hour} giờ` : `${hour} giờ ${minute}`;
}
