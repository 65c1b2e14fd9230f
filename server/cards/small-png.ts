import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, row by row; nothing shines through. */
  readonly data: Uint8ClampedArray;
}

const mostColours = 16;
const pack = promisify(deflate);

/**
 * A PNG of at most sixteen colours, half a byte a pixel. A card is letters on a few plain grounds: written with all its
 * colours it weighs two to four times as much, on phones that pay by the megabyte.
 */
export async function smallPng({ width, height, data }: Pixels, colours: readonly Colour[]): Promise<Buffer> {
  const palette = colours.slice(0, mostColours);
  const nearest = openNearest(palette);
  const rowBytes = Math.ceil(width / 2);
  const rows = Buffer.alloc(height * (rowBytes + 1));
  for (let y = 0; y < height; y += 1) {
    const start = y * (rowBytes + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const index = nearest(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
      const place = start + (x >> 1);
      rows[place] = (rows[place] ?? 0) | (x % 2 === 0 ? index << 4 : index);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", await pack(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export type Colour = readonly [red: number, green: number, blue: number];

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The colour of the palette closest to one drawn; the same few come again and again. */
function openNearest(palette: readonly Colour[]): (red: number, green: number, blue: number) => number {
  const known = new Map<number, number>();
  return (red, green, blue) => {
    const key = (red << 16) | (green << 8) | blue;
    const before = known.get(key);
    if (before !== undefined) return before;
    const distances = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
    const found = distances.indexOf(Math.min(...distances));
    known.set(key, found);
    return found;
  };
}
