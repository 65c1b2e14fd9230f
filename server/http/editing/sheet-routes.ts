import express, { type Response, Router } from "express";
import { z } from "zod";
import { entryText, hashOfEntry } from "../../../knowledge/files/write-entry.ts";
import { localDay } from "../../clock.ts";
import { checkDraft } from "../../editing/check-draft.ts";
import { entrySheet, guideSheet, readRows } from "../../editing/entry-rows.ts";
import { AppError } from "../../errors.ts";
import { readFirstSheet, writeSheets } from "../../spreadsheets/entry-sheets.ts";
import { staffOf } from "../console/access.ts";
import { type Editing, editors } from "./editors.ts";
import { SheetTaken } from "./shapes.ts";
import { editingPaths } from "./wire.ts";

const SentSheet = z.strictObject({ file: z.base64() });
const largestBody = "3mb";

/** The knowledge as a sheet, out and in. Mounted before the console's own limit on bodies, for a sheet is larger; who may not send one is refused unread. */
export function sheetRoutes({ store, knowledge, access, log, now }: Editing): Router {
  const router = Router();
  const guard = access.guard(editors);
  router.get(editingPaths.sheet, guard, async (_request, response) => {
    const library = knowledge.revised();
    await send(response, [entrySheet([...library.entries.values()].map(entryText)), guideSheet(library)], "cac-muc");
  });
  router.get(editingPaths.template, guard, async (_request, response) => {
    await send(response, [entrySheet([]), guideSheet(knowledge.revised())], "mau");
  });
  router.post(editingPaths.sheet, guard, express.json({ limit: largestBody, inflate: false }), async (request, response) => {
    const rows = await readFirstSheet(Buffer.from(SentSheet.parse(request.body).file, "base64"));
    if (rows === "too-large") throw new AppError("too-large");
    const library = knowledge.revised();
    const read =
      rows === "unreadable"
        ? { kind: "faulty" as const, problems: [{ row: 0, says: "Tệp này không đọc được. Lưu lại bằng Excel, kiểu .xlsx, rồi thử lại." }] }
        : readRows(rows, library);
    if (read.kind === "faulty") return void response.json(SheetTaken.parse(read));
    const madeFrom = (id: string) => {
      const file = knowledge.released.entries.get(id);
      return file && hashOfEntry(entryText(file));
    };
    const revisions = read.drafts.map((draft) => ({ draft, withdrawn: false, madeFrom: madeFrom(draft.id) }));
    await store.addRevisions(revisions, staffOf(response), now());
    log.info({ staff: staffOf(response).id, drafts: revisions.length, unchanged: read.unchanged }, "a sheet of entries is taken in");
    const today = localDay(now());
    const toMend = read.drafts.filter((draft) => checkDraft(draft, { library, today }).length > 0).length;
    response.json(SheetTaken.parse({ kind: "taken", added: revisions.length, unchanged: read.unchanged, toMend }));
  });
  return router;
}

async function send(response: Response, sheets: Parameters<typeof writeSheets>[0], name: string): Promise<void> {
  const file = await writeSheets(sheets);
  response
    .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    .set("Content-Disposition", `attachment; filename="kien-thuc-${name}.xlsx"`)
    .send(file);
}
