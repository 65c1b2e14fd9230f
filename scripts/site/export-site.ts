import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";
import express from "express";
import type { Library } from "../../knowledge/library.ts";
import { provisionPage } from "../../knowledge/passage.ts";
import { writtenDay } from "../../knowledge/provision.ts";
import { localDay } from "../../server/clock.ts";
import type { Assets } from "../../server/http/assets.ts";
import { documentPage } from "../../server/http/pages/law.ts";
import {
  entryPage,
  hotlinesPath,
  officesPath,
  rumoursPath,
  topicPage,
  topicsPath,
  warningsPath,
} from "../../server/http/reading/addresses.ts";
import { siteRoutes } from "../../server/http/site.ts";
import { newsPath } from "../../server/http/steady/wire.ts";
import { copiedPage, fileOf, lackingFile } from "./copied-page.ts";
import { lackingPage } from "./lacking-page.ts";

export interface Exporting {
  readonly library: Library;
  readonly assets: Assets;
  readonly publicUrl: string;
  readonly now: () => number;
  readonly folder: string;
}

export interface Exported {
  readonly pages: number;
  readonly bytes: number;
}

/** Asks the site itself for each essential page, as anybody would, and writes it as a file. */
export async function exportSite(exporting: Exporting): Promise<Exported> {
  const { library, folder, now, publicUrl } = exporting;
  const day = writtenDay(localDay(now()));
  const site = await openSite(exporting);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    return Buffer.byteLength(text);
  };
  try {
    const paths = essentialPaths(library);
    const files = new Map([...paths.map((path) => [path, fileOf(path)] as const), ...copyAssets(exporting)]);
    const copying = { files, day, publicUrl };
    let bytes = 0;
    for (const path of paths) bytes += write(fileOf(path), copiedPage(await site.read(path), path, copying));
    const [style] = exporting.assets.site.styles;
    bytes += write(lackingFile, lackingPage(library, { day, style: style?.slice(1) ?? "" }));
    return { pages: paths.length + 1, bytes };
  } finally {
    await site.close();
  }
}

function essentialPaths({ topics, entries, documents, provisions }: Library): readonly string[] {
  return [
    ...["/", topicsPath, warningsPath, rumoursPath, hotlinesPath, officesPath, newsPath, "/gioi-thieu", "/van-ban"],
    ...[...topics.keys()].map(topicPage),
    ...[...entries.values()].map(entryPage),
    ...[...documents.keys()].map(documentPage),
    ...[...provisions.keys()].map(provisionPage),
  ];
}

function copyAssets({ assets, folder }: Exporting): readonly (readonly [string, string])[] {
  mkdirSync(join(folder, "assets"), { recursive: true });
  copyFileSync(join(assets.folder, "icon.svg"), join(folder, "icon.svg"));
  const styles = [...assets.site.styles, ...assets.chat.styles];
  for (const style of styles) copyFileSync(join(assets.folder, style), join(folder, "assets", basename(style)));
  return [["/icon.svg", "icon.svg"], ...styles.map((style) => [style, style.slice(1)] as const)];
}

/** The public pages alone, on a port of this machine that nobody else knows, over a store that holds nothing. */
async function openSite({ library, assets, publicUrl, now }: Exporting) {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const store = { readDeletionRequest: async () => undefined, countSearch: async () => undefined };
  const nothing = { notices: [], off: new Map() };
  const board = { last: () => nothing, fresh: async () => nothing };
  const app = express();
  app.use(
    siteRoutes({
      library,
      search: () => [],
      store,
      assets,
      board,
      config: { publicUrl, messenger: undefined, owner: { name: undefined, contact: undefined } },
      now,
      log,
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async read(path: string): Promise<string> {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return await response.text();
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
