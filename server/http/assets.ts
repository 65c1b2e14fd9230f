import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export interface Bundle {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Where the built pages of web/ are, by part. */
export interface Assets {
  readonly folder: string;
  readonly chat: Bundle;
  readonly site: Bundle;
  readonly tools: Bundle;
  /** On every public page. */
  readonly reading: Bundle;
  /** Runs before a page is painted. */
  readonly early: Bundle;
  readonly sharing: Bundle;
  readonly mine: Bundle;
  readonly console: Bundle;
  /** On every page: what is kept on the device, and leaving quickly. */
  readonly steady: Bundle;
  readonly search: Bundle;
}

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    css: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
    isEntry: z.boolean().optional(),
  }),
);

/** The list vite leaves beside what it built; throws when web/ has not been built. */
export function readAssets(folder: string): Assets {
  const file = join(folder, ".vite", "manifest.json");
  if (!existsSync(file)) throw new Error("the pages in web/ are not built: run npm start or npm run build");
  const manifest = Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const bundle = (name: string): Bundle => {
    const files = Object.values(manifest).filter((item) => item.isEntry && (item.name === name || item.file.startsWith(`assets/${name}`)));
    const imported = files.flatMap(({ imports }) => (imports ?? []).flatMap((key) => manifest[key]?.css ?? []));
    const all = [...files.map(({ file: path }) => path), ...files.flatMap(({ css }) => css ?? []), ...imported];
    const paths = (ending: string) => [...new Set(all.filter((path) => path.endsWith(ending)).map((path) => `/${path}`))];
    return { scripts: paths(".js"), styles: paths(".css") };
  };
  return {
    folder,
    chat: bundle("chat"),
    site: bundle("site"),
    tools: bundle("tools"),
    reading: bundle("reading"),
    early: bundle("early"),
    sharing: bundle("sharing"),
    mine: bundle("mine"),
    console: bundle("console"),
    steady: bundle("steady"),
    search: bundle("search"),
  };
}
