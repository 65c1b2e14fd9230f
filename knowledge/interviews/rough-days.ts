import { Day, writtenDay } from "../provision.ts";
import { addDays, addMonths } from "../rules/calendar.ts";
import { factAt } from "./facts.ts";
import { type Given, lead } from "./follow.ts";
import type { Interview } from "./interview.ts";

interface RoughDay {
  readonly rough: Given;
  readonly asOf: Day;
}

/** How a day known by month or year alone was taken, and whether the verdict hangs on it. */
export function noteOnRoughDay(interview: Interview, given: readonly Given[], { rough, asOf }: RoughDay): readonly string[] {
  const { value, said } = rough.answer;
  if (value.kind !== "day" || value.precision === "day") return [];
  const known = said.split(",")[0] ?? said;
  const [first, last] = endsOf(value.day, value.precision);
  const [end, other] = value.day === first ? ["ngày đầu", last] : ["ngày cuối", first];
  const hangs =
    verdictWith(interview, given, { rough, day: other, asOf }) !== verdictWith(interview, given, { rough, day: value.day, asOf });
  const note = hangs
    ? "Lấy ngày khác thì kết quả đổi hẳn: anh/chị xem ngày đúng trên giấy rồi tính lại."
    : "Có ngày đúng thì kết quả có thể khác.";
  return [`Em chỉ biết là ${known}, nên lấy ${end}: ${writtenDay(value.day)}. ${note}`];
}

function endsOf(day: Day, precision: "month" | "year"): readonly [first: Day, last: Day] {
  const first = Day.parse(precision === "year" ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 7)}-01`);
  return [first, addDays(addMonths(first, precision === "year" ? 12 : 1), -1)];
}

/** The verdict of these answers with that day in the place of the rough one; undefined where something else would have to be asked. */
function verdictWith(interview: Interview, given: readonly Given[], { rough, day, asOf }: RoughDay & { readonly day: Day }): unknown {
  const answers = given.map(({ answer }) =>
    answer.question === rough.answer.question ? { ...answer, value: { kind: "day" as const, day, precision: "day" as const } } : answer,
  );
  const { end } = lead(interview, ({ id }) => answers.find(({ question }) => question === id), asOf);
  // Every rule gives an object of plain values.
  return end.kind === "concluded" ? factAt(end.output as Parameters<typeof factAt>[0], interview.verdict) : undefined;
}
