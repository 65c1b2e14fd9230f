import { existsSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import express, { type Response, Router } from "express";
import type { Assets } from "../assets.ts";
import { type Encoding, encodings } from "./pack.ts";
import { encodingFor } from "./show-page.ts";
import { workerPath } from "./wire.ts";

const yearMs = 365 * 86_400_000;
/** What gains by packing; pictures and fonts are packed already. */
const packable: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

type Headers = Readonly<Record<string, string>>;

/** What the build made, packed once and kept: as many files as there are. The widget and the sign are for other sites too. */
export function builtFiles({ folder }: Pick<Assets, "folder">): Router {
  const router = Router();
  const read = openFiles();
  const give = async (response: Response, file: string, headers: Headers) => {
    const encoding = encodingFor(response.req);
    const bytes = await read(file, encoding);
    if (encoding !== "identity") response.set("Content-Encoding", encoding);
    response
      .set(headers)
      .vary("Accept-Encoding")
      .type(packable[extname(file)] ?? "bin")
      .send(bytes);
  };
  router.get("/assets/:name", async (request, response, next) => {
    const file = join(folder, "assets", basename(request.params.name));
    if (packable[extname(file)] === undefined || !existsSync(file)) return next();
    await give(response, file, { "Cache-Control": `public, max-age=${yearMs / 1000}, immutable` });
  });
  router.use("/assets", express.static(`${folder}/assets`, { immutable: true, maxAge: yearMs, index: false, fallthrough: true }));
  const forAll = { "Cross-Origin-Resource-Policy": "cross-origin" };
  const single: Readonly<Record<string, Headers>> = {
    "/widget.js": { ...forAll, "Cache-Control": "public, max-age=3600" },
    "/icon.svg": { ...forAll, "Cache-Control": "public, max-age=86400" },
    [workerPath]: { "Cache-Control": "no-cache" },
  };
  router.get("/sign.png", (_request, response) => {
    response.set({ ...forAll, "Cache-Control": "public, max-age=86400" }).sendFile("sign.png", { root: folder });
  });
  for (const [path, headers] of Object.entries(single))
    router.get(path, (_request, response) => give(response, join(folder, path.slice(1)), headers));
  return router;
}

function openFiles(): (file: string, encoding: Encoding) => Promise<Buffer> {
  const packs: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
    br: (bytes) => promisify(brotliCompress)(bytes),
    gzip: (bytes) => promisify(gzip)(bytes),
    identity: async (bytes) => bytes,
  };
  const kept = new Map<string, Promise<Buffer>>();
  return (file, encoding) => {
    const key = `${encodings.indexOf(encoding)} ${file}`;
    const known = kept.get(key) ?? packs[encoding](readFileSync(file));
    kept.set(key, known);
    return known;
  };
}
