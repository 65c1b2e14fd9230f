const endSignature = 0x06054b50;
const fileSignature = 0x02014b50;
const endLength = 22;

/** How large the files of a zip say they are together, read from its list; undefined when it is no zip. */
export function unzippedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endLength > zip.length || zip.readUInt32LE(end) !== endSignature) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let size = 0;
  for (let file = 0; file < count; file++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== fileSignature) return undefined;
    size += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return size;
}
