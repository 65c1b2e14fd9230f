import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";

const kinds = { Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array };
type Kind = keyof typeof kinds;

/** Where an array of numbers stands in the file, in bytes after the head. */
interface Place {
  readonly arrayOf: Kind;
  readonly at: number;
  readonly length: number;
}

/** Keeps plain data in a file: how long the head is, the head, and behind it every array of numbers found in plain objects. */
export function writeKept(file: string, value: unknown): void {
  const arrays: Uint8Array[] = [];
  let end = 0;
  const head = serialize(
    change(value, (part) => {
      if (!ArrayBuffer.isView(part)) return undefined;
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      // Only arrays of the kinds above are kept in knowledge.
      const place: Place = { arrayOf: part.constructor.name as Kind, at: end, length: (part as Uint8Array).length };
      arrays.push(bytes);
      end += bytes.byteLength;
      return place;
    }),
  );
  writeFileSync(file, Buffer.concat([Uint8Array.from(new Uint8Array(Float64Array.of(head.byteLength).buffer)), head, ...arrays]));
}

/** Each array is read straight into its own memory: nothing is held twice. */
export function readKept(file: string): unknown {
  const from = openSync(file, "r");
  try {
    const read = <Bytes extends NodeJS.ArrayBufferView>(into: Bytes, at: number): Bytes => {
      if (readSync(from, into, { position: at }) !== into.byteLength) throw new Error(`${file} is cut short: delete it`);
      return into;
    };
    const start = Float64Array.BYTES_PER_ELEMENT;
    const [length = 0] = read(new Float64Array(1), 0);
    return change(deserialize(read(Buffer.alloc(length), start)), (part) =>
      isPlace(part) ? read(new kinds[part.arrayOf](part.length), start + length + part.at) : undefined,
    );
  } finally {
    closeSync(from);
  }
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "arrayOf" in value;
}

/** A copy of the plain objects, with other parts where `to` gives one; lists and maps stay as they are. */
function change(value: unknown, to: (part: unknown) => unknown): unknown {
  const changed = to(value);
  if (changed !== undefined) return changed;
  const isPlain = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part, to)]));
}
