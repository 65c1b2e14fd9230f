import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = ["knowledge", "bot", "server", "web", "scripts"];

const sources = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(ts|tsx|mjs)$/.test(item.name))
    .map((item) => relative(root, join(item.parentPath, item.name))),
);

test("no file is over 250 lines, and half of them are at most 60", () => {
  const lengths = sources.map((path) => readFileSync(join(root, path), "utf8").split("\n").length).sort((a, b) => a - b);
  expect(lengths.length).toBeGreaterThan(60);
  expect(lengths.at(-1)).toBeLessThanOrEqual(250);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
});

test("no folder of code is deeper than three or holds more than its shelf", () => {
  const folders = new Map<string, number>();
  for (const path of sources) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  for (const [folder, count] of folders) {
    expect(folder.split("/").length, folder).toBeLessThanOrEqual(3);
    expect(count, folder).toBeLessThanOrEqual(12);
  }
});

test("a planted breach of the arrow, of a door or of a rule is caught", () => {
  const planted = {
    "knowledge/a.ts": 'import { respond } from "../bot/respond.ts";\nexport const a = respond;\n',
    "bot/b.ts": 'import { readFileSync } from "node:fs";\nexport const b = readFileSync;\n',
    "bot/c.ts": 'import { openLog } from "../server/log.ts";\nexport const c = openLog;\n',
    "server/d.ts": 'import express from "express";\nexport const d = express;\n',
    "server/e.ts": "export const e = process.env.HOME;\n",
    "web/chat/m.ts": 'import { siteRoutes } from "../../server/http/reading/site.ts";\nexport const m = siteRoutes;\n',
    "web/chat/f.ts": 'import { respond } from "../../bot/respond.ts";\nexport const f = respond;\n',
    "server/g.ts": "export const g = (value: any) => value;\n",
    "bot/language-model/i.ts": 'export const i = () => import("langchain");\n',
    "bot/language-model/none.ts": 'import { ChatOpenAI } from "@langchain/openai";\nexport const none = ChatOpenAI;\n',
    "knowledge/embedder/j.ts": 'export const j = () => import("@huggingface/transformers");\n',
    "bot/language-model/langchain.ts": 'export const l = () => import("@huggingface/transformers");\n',
    "server/channels/k.ts": 'export const k = () => import("@botpress/sdk");\n',
    "server/channels/botpress/bot.ts": 'import { Client } from "@botpress/client";\nexport const bot = Client;\n',
    "server/store/h.ts": 'import express from "express";\nexport const h = express;\n',
  };
  const fine = {
    "knowledge/a-fine.ts": "export const fine = 1;\n",
    "knowledge/embedder/transformers.ts": 'export const t = () => import("@huggingface/transformers");\n',
    "web/chat/m-fine.ts": 'import { Wire } from "../../server/http/rights/wire.ts";\nexport const m = Wire;\n',
    "web/chat/f-fine.ts": 'import { paths } from "../../server/http/paths.ts";\nexport const f = paths;\n',
  };
  const folder = mkdtempSync(join(tmpdir(), "huong-thien-layout-"));
  writeFileSync(join(folder, "biome.json"), readFileSync(join(root, "biome.json")));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [path, text] of Object.entries({ ...planted, ...fine })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    const found = spawnSync(join(root, "node_modules/.bin/biome"), ["lint", path], { cwd: folder, encoding: "utf8" });
    expect(found.status === 0, `${path}: ${found.stdout}`).toBe(path in fine);
  }
});
