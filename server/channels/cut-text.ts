/** A stretch of a text, and what stood between it and the one before. */
export interface Stretch {
  readonly glue: string;
  readonly text: string;
}

interface Level {
  readonly glue: string;
  readonly cut: (text: string) => readonly string[];
}

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** From the kindest place to cut to the last resort. "1. Đến công an xã" is no sentence that ends after "1.". */
const levels: readonly Level[] = [
  { glue: "\n\n", cut: (text) => text.split(/\s*\n\s*\n\s*/) },
  { glue: "\n", cut: (text) => text.split(/\s*\n\s*/) },
  { glue: " ", cut: (text) => text.split(/(?<=[.!?…])(?<!(?:^|\s)\d{1,3}\.)\s+/) },
  { glue: " ", cut: (text) => text.split(/\s+/) },
  { glue: "", cut: (text) => Array.from(graphemes.segment(text), ({ segment }) => segment) },
  { glue: "", cut: (text) => [...text] },
];

/** The text in stretches that each fit: whole paragraphs where possible, else lines, sentences, words, letters. */
export function cutText(text: string, fits: (text: string) => boolean): readonly Stretch[] {
  return cutAt(0, { glue: "\n\n", text: text.trim() }, fits);
}

function cutAt(depth: number, stretch: Stretch, fits: (text: string) => boolean): readonly Stretch[] {
  const level = levels[depth];
  if (level === undefined) return [stretch];
  if (depth > 0 && fits(stretch.text)) return [stretch];
  return level
    .cut(stretch.text)
    .filter((text) => text !== "")
    .flatMap((text, position) => cutAt(depth + 1, { glue: position === 0 ? stretch.glue : level.glue, text }, fits));
}

/** At most `length` characters, cut after a word where there is one, the cut shown by "…". */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > length - 1) break;
    kept += segment;
  }
  const isWordEnd = /\s/.test(text.charAt(kept.length));
  const wordEnd = kept.search(/\s+\S*$/);
  return `${(isWordEnd || wordEnd <= 0 ? kept : kept.slice(0, wordEnd)).trimEnd()}…`;
}
