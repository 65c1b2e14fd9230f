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
  const hotlines = [...library.hotlines.values()].map(({ number }) => number.replaceAll(" ", ""));
  const current = grounds(entry.basis);
  const past = grounds([...entry.basis, ...entry.formerly]);
  const present = [entry.short, ...Object.values(now), entry.next, ...(entry.kind === "rumour" ? [] : [entry.question])];
  return [...missing(present, current, entry.basis), ...missing([before ?? ""], past, [...entry.basis, ...entry.formerly])];

  function missing(texts: readonly string[], known: ReadonlySet<string>, provisions: readonly Provision[]): readonly Ungrounded[] {
    return texts
      .flatMap((text) => figuresIn(withoutHotlines(text, hotlines)))
      .filter(({ meaning }) => !known.has(meaning) && !known.has(bare(meaning)))
      .map((figure) => ({ figure, searched: provisions.map(({ id }) => id) }));
  }
}

/** What the provisions carry: figures in their words, their dates, and the numbers that name them. */
function grounds(provisions: readonly Provision[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { says, about, doubt, inForce, document, article, clause } of provisions) {
    for (const { meaning } of figuresIn(`${says}\n${about}\n${doubt ?? ""}\n${document.title}\n${document.short}\n${document.number}`))
      known.add(meaning).add(bare(meaning));
    for (const day of [inForce.from, inForce.to, document.inForce.from, document.inForce.to, document.issued]) {
      if (day !== undefined) for (const written of writtenDay(day)) known.add(written);
    }
    for (const name of [article, clause, ...document.number.split(/[^\d]+/)]) if (name) known.add(String(Number(name)));
  }
  return known;
}

/** The day itself, the day after (a law that ended on 30/6 was replaced on 1/7), its month and its year. */
function writtenDay(day: string): readonly string[] {
  const date = new Date(`${day}T00:00:00Z`);
  return [date, new Date(date.getTime() + 86_400_000)].flatMap((each) => {
    const [d, m, y] = [each.getUTCDate(), each.getUTCMonth() + 1, each.getUTCFullYear()];
    return [`${d}/${m}/${y}`, `${m}/${y}`, String(y), `${y} năm`];
  });
}

/** A figure whose unit the provision leaves out ("6,24" for "6,24%") still needs its number; small counts do not pass so. */
function bare(meaning: string): string {
  const [value = ""] = meaning.split(" ");
  return Number(value) > 31 && meaning !== value ? value : meaning;
}

function withoutHotlines(text: string, numbers: readonly string[]): string {
  return text.replace(/(?<!\d[.,])\d[\d ]{1,12}\d(?![.,]\d)/g, (run) => (numbers.includes(run.replaceAll(" ", "")) ? "" : run));
}
