import type { Library } from "../library.ts";
import type { Entry } from "../passage.ts";
import type { Provision } from "../provision.ts";
import { type Figure, figuresIn } from "./figures.ts";

export interface Ungrounded {
  readonly figure: Figure;
  /** Where the figure should have stood. */
  readonly searched: readonly string[];
}

/** Figures an entry says that stand in none of the provisions it rests on. */
export function ungroundedFigures(entry: Entry, library: Library): readonly Ungrounded[] {
  const { before, ...now } = entry.sections;
  const lines = linesOf(entry, library);
  const present = [entry.short, ...Object.values(now), entry.next, ...(entry.kind === "rumour" ? [] : [entry.question])];
  return [...missing(present, entry.basis), ...missing([before ?? ""], [...entry.basis, ...entry.formerly])];

  function missing(texts: readonly string[], provisions: readonly Provision[]): readonly Ungrounded[] {
    const known = grounds(provisions);
    return texts
      .flatMap(figuresIn)
      .filter((figure) => !lines.includes(figure.meaning) && !isGrounded(figure, known))
      .map((figure) => ({ figure, searched: provisions.map(({ id }) => id) }));
  }
}

/** Figures of our own words that stand in none of the provisions and are no line of those. */
export function figuresOutside(texts: readonly string[], provisions: readonly Provision[], lines: readonly string[]): readonly Figure[] {
  const known = grounds(provisions);
  const numbers = lines.flatMap(figuresIn).map(({ meaning }) => meaning);
  return texts.flatMap(figuresIn).filter((figure) => !numbers.includes(figure.meaning) && !isGrounded(figure, known));
}

function linesOf({ hotlines }: Entry, library: Library): readonly string[] {
  return hotlines.flatMap((id) => figuresIn(library.hotlines.get(id)?.number ?? "")).map(({ meaning }) => meaning);
}

/** Lines an entry names in its front matter and nowhere in its text: one of the two is wrong. */
export function unsaidHotlines({ hotlines, short, next, sections }: Entry, library: Library): readonly string[] {
  const said = new Set([short, next, ...Object.values(sections)].flatMap(figuresIn).map(({ meaning }) => meaning));
  return hotlines.filter((id) => !figuresIn(library.hotlines.get(id)?.number ?? "").every(({ meaning }) => said.has(meaning)));
}

/** Neighbouring figures of one sentence that stand together in none of the provisions: said together they may be a rule of our own making. */
export function unpairedFigures(entry: Entry, library: Library): readonly Ungrounded[] {
  const lines = linesOf(entry, library);
  const { before, ...now } = entry.sections;
  const together = entry.basis.map((provision) => grounds([provision]).meanings);
  const sentences = [entry.short, ...Object.values(now)].flatMap((text) => text.split(/(?<=[.!?;])\s+|\n+/));
  return sentences.flatMap((sentence) => {
    const figures = figuresIn(sentence).filter(
      ({ value, meaning }) => value !== undefined && !/^năm /.test(meaning) && !lines.includes(meaning),
    );
    return figures.flatMap((figure, at) => {
      const last = figures[at - 1];
      const stands = last === undefined || together.some((meanings) => meanings.has(last.meaning) && meanings.has(figure.meaning));
      return stands
        ? []
        : [{ figure: { ...figure, said: `${last.said}" beside "${figure.said}` }, searched: entry.basis.map(({ id }) => id) }];
    });
  });
}

interface Grounds {
  readonly meanings: ReadonlySet<string>;
  /** Numbers of any unit, for a figure that leaves its unit out. */
  readonly values: ReadonlySet<number>;
  /** Numbers the provisions leave without a unit. */
  readonly bare: ReadonlySet<number>;
}

/** A count this small is no proof without its unit: "5" stands in most provisions. */
const smallCount = 31;

function isGrounded({ meaning, value }: Figure, { meanings, values, bare }: Grounds): boolean {
  if (meanings.has(meaning)) return true;
  if (value === undefined || value <= smallCount) return false;
  return meaning === String(value) ? values.has(value) : bare.has(value);
}

/** What the provisions carry: figures in their words, their dates, and the numbers that name them. */
function grounds(provisions: readonly Provision[]): Grounds {
  const figures = provisions.flatMap(({ says, about, doubt, document }) =>
    figuresIn([says, about, doubt ?? "", document.title, document.short, document.number].join("\n").replace(everyOne, " 1 $1")),
  );
  const measured = figures.flatMap(({ meaning, value }) => (value === undefined ? [] : [{ meaning, value }]));
  return {
    meanings: new Set([...figures.flatMap(({ meaning }) => shorter(meaning)), ...provisions.flatMap(namesOf)]),
    values: new Set(measured.map(({ value }) => value)),
    bare: new Set(measured.filter(({ meaning, value }) => meaning === String(value)).map(({ value }) => value)),
  };
}

/** "mỗi tháng" and "đồng/tháng" carry "một tháng". */
const everyOne = /(?:(?:mỗi|hằng|hàng|từng)\s+|\/)(năm|tháng|tuần|quý)/giu;

function namesOf({ article, clause, document, inForce }: Provision): readonly string[] {
  const firstDays = [inForce.from, document.inForce.from, document.issued];
  const lastDays = [inForce.to, document.inForce.to];
  return [
    ...(article === undefined ? [] : [`điều ${Number.parseInt(article, 10)}`]),
    ...(clause === undefined ? [] : [`khoản ${Number.parseInt(clause, 10)}`]),
    ...firstDays.flatMap((day) => (day === undefined ? [] : writtenDay(day))),
    // A law that ended on 30/6 was replaced on 1/7.
    ...lastDays.flatMap((day) => (day === undefined ? [] : [...writtenDay(day), ...writtenDay(dayAfter(day))])),
    ...shorter(`văn bản ${document.number}`),
  ];
}

/** Document "49/2020/NĐ-CP" is also called "49/2020" and "49"; every other figure has one name. */
function shorter(meaning: string): readonly string[] {
  if (!meaning.startsWith("văn bản")) return [meaning];
  const parts = meaning.split("/");
  return parts.map((_, count) => parts.slice(0, count + 1).join("/"));
}

/** The day, without its year, its month and its year, as figures say them. */
function writtenDay(day: string): readonly string[] {
  const [year, month, date] = day.split("-").map(Number);
  return [`${date}/${month}/${year}`, `${date}/${month}`, `${month}/${year}`, `tháng ${month}`, `năm ${year}`];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
