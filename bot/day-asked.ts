import { Day } from "../knowledge/provision.ts";

const past = /(hồi|năm|lúc|trước|từ|khoảng|vào|tháng|ngày)\s/iu;

/** The day whose law is asked about: a past day where the question names one ("hồi 2024…"), else today. */
export function dayAsked(text: string, today: Day): Day {
  const exact = /(?:^|\D)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})(?!\d)/u.exec(text);
  if (exact) return before(`${exact[3]}-${two(exact[2])}-${two(exact[1])}`, today, /trước\s+(ngày\s+)?\d/iu.test(text));
  const month = /tháng\s*(\d{1,2})\s*(?:[/.-]|năm)\s*((?:19|20)\d{2})/iu.exec(text);
  if (month) return before(`${month[2]}-${two(month[1])}-15`, today, false);
  const year = /(?:^|\s)(hồi|năm|lúc|trước|khoảng)\s+(?:năm\s+)?((?:19|20)\d{2})(?!\d)/iu.exec(text);
  if (year && past.test(text)) return before(`${year[2]}-06-15`, today, false);
  return today;
}

function two(text: string | undefined): string {
  return (text ?? "").padStart(2, "0");
}

/** Only a real day that lies before today changes which law is asked about. */
function before(written: string, today: Day, dayBefore: boolean): Day {
  const parsed = Day.safeParse(written);
  if (!parsed.success || parsed.data >= today) return today;
  if (!dayBefore) return parsed.data;
  const earlier = new Date(Date.parse(`${parsed.data}T00:00:00Z`) - 86_400_000);
  return Day.parse(earlier.toISOString().slice(0, 10));
}
