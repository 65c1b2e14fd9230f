import type { Card } from "./card.ts";
import { wrapWords } from "./wrap-words.ts";

export interface Style {
  readonly size: number;
  readonly weight: 400 | 600;
  readonly colour: "ink" | "soft" | "brand";
}

export interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** 1 = as large as they should be. */
  readonly scale: number;
  readonly widthOf: (text: string, style: Style) => number;
}

export interface Placed {
  readonly blocks: readonly {
    readonly ground?: { x: number; y: number; width: number; height: number; colour: "surface" | "warm"; bar: boolean };
    readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number; readonly style: Style }[];
  }[];
  /** Where the last of it ends. */
  readonly bottom: number;
}

/** Room above and below a line in which two stacked marks (Ễ) and a dot below (ỵ) never meet: 1.45 of the letters' size. */
const lineHeight = 1.45;
const padding = 30;

interface Block {
  readonly paragraphs: readonly string[];
  readonly style: Style;
  readonly ground?: "surface" | "warm";
  readonly before: number;
}

/** Where every line of a card stands. */
export function place(card: Card, room: Room): Placed {
  let top = room.top;
  const blocks = blocksOf(card).map((block) => {
    const placed = placeBlock(block, { ...room, top: top + block.before * room.scale });
    top = placed.bottom;
    return placed;
  });
  return { blocks, bottom: top };
}

function blocksOf({ heading, says, doubts, since, citations, checked }: Card): readonly Block[] {
  const small: Style = { size: 29, weight: 400, colour: "soft" };
  const all: readonly Block[] = [
    { paragraphs: [heading], style: { size: 54, weight: 600, colour: "ink" }, before: 0 },
    { paragraphs: says, style: { size: 44, weight: 400, colour: "ink" }, ground: "surface", before: 30 },
    { paragraphs: doubts, style: { size: 29, weight: 400, colour: "ink" }, ground: "warm", before: 22 },
    { paragraphs: [since], style: { ...small, weight: 600 }, before: 30 },
    { paragraphs: citations.map((citation) => `– ${citation}`), style: small, before: 2 },
    { paragraphs: [checked], style: small, before: 10 },
  ];
  return all.filter(({ paragraphs }) => paragraphs.length > 0);
}

function placeBlock({ paragraphs, style: wanted, ground }: Block, { left, top, width, scale, widthOf }: Room) {
  const style = { ...wanted, size: Math.round(wanted.size * scale) };
  const inset = ground === undefined ? 0 : padding * scale;
  const step = style.size * lineHeight;
  const between = paragraphs.length > 1 && ground !== undefined ? style.size * 0.4 : 0;
  let y = top + inset;
  const lines = paragraphs.flatMap((paragraph, position) => {
    if (position > 0) y += between;
    return wrapWords(paragraph, width - 2 * inset, (text) => widthOf(text, style)).map((text) => {
      y += step;
      return { text, x: left + inset, y: y - step * 0.28, style };
    });
  });
  const bottom = y + inset;
  const frame = ground && { ground: { x: left, y: top, width, height: bottom - top, colour: ground, bar: ground === "surface" } };
  return { ...frame, lines, bottom };
}
