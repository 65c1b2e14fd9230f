import type { Response } from "express";

const types: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** A file to be kept, under a name of plain letters. */
export function download(response: Response, name: string, bytes: Buffer): void {
  response
    .type(types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream")
    .set("Content-Disposition", `attachment; filename="${name}"`)
    .send(bytes);
}
