import type { OutgoingMessage, OutgoingPart } from "../outgoing.ts";
import type { ChannelLimits } from "./channel.ts";
import { cutText } from "./cut-text.ts";
import { listed, mustList } from "./listed-choices.ts";
import { plainText } from "./plain-text.ts";

export type Pieces = readonly [OutgoingMessage, ...OutgoingMessage[]];
type Parts = OutgoingMessage["parts"];

export interface Carrier {
  /** Absent = a channel that carries everything. */
  readonly limits: ChannelLimits | undefined;
  readonly publicUrl: string;
}

/** A stretch of text, one citation or one hotline of part number `of`. */
interface Fragment {
  readonly of: number;
  readonly glue: string;
  readonly part: OutgoingPart;
}

/** What is in a piece so far; `of` = the part its end belongs to. */
interface Piece {
  readonly of: number;
  readonly parts: Parts;
}

/** "(12/34) " */
const numberLength = 8;

/**
 * A message in pieces that a channel can carry, to be stored and sent one by one: what was sent before a crash is then known
 * piece by piece. Cut between paragraphs, else lines, sentences, words; a citation or hotline is never cut. Choices go with the
 * last piece. A message is fitted once, before it is stored.
 */
export function fit(message: OutgoingMessage, { limits, publicUrl }: Carrier): Pieces {
  if (limits === undefined) return [message];
  const whole = withListedChoices(message, limits);
  const length = (parts: Parts) => plainText({ ...whole, parts }, publicUrl).length;
  if (length(whole.parts) <= limits.textLength) return [whole];
  const pieces = pack(whole.parts, (parts) => length(parts) <= limits.textLength - numberLength);
  if (limits.pieces !== undefined && pieces.length > limits.pieces) return firstOf(whole, pieces, limits.pieces);
  const [first, ...others] = pieces.map((parts, position): OutgoingMessage => {
    const isLast = position === pieces.length - 1;
    return { ...whole, parts: numbered(parts, `(${position + 1}/${pieces.length})`), choices: isLast ? whole.choices : [] };
  });
  return first === undefined ? [whole] : [first, ...others];
}

/** A provider that takes no more gets the beginning, and the cut is shown. */
function firstOf(whole: OutgoingMessage, pieces: readonly Parts[], count: number): Pieces {
  const [first, ...others] = pieces.slice(0, count).map((parts): OutgoingMessage => ({ ...whole, parts, choices: [] }));
  return first === undefined ? [whole] : [first, ...others];
}

function withListedChoices(message: OutgoingMessage, limits: ChannelLimits): OutgoingMessage {
  if (!mustList(message.choices, limits)) return message;
  const outcome = message.parts.at(-1)?.outcome ?? message.parts[0].outcome;
  const list: OutgoingPart = { outcome, text: listed(message.choices, limits), citations: [], hotlines: [] };
  return { ...message, parts: [...message.parts, list] };
}

function numbered([first, ...others]: Parts, number: string): Parts {
  return [{ ...first, text: `${number} ${first.text}`.trimEnd() }, ...others];
}

function pack(parts: Parts, fits: (parts: Parts) => boolean): readonly Parts[] {
  const full: Parts[] = [];
  let open: Piece | undefined;
  for (const fragment of parts.flatMap((part, of) => fragments(part, of, fits))) {
    const longer = extend(open, fragment);
    if (open === undefined || fits(longer.parts)) {
      open = longer;
    } else {
      full.push(open.parts);
      open = extend(undefined, fragment);
    }
  }
  return open === undefined ? full : [...full, open.parts];
}

function fragments(part: OutgoingPart, of: number, fits: (parts: Parts) => boolean): readonly Fragment[] {
  const { inForceFrom, ...undated } = part;
  const bare: OutgoingPart = { ...undated, text: "", citations: [], hotlines: [] };
  const dated: OutgoingPart = inForceFrom === undefined ? bare : { ...bare, inForceFrom };
  return [
    ...cutText(part.text, (text) => fits([{ ...bare, text }])).map(({ glue, text }) => ({ of, glue, part: { ...bare, text } })),
    ...part.hotlines.map((hotline) => ({ of, glue: "", part: { ...bare, hotlines: [hotline] } })),
    ...part.citations.map((citation) => ({ of, glue: "", part: { ...dated, citations: [citation] } })),
    ...(inForceFrom !== undefined && part.citations.length === 0 ? [{ of, glue: "", part: dated }] : []),
  ];
}

/** Neighbours of one part become one part again. */
function extend(piece: Piece | undefined, { of, glue, part }: Fragment): Piece {
  const [first, ...others] = piece?.parts ?? [part];
  if (piece === undefined) return { of, parts: [first] };
  if (piece.of !== of) return { of, parts: [first, ...others, part] };
  const last = others.pop();
  return { of, parts: last === undefined ? [merge(first, part, glue)] : [first, ...others, merge(last, part, glue)] };
}

function merge(before: OutgoingPart, part: OutgoingPart, glue: string): OutgoingPart {
  const between = before.text !== "" && part.text !== "" ? glue : "";
  return {
    ...before,
    ...part,
    text: before.text + between + part.text,
    citations: [...before.citations, ...part.citations],
    hotlines: [...before.hotlines, ...part.hotlines],
  };
}
