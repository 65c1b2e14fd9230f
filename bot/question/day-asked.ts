import { Day } from "../../knowledge/provision.ts";
import { fold, syllables } from "../../knowledge/words/normalise.ts";

/** Words that bring the question back to today, whatever year is told of; without marks. */
const now =
  /(?:^| )(?:gio|bay gio|h|hien nay|hien tai|bua nay|hom nay|nam nay|nay|moi day|sap toi|ti nua|con khong|con ko|con dung|chua)(?: |$)/;

/** The day whose law is asked about: a past day where the question names one ("hồi 2024 … thì"), else today. */
export function dayAsked(text: string, today: Day): Day {
  const said = ` ${syllables(fold(text)).join(" ")} `;
  if (now.test(said)) return today;
  const exact = /(truoc )?(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2}) /.exec(said);
  if (exact) return before(`${exact[4]}-${two(exact[3])}-${two(exact[2])}`, today, exact[1] !== undefined);
  const month =
    /(truoc )?thang (\d{1,2})(?:[/.-]| nam | )((?:19|20)\d{2}) /.exec(said) ?? /(truoc )?(\d{1,2})[/.-]((?:19|20)\d{2}) /.exec(said);
  if (month) return before(`${month[3]}-${two(month[2])}-${month[1] ? "01" : "15"}`, today, month[1] !== undefined);
  // "từ 2022" tells since when, not when.
  const year = /(?:^| )(?!tu )(\S+) (?:nam )?((?:19|20)\d{2}) /.exec(said);
  if (year && !["tu", "luat", "dinh", "tu nam"].includes(year[1] ?? "")) return before(`${year[2]}-06-15`, today, false);
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
