const format = new Intl.DateTimeFormat("vi-VN", { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" });

/** "09:30 25/11/26", in Vietnam wherever the browser is. */
export function timeInWords(at: number): string {
  return format.format(at);
}

/** "25/11/2026" of 2026-11-25. */
export function dayInWords(day: string): string {
  return day.split("-").reverse().join("/");
}
