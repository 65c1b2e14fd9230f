/** Finds the known syllables a mistyped one may have meant. */
export interface Spelling {
  /** Whether our own texts have the folded syllable, or it is too short or no syllable at all. */
  knows(syllable: string): boolean;
  /** Known syllables one slip away (a letter more, less, other, or two swapped); none for a known or very short one. */
  near(syllable: string): readonly string[];
  /** "vayvon" → ["vay", "von"]; undefined when it is not made of known syllables only. */
  split(run: string): readonly string[] | undefined;
}

const longestRun = 40;
const longestSyllable = 7;

/** `known` are folded syllables of our own texts. */
export function openSpelling(known: ReadonlySet<string>): Spelling {
  const byDeletion = new Map<string, string[]>();
  for (const syllable of known) {
    if (!/^[a-z]{2,7}$/.test(syllable)) continue;
    for (const shorter of [syllable, ...deletions(syllable)]) {
      const list = byDeletion.get(shorter);
      if (list) list.push(syllable);
      else byDeletion.set(shorter, [syllable]);
    }
  }
  return {
    knows: (syllable) => known.has(syllable) || !/^[a-z]{2,}$/.test(syllable),
    near(syllable) {
      if (known.has(syllable) || !/^[a-z]{3,8}$/.test(syllable)) return [];
      const found = [syllable, ...deletions(syllable)].flatMap((shorter) => byDeletion.get(shorter) ?? []);
      return [...new Set(found)].filter((candidate) => isOneSlip(syllable, candidate));
    },
    split: (run) => splitRun(run, known),
  };
}

function deletions(word: string): readonly string[] {
  return Array.from(word, (_, position) => word.slice(0, position) + word.slice(position + 1));
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  const swapped = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  return swapped || (restA.length <= 1 && restB.length <= 1);
}

/** Fewest pieces first, so that "vayvon" is not read letter by letter. */
function splitRun(run: string, known: ReadonlySet<string>): readonly string[] | undefined {
  if (run.length < 4 || run.length > longestRun || known.has(run) || !/^[a-z]+$/.test(run)) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= run.length; end++) {
    for (let start = Math.max(0, end - longestSyllable); start < end; start++) {
      const before = best[start];
      const piece = run.slice(start, end);
      if (before === undefined || piece.length < 2 || !known.has(piece)) continue;
      const current = best[end];
      if (current === undefined || before.length + 1 < current.length) best[end] = [...before, piece];
    }
  }
  const pieces = best[run.length];
  return pieces !== undefined && pieces.length > 1 ? pieces : undefined;
}
