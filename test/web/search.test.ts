import { join } from "node:path";
import Database from "better-sqlite3";
import type { Browser, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { openBrowser, phone, smallestPhone, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";
import { until } from "../support/until.ts";

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

const counts = () => {
  const database = new Database(join(program.dataFolder, "huong-thien.sqlite"), { readonly: true });
  const [row] = database.prepare("select * from search_counts").all() as { found: number; nothing: number }[];
  database.close();
  return { found: row?.found ?? 0, nothing: row?.nothing ?? 0 };
};
const find = (body: unknown) =>
  fetch(`${program.url}/api/tim`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const lost = "xyzzy qqqq wwww";

test("while one writes without marks the answers come, few are asked for, and only the last is shown", async () => {
  const { page, context, complaints } = await visit(browser, `${program.url}/tim`, smallestPhone);
  const asked: Request[] = [];
  page.on("request", (request) => void (request.url().includes("/api/tim") && asked.push(request)));
  await page.getByLabel("Tìm câu trả lời").pressSequentially("vay lam an dc nhiu", { delay: 20 });
  await page.getByRole("link", { name: /Vay vốn làm ăn theo Quyết định 22 được nhiều nhất/ }).waitFor();
  expect(await page.getByRole("status").textContent()).toMatch(/^Tìm thấy \d+ câu\.$/);
  expect(asked.length).toBeLessThanOrEqual(3);
  for (const request of asked) expect([request.method(), new URL(request.url()).search]).toEqual(["POST", ""]);
  expect(new URL(page.url()).search).toBe("");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByLabel("Tìm câu trả lời").fill("");
  await until("the list is empty", async () => (await page.locator("[data-found] li").count()) === 0);
  expect(complaints).toEqual([]);
  await context.close();
});

test("by keyboard alone: write, Enter, down to the first answer, open it", async () => {
  const { page, context } = await visit(browser, `${program.url}/tim`, phone);
  await page.getByLabel("Tìm câu trả lời").focus();
  await page.keyboard.type("lai suat vay von");
  await page.keyboard.press("Enter");
  await page.locator("[data-found] a").first().waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[data-found]") !== null)).toBe(true);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/chu-de\//);
  await context.close();
});

test("what is not found leads to the chat with the words already there, and to a person; counted, by day and without words", async () => {
  const before = counts();
  const { page, context } = await visit(browser, `${program.url}/tim`, phone);
  await page.getByLabel("Tìm câu trả lời").fill(lost);
  await page.getByText("Em chưa tìm thấy câu nào khớp.").waitFor();
  await until("it is counted", () => counts().nothing === before.nothing + 1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "Hỏi máy câu này" }).click();
  expect(await page.getByLabel("Câu hỏi của anh/chị").inputValue()).toBe(lost);
  expect(page.url()).toBe(`${program.url}/#hoi`);
  await page.goBack();
  await page.getByLabel("Tìm câu trả lời").fill(`${lost} nua`);
  await page.getByText("Em chưa tìm thấy câu nào khớp.").waitFor();
  await page.getByRole("link", { name: "Gặp tư vấn viên" }).click();
  expect(await page.getByLabel("Câu hỏi của anh/chị").inputValue()).toBe(`Tôi muốn gặp tư vấn viên. Tôi tìm: ${lost} nua`);
  expect(program.output()).not.toContain("xyzzy");
  await context.close();
});

test("without script the form finds the same, and counts", async () => {
  const before = counts();
  const { page, context } = await visit(browser, `${program.url}/tim`, { ...phone, javaScriptEnabled: false });
  for (const words of [lost, "vay von lam an"]) {
    await page.getByLabel("Tìm câu trả lời").fill(words);
    await page.getByRole("button", { name: "Tìm" }).click();
    await page.getByText(words === lost ? "Em chưa tìm thấy câu nào khớp." : /^Tìm thấy \d+ câu\.$/).waitFor();
  }
  expect(counts()).toEqual({ found: before.found + 1, nothing: before.nothing + 1 });
  await context.close();
});

test("what is half written is not counted, what is no question is refused, and too many are", async () => {
  const before = counts();
  expect((await find({ text: "vay von", done: false })).status).toBe(200);
  expect(counts()).toEqual(before);
  expect((await find({ text: "a".repeat(201), done: true })).status).toBe(400);
  expect((await find({ text: "vay" })).status).toBe(400);
  const { headers } = await find({ text: "vay", done: false });
  expect(headers.get("cache-control")).toBe("no-store");
  const statuses = await Promise.all(Array.from({ length: 260 }, async () => (await find({ text: "", done: false })).status));
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
});
