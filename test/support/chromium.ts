import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder with the unpacked browser, its libraries and fonts. */
    chromiumFolder: string;
  }
}

/** The browser of the registry, unpacked once beside the packages; a half-unpacked one is never used. */
export default async function setup(project: TestProject): Promise<void> {
  const root = join(import.meta.dirname, "../../node_modules");
  const { version } = createRequire(import.meta.url)("../../node_modules/@sparticuz/chromium/package.json") as { version: string };
  const folder = join(root, `.chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  project.provide("chromiumFolder", folder);
}

async function unpack(folder: string): Promise<void> {
  const partial = mkdtempSync(join(dirname(folder), ".chromium-partial-"));
  const before = process.env.TMPDIR;
  // The package unpacks into the system's temporary folder, wherever that is.
  process.env.TMPDIR = partial;
  try {
    await chromium.executablePath();
    await inflate(join(dirname(folder), "@sparticuz/chromium/bin/al2023.tar.br"));
    // The package's own list names only the folders of the place it was made for.
    const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`;
    writeFileSync(join(partial, "fonts/fonts.conf"), fonts);
    renameSync(partial, folder);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(partial, { recursive: true, force: true });
  }
}
