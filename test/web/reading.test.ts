import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { openBrowser, phone, smallestPhone, visit } from "../support/browser.ts";
import { realLibrary } from "../support/library.ts";
import { type Program, startProgram } from "../support/program.ts";

const entry = "/chu-de/vay-von/muc-vay-lam-an";
const paths = ["/chu-de", "/chu-de/vay-von", entry, "/canh-bao", "/tin-don", "/duong-day-nong", "/co-quan", "/tim"];

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each(paths)("%s has no fault a machine can find, and needs no sideways scrolling", async (path) => {
    const { page, context, complaints } = await visit(browser, program.url + path, { ...smallestPhone, colorScheme });
    await page.locator("h1").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test("without script one finds an answer by words without marks, reads it, and opens the article it rests on", async () => {
  const { page, context } = await visit(browser, `${program.url}/chu-de`, { ...phone, javaScriptEnabled: false });
  await page.getByLabel("Tìm câu trả lời").fill("vay lam an dc nhiu");
  await page.getByRole("button", { name: "Tìm" }).click();
  expect(new URL(page.url()).search).toBe("");
  await page.getByRole("link", { name: /Vay vốn làm ăn theo Quyết định 22 được nhiều nhất/ }).click();
  await page.getByText("100 triệu đồng").first().waitFor();
  await page.getByRole("link", { name: /^Điều 6 khoản 2 điểm a/ }).click();
  await page.getByText("Đang áp dụng, theo quy định từ 10/10/2023.").waitFor();
  await page.getByRole("link", { name: /Vay vốn làm ăn theo Quyết định 22 được nhiều nhất/ }).click();
  expect(new URL(page.url()).pathname).toBe(entry);
  await context.close();
});

test("an answer leads to the chat with its question already there", async () => {
  const { page, context } = await visit(browser, program.url + entry);
  await page.getByRole("link", { name: "Hỏi tiếp" }).click();
  await page.getByLabel("Câu hỏi của anh/chị").waitFor();
  expect(await page.getByLabel("Câu hỏi của anh/chị").inputValue()).toContain("Vay vốn làm ăn");
  await context.close();
});

test("every entry is a page; one of old law says so and leads to the new one", async () => {
  const library = realLibrary();
  for (const [position, each] of [...library.entries.values()].entries()) {
    if (position % 12 !== 0) continue;
    const name = each.id.slice(each.id.indexOf("/") + 1);
    const path = { topic: `/chu-de/${each.id}`, warning: `/canh-bao/${name}`, rumour: `/tin-don/${name}` }[each.kind];
    const response = await fetch(program.url + path);
    expect(response.status, path).toBe(200);
    const text = await response.text();
    expect(text.length, path).toBeLessThan(30_000);
    if (each.replacedBy !== undefined) expect(text, path).toContain("quy định cũ");
  }
  expect((await fetch(`${program.url}/chu-de/vay-von/khong-co`)).status).toBe(404);
  expect((await fetch(`${program.url}/chu-de/warnings/tin-dung-den`, { redirect: "manual" })).headers.get("location")).toBe(
    "/canh-bao/tin-dung-den",
  );
});

test("the map of the site names pages there are, and no page of old law", async () => {
  const map = await (await fetch(`${program.url}/sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => new URL(url ?? "").pathname);
  expect(paths.length).toBeGreaterThan(700);
  for (const path of paths.filter((_, position) => position % 40 === 0)) expect((await fetch(program.url + path)).status, path).toBe(200);
  expect(paths).not.toContain("/chu-de/ly-lich-tu-phap/xin-o-dau-truoc-2025");
});

test("what is sent to the search is bounded, and markup stays text", async () => {
  const find = (tim: string) => fetch(`${program.url}/tim`, { method: "POST", body: new URLSearchParams({ tim }) });
  expect(await (await find("<script>alert(1)</script>")).text()).not.toContain("<script>alert");
  expect((await find("a".repeat(5000))).status).toBe(413);
  expect((await find("")).status).toBe(200);
});
