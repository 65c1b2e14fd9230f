import { rarityOf } from "../../search-by-words.ts";

/** For each term, a number, the texts that have it and how often. Plain data, an eighth the size of a map of strings. */
export interface Postings {
  /** Where the run of each term begins; one more than there are terms. */
  readonly starts: Int32Array;
  readonly texts: Int32Array;
  /** In halves, at most 255. */
  readonly counts: Uint8Array;
  /** How telling each term is. */
  readonly rarities: Float32Array;
}

/** Counts the terms of one text after the other. */
export interface PostingsWriter {
  count(term: number, halves: number): void;
  /** Ends a text. */
  end(): void;
  finish(): Postings;
}

export function openPostings(): PostingsWriter {
  const terms = growing(Int32Array);
  const counts = growing(Uint8Array);
  const ends: number[] = [];
  let pending = new Int32Array(1024);
  let begun = 0;
  let most = 0;
  return {
    count(term, halves) {
      if (term >= pending.length) pending = widened(pending, Int32Array, term + 1);
      if (pending[term] === 0) terms.push(term);
      if (term >= most) most = term + 1;
      pending[term] = (pending[term] ?? 0) + halves;
    },
    end() {
      const list = terms.items();
      for (let at = begun; at < list.length; at++) {
        const term = list[at] ?? 0;
        counts.push(Math.min(255, pending[term] ?? 0));
        pending[term] = 0;
      }
      begun = list.length;
      ends.push(begun);
    },
    finish: () => byTerm({ terms: terms.items(), counts: counts.items(), ends }, most),
  };
}

interface ByText {
  readonly terms: Int32Array;
  readonly counts: Uint8Array;
  /** Where each text's terms end. */
  readonly ends: readonly number[];
}

function byTerm({ terms, counts, ends }: ByText, count: number): Postings {
  const starts = new Int32Array(count + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < count; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const gathered = { starts, texts: new Int32Array(terms.length), counts: new Uint8Array(terms.length) };
  let at = 0;
  ends.forEach((end, text) => {
    for (; at < end; at++) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      next[term] = place + 1;
      gathered.texts[place] = text;
      gathered.counts[place] = counts[at] ?? 0;
    }
  });
  const rarities = Float32Array.from({ length: count }, (_, term) => rarityOf((starts[term + 1] ?? 0) - (starts[term] ?? 0), ends.length));
  return { ...gathered, rarities };
}

type Kind<List> = new (length: number) => List;

/** A typed list that grows. */
export function growing<List extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(kind: Kind<List>) {
  let list = new kind(1024);
  let size = 0;
  return {
    push(value: number) {
      if (size === list.length) list = widened(list, kind, size + 1);
      list[size] = value;
      size++;
    },
    size: () => size,
    // A view, not a copy: what is pushed later may be missing.
    items: () => list.subarray(0, size) as List,
  };
}

function widened<List extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(list: List, kind: Kind<List>, atLeast: number): List {
  const wider = new kind(Math.max(atLeast, Math.ceil(list.length * 1.5)));
  wider.set(list);
  return wider;
}
