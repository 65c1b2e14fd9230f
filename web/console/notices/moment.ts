const words = new Intl.DateTimeFormat("vi-VN", {
  hour: "2-digit",
  minute: "2-digit",
  day: "2-digit",
  month: "numeric",
  year: "numeric",
  timeZone: "Asia/Ho_Chi_Minh",
});

/** An instant as colleagues read it, by Vietnam's clock. */
export function moment(at: number): string {
  return words.format(at);
}

/** What a day and a clock mean in Vietnam; undefined while one of them is not filled in. */
export function instantOf(day: string, clock: string): number | undefined {
  const at = Date.parse(`${day}T${clock}:00+07:00`);
  return Number.isNaN(at) ? undefined : at;
}
