import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { places } from "./features.ts";
import { type HearingTable, heardKinds } from "./hearing.ts";

/** Bytes before the weights: the scale, as a 32-bit float. */
const headLength = 4;

/** The trained table; throws when the file is not one of this program's kinds and places. */
export function readHearingTable(file: string): HearingTable {
  const bytes = gunzipSync(readFileSync(file));
  const length = places * heardKinds.length;
  if (bytes.length !== headLength + length) throw new Error(`${file} was trained for other kinds of messages: npm run train-hearing`);
  return { scale: bytes.readFloatLE(0), weights: Int8Array.from(bytes.subarray(headLength)) };
}

export function writeHearingTable(file: string, { scale, weights }: HearingTable): void {
  const bytes = Buffer.alloc(headLength + weights.length);
  bytes.writeFloatLE(scale, 0);
  Buffer.from(weights.buffer, weights.byteOffset, weights.length).copy(bytes, headLength);
  writeFileSync(file, gzipSync(bytes, { level: 9 }));
}
