/**
 * Whether anybody has said anything of a fact. Of facts that were parsed all are told; an interview knows only those it has come to. A rule
 * asks this where nothing turns on the fact any more: what was told is still said, and nobody is asked for the rest.
 */
export function isTold<Known extends object>(facts: Known, name: keyof Known & string): boolean {
  return name in facts;
}
