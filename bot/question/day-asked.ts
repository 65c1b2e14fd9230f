import { Day } from "../../knowledge/provision.ts";

/** Words that bring the question back to today, whatever year is told of. */
const now = /(?:^|\s)(?:giờ|bây giờ|hiện nay|hiện tại|bữa nay|hôm nay|năm nay|nay|mới đây|sắp tới)(?:\s|[?,.]|$)/iu;

/** The day whose law is asked about: a past day where the question names one ("hồi 2024 … thì"), else today. */
export function dayAsked(text: string, today: Day): Day {
  if (now.test(text)) return today;
  const exact = /(?:^|\D)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})(?!\d)/u.exec(text);
  if (exact) return before(`${exact[3]}-${two(exact[2])}-${two(exact[1])}`, today, /trước\s+(?:ngày\s+)?\d/iu.test(text));
  const month = /(?:hồi|lúc|vào|trước)\s+tháng\s*(\d{1,2})\s*(?:[/.-]|năm)\s*((?:19|20)\d{2})/iu.exec(text);
  if (month) return before(`${month[2]}-${two(month[1])}-15`, today, false);
  const year = /(?:^|\s)(?:hồi|lúc|thời|khoảng)\s+(?:năm\s+)?((?:19|20)\d{2})(?!\d)/iu.exec(text);
  if (year) return before(`${year[1]}-06-15`, today, false);
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
