import type { Entry } from "../../../knowledge/passage.ts";
import { entryPage } from "../reading/addresses.ts";

export const rightsPath = "/quyen-tu-choi";
export const lettersPath = "/thu-gui-cong-ty";
export const postersPath = "/ap-phich";
export const myDataPath = "/du-lieu-cua-toi";
export const clipsPath = "/doan-phim";
/** For the map of the site. */
export const sharedPaths = [rightsPath, lettersPath, postersPath, clipsPath] as const;

/** What every picture is called, below the page it was made from. */
const pictureName = "the.png";

export const pictureOf = (page: string) => `${page}/${pictureName}`;
export const entryPicture = (entry: Pick<Entry, "id" | "kind">) => pictureOf(entryPage(entry));

/** An address as people read it aloud or type it. */
export function typedAddress(publicUrl: string, path: string): string {
  return `${publicUrl}${path}`.replace(/^https?:\/\//, "");
}
