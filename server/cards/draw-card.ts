import { fileURLToPath } from "node:url";
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { type Card, madeByMachine } from "./card.ts";
import { type Placed, place, type Style } from "./place-lines.ts";
import { type Colour, smallPng } from "./small-png.ts";

export const cardSize = { width: 1080, height: 1350 } as const;

const family = "Be Vietnam Pro";
const fonts = ["400Regular/BeVietnamPro_400Regular", "600SemiBold/BeVietnamPro_600SemiBold"];
const margin = 76;
const signSize = 84;
const footHeight = 190;

const colours = {
  paper: [250, 247, 241],
  surface: [255, 255, 255],
  ink: [34, 48, 46],
  soft: [81, 96, 93],
  brand: [31, 93, 87],
  warm: [253, 240, 220],
  cream: [243, 233, 210],
  sun: [242, 182, 109],
} as const satisfies Record<string, Colour>;

/** Between ink and paper, for the edges of letters. */
const edges: readonly Colour[] = [0.12, 0.25, 0.38, 0.5, 0.62, 0.74, 0.85, 0.93].map((part) => blend(colours.ink, colours.paper, part));

/** The picture of a card. Letters shrink until everything stands on it: nothing is cut, nothing left out. */
export async function drawCard(card: Card): Promise<Buffer> {
  for (const name of fonts) if (!GlobalFonts.has(name)) GlobalFonts.registerFromPath(fontFile(name), family);
  const { width, height } = cardSize;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = css(colours.paper);
  pen.fillRect(0, 0, width, height);
  drawSign(pen, card.label);
  const placed = fit(card, pen);
  for (const { ground, lines } of placed.blocks) {
    if (ground !== undefined) drawGround(pen, ground);
    for (const { text, x, y, style } of lines) write(pen, text, { x, y, style });
  }
  drawFoot(pen, card);
  const { data } = pen.getImageData(0, 0, width, height);
  return await smallPng({ width, height, data }, [...Object.values(colours), ...edges]);
}

/** The largest letters with which all of it fits between the sign and the foot. */
function fit(card: Card, pen: SKRSContext2D): Placed {
  const top = margin + signSize + 36;
  const room = { left: margin, width: cardSize.width - 2 * margin, top };
  const bottom = cardSize.height - footHeight;
  const widthOf = (text: string, style: Style) => {
    pen.font = fontOf(style);
    return pen.measureText(text).width;
  };
  for (let scale = 1; scale > 0.4; scale -= 0.04) {
    const placed = place(card, { ...room, scale, widthOf });
    if (placed.bottom <= bottom) return placed;
  }
  throw new Error(`too much for one card: ${card.heading}`);
}

function drawSign(pen: SKRSContext2D, label: string): void {
  const unit = signSize / 32;
  pen.save();
  pen.translate(margin, margin);
  pen.scale(unit, unit);
  pen.fillStyle = css(colours.brand);
  pen.beginPath();
  pen.roundRect(0, 0, 32, 32, 8);
  pen.fill();
  pen.strokeStyle = css(colours.cream);
  pen.lineWidth = 2.6;
  pen.lineCap = "round";
  pen.beginPath();
  pen.moveTo(5, 24);
  pen.bezierCurveTo(11, 24, 11, 18, 16, 18);
  pen.bezierCurveTo(21, 18, 21, 24, 27, 24);
  pen.stroke();
  pen.fillStyle = css(colours.sun);
  pen.beginPath();
  pen.arc(16, 10.5, 4, 0, 2 * Math.PI);
  pen.fill();
  pen.restore();
  write(pen, label, { x: margin + signSize + 26, y: margin + signSize / 2 + 13, style: { size: 36, weight: 600, colour: "brand" } });
}

function drawGround(pen: SKRSContext2D, { x, y, width, height, colour, bar }: NonNullable<Placed["blocks"][number]["ground"]>): void {
  pen.fillStyle = css(colours[colour]);
  pen.fillRect(x, y, width, height);
  if (!bar) return;
  pen.fillStyle = css(colours.brand);
  pen.fillRect(x, y, 8, height);
}

function drawFoot(pen: SKRSContext2D, { address }: Card): void {
  const top = cardSize.height - footHeight + 24;
  pen.fillStyle = css(colours.brand);
  pen.fillRect(margin, top, cardSize.width - 2 * margin, 3);
  const wide = cardSize.width - 2 * margin;
  const style: Style = { size: 32, weight: 600, colour: "brand" };
  pen.font = fontOf(style);
  const size = Math.min(32, (32 * wide) / pen.measureText(address).width);
  write(pen, address, { x: margin, y: top + 62, style: { ...style, size } });
  write(pen, madeByMachine, { x: margin, y: top + 116, style: { size: 22, weight: 400, colour: "soft" } });
}

function write(pen: SKRSContext2D, text: string, { x, y, style }: { readonly x: number; readonly y: number; readonly style: Style }): void {
  pen.font = fontOf(style);
  pen.fillStyle = css(colours[style.colour]);
  pen.fillText(text, x, y);
}

function fontOf({ size, weight }: Style): string {
  return `${weight} ${size}px "${family}"`;
}

function fontFile(name: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${name}.ttf`));
}

function css([red, green, blue]: Colour): string {
  return `rgb(${red} ${green} ${blue})`;
}

function blend(from: Colour, to: Colour, part: number): Colour {
  const between = (a: number, b: number) => Math.round(a + (b - a) * part);
  return [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])];
}
