import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import express from "express";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportSite } from "../../scripts/site/export-site.ts";
import { readAssets } from "../../server/http/assets.ts";
import { accessibilityFaults } from "../support/accessibility.ts";
import { openBrowser, smallestPhone, visit } from "../support/browser.ts";
import { realLibrary } from "../support/library.ts";

const folder = mkdtempSync(join(tmpdir(), "huong-thien-copy-"));
const today = Date.UTC(2026, 10, 25, 5);
let browser: Browser;
let server: Server;
let files: readonly string[];
beforeAll(async () => {
  const library = realLibrary();
  const [exported] = await Promise.all([
    exportSite({ library, assets: readAssets(resolve("dist")), publicUrl: "https://hoi.example.vn", now: () => today, folder }),
    openBrowser().then((opened) => {
      browser = opened;
    }),
  ]);
  files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  expect(exported.pages).toBe(files.length);
  server = express().use(express.static(folder)).listen(0, "127.0.0.1");
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test("every entry, document and provision is a file; every link within the copy leads to one; every page carries its day", () => {
  const library = realLibrary();
  expect(files.length).toBeGreaterThan(library.entries.size + library.provisions.size + library.documents.size);
  for (const file of files) {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text, file).toContain("Bản sao ngày 25/11/2026.");
    expect(text, file).not.toMatch(/<form|type="module"|data-keep=/);
    for (const [, target = ""] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(?:https?:|tel:|#)/.test(target)) continue;
      expect(target.startsWith("/"), `${file}: ${target}`).toBe(false);
      const [path = ""] = target.split("#");
      expect(existsSync(join(folder, dirname(file), path)), `${file}: ${target}`).toBe(true);
    }
  }
});

const places = {
  "from a USB stick": () => pathToFileURL(join(folder, "index.html")).href,
  "by any web server": () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
};
describe.each(Object.entries(places))("%s", (_how, start) => {
  test("one reads from the first page to the article, styled, and learns whom to call instead of the chat", async () => {
    const { page, context, complaints } = await visit(browser, start(), smallestPhone);
    expect(await page.getByText("Phần hỏi đáp đang mở").count()).toBe(0);
    await page.getByRole("navigation").getByRole("link", { name: "Chủ đề" }).click();
    await page.getByRole("link", { name: "Vay vốn theo Quyết định 22" }).click();
    await page.getByRole("link", { name: /Vay vốn làm ăn theo Quyết định 22 được nhiều nhất/ }).click();
    await page.getByText("Bản sao ngày 25/11/2026.").waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.querySelector(".short") as Element).borderLeftWidth)).toBe("4px");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole("link", { name: /^Điều 6 khoản 2 điểm a/ }).click();
    await page.getByText("Đang áp dụng, theo quy định từ 10/10/2023.").waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "Hỏi tiếp" }).click();
    await page.getByRole("heading", { name: "Phần này không có ở bản sao" }).waitFor();
    await page.getByRole("link", { name: "Gọi 113", exact: true }).waitFor();
    // The tool that looks for faults fetches the styles, which a browser does not allow for files.
    if (page.url().startsWith("http")) expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
