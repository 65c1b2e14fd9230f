import { gzipSync } from "node:zlib";
import type { Request, Response } from "express";
import { renderPage } from "../pages/html.ts";
import { bare, type Frame, layout, type Page } from "../pages/layout.ts";
import { type Encoding, openPack } from "./pack.ts";
import { editionHeader, goodUntilHeader } from "./wire.ts";

export type Show = (response: Response, page: Page, status?: number) => void;

export interface Shows {
  readonly show: Show;
  /** The page alone, for a frame on another site. */
  readonly showBare: Show;
}

/**
 * A page is made anew each time it is asked for, so a changed entry is a changed page at once; whoever has the same bytes
 * already is told so (304). A page that holds what a person answered is kept by nobody.
 */
export function openShow(frame: Frame, edition: string): Shows {
  const pack = openPack();
  const send = (response: Response, page: Page, html: string) => {
    response.type("html").vary("Accept-Encoding");
    if (page.personal) return sendPersonal(response, html);
    const encoding = encodingFor(response.req);
    const { bytes, tag } = pack(html, encoding);
    response.set({ "Cache-Control": "no-cache", ETag: tag, [editionHeader]: edition });
    if (page.goodUntil !== undefined) response.set(goodUntilHeader, page.goodUntil);
    if (encoding !== "identity") response.set("Content-Encoding", encoding);
    response.send(bytes);
  };
  return {
    show: (response, page, status = 200) => send(response.status(status), page, renderPage(layout(page, frame))),
    showBare: (response, page, status = 200) => send(response.status(status), page, renderPage(bare(page, frame))),
  };
}

/** Packed for whoever can unpack it; our pages hold no secret that their size could tell. */
function sendPersonal(response: Response, html: string): void {
  response.set("Cache-Control", "no-store");
  if (response.req.acceptsEncodings("gzip") === false) return void response.send(html);
  response.set("Content-Encoding", "gzip").send(gzipSync(html));
}

export function encodingFor(request: Request): Encoding {
  if (request.acceptsEncodings("br") !== false) return "br";
  return request.acceptsEncodings("gzip") === false ? "identity" : "gzip";
}
