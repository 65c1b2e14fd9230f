import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKnowledge } from "../../../knowledge/compiled.ts";
import { readConfig } from "../../../server/config.ts";
import { type RunningServer, startServer } from "../../../server/start.ts";
import { accessibilityFaults } from "../../support/accessibility.ts";
import { openBrowser, smallestPhone, visit } from "../../support/browser.ts";
import { recordingLog } from "../../support/recording-log.ts";

const filmed = "vay-von/cac-buoc-vay";
const clip = "aBcDeFgHiJk";
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  const read = readConfig({ PORT: "0", DATA_DIR: mkdtempSync(join(tmpdir(), "huong-thien-clips-")) });
  if (read.kind === "faulty") throw new Error(read.faults.join());
  const knowledge = readKnowledge();
  const entry = knowledge.library.entries.get(filmed);
  if (entry === undefined) throw new Error("the entry is gone");
  const entries = new Map(knowledge.library.entries).set(filmed, { ...entry, video: `https://www.youtube.com/watch?v=${clip}` });
  browser = await openBrowser();
  server = await startServer({
    config: read.config,
    log: recordingLog(),
    now: Date.now,
    random: Math.random,
    knowledge: { ...knowledge, library: { ...knowledge.library, entries } },
    assetsFolder: "dist",
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("a clip is asked for only after a tap, and only of the privacy domain; the answer stands beside it in words", async () => {
  const { page, context, complaints } = await visit(browser, "about:blank", smallestPhone);
  const asked: string[] = [];
  await context.route(/^https:/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<title>clip</title>" });
  });
  await page.goto(`${server.address}/chu-de/${filmed}`);
  await page.locator(".short").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(asked).toEqual([]);
  await Promise.all([
    page.waitForRequest((request) => request.url().startsWith("https:")),
    page.getByRole("link", { name: "Xem đoạn phim" }).click(),
  ]);
  await page.frameLocator("iframe.clip").locator("title").waitFor({ state: "attached" });
  expect(asked.map((url) => new URL(url).origin)).toEqual(["https://www.youtube-nocookie.com"]);
  expect(asked[0]).toContain(`/embed/${clip}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(complaints).toEqual([]);
  await context.close();
});

test("only a page that has a clip may show a frame", async () => {
  const policy = async (path: string) => (await fetch(server.address + path)).headers.get("content-security-policy");
  expect(await policy(`/chu-de/${filmed}`)).toContain("frame-src https://www.youtube-nocookie.com");
  expect(await policy("/chu-de/vay-von/muc-vay-lam-an")).not.toContain("frame-src");
  expect(await policy("/doan-phim")).not.toContain("frame-src");
  expect(await (await fetch(`${server.address}/doan-phim`)).text()).toContain(`/chu-de/${filmed}`);
});
