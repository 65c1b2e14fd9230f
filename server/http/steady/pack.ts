import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export const encodings = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof encodings)[number];

export interface Packed {
  readonly bytes: Buffer;
  /** Strong: of these very bytes, so that every process gives the same and a page that did not change stays known. */
  readonly tag: string;
}

export type Pack = (text: string, encoding: Encoding) => Packed;

/** Pages of ours are a few kilobytes: all of them fit. */
const mostKept = 2_000;
const mostBytes = 16 * 1024 * 1024;

/** Packs pages, and keeps what was packed for whoever asks for the same: bounded, the longest unused is let go. */
export function openPack(): Pack {
  const kept = new Map<string, Packed>();
  let size = 0;
  const keep = (key: string, packed: Packed) => {
    kept.set(key, packed);
    size += packed.bytes.length;
    for (const [oldest, { bytes }] of kept) {
      if (kept.size <= mostKept && size <= mostBytes) return;
      kept.delete(oldest);
      size -= bytes.length;
    }
  };
  return (text, encoding) => {
    const hash = createHash("sha256").update(text).digest("base64url").slice(0, 22);
    const key = `${hash}-${encoding}`;
    const known = kept.get(key);
    if (known !== undefined) kept.delete(key);
    if (known !== undefined) size -= known.bytes.length;
    const packed = known ?? { bytes: packedBytes(text, encoding), tag: `"${key}"` };
    keep(key, packed);
    return packed;
  };
}

/** Well packed in a millisecond: a page is packed once and read often. */
const quality = 6;

function packedBytes(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case "br":
      return brotliCompressSync(text, {
        params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
      });
    case "gzip":
      return gzipSync(text, { level: quality });
    case "identity":
      return Buffer.from(text);
  }
}
