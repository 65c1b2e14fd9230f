import { create, toDataURL } from "qrcode";

/** A code to be scanned, as the outline of its dark squares on a board of `size` × `size`. */
export interface QrCode {
  readonly size: number;
  /** For the `d` of an SVG path. */
  readonly outline: string;
}

/** Light squares around the code; without them many phones do not find it. */
const quiet = 4;

/** Read also where a corner is torn or wet. */
export function qrCode(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: "Q" });
  const rows = Array.from({ length: modules.size }, (_, y) => y);
  const dark = rows.flatMap((y) => rows.filter((x) => modules.get(y, x) === 1).map((x) => `M${x + quiet} ${y + quiet}h1v1h-1z`));
  return { size: modules.size + 2 * quiet, outline: dark.join("") };
}

/** The same as a picture inside an address, for the console. */
export async function qrPicture(text: string): Promise<string> {
  return await toDataURL(text);
}
