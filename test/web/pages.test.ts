import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { answerAbout, ask, desk, openBrowser, phone, smallestPhone, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";

const paths = ["/", "/chat", "/van-ban", "/van-ban/qd-22-2023", "/van-ban/qd-22-2023/6.2.a", "/gioi-thieu", "/console", "/khong-co"];

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
  test.each(paths)("%s has no fault a machine can find for people who cannot see or point", async (path) => {
    const { page, context } = await visit(browser, program.url + path, { ...phone, colorScheme });
    await page.locator("h1").first().waitFor();
    if (path === "/" || path === "/chat") await page.getByText("Chào anh/chị.").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });

  test("a chat with an answer, a warning and a crisis text has none either", async () => {
    const { page, context } = await visit(browser, program.url, { ...desk, colorScheme });
    await ask(page, "vay von lam an duoc bao nhieu");
    await answerAbout(page, "100 triệu đồng");
    await ask(page, "tôi muốn chết, không thiết sống nữa");
    await page.locator(".part.safety").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });
});

test.each(paths)("%s needs no sideways scrolling at 320 px, which is 400 %% zoom on a desk", async (path) => {
  const { page, context } = await visit(browser, program.url + path, smallestPhone);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await context.close();
});

test("without script the home page says what it is and leads to the law, which is whole", async () => {
  const { page, context } = await visit(browser, program.url, { ...phone, javaScriptEnabled: false });
  await page.getByText("Nếu chờ mãi không thấy").waitFor();
  await page.getByRole("link", { name: "các điều luật bằng lời dễ hiểu" }).click();
  await page.getByRole("link", { name: "Quyết định 22/2023/QĐ-TTg" }).click();
  await page.getByRole("link", { name: /^Điều 6 khoản 2 điểm a/ }).click();
  await page.getByText("Đang áp dụng, theo quy định từ 10/10/2023.").waitFor();
  await context.close();
});

test("everything the chat loads is at most 40 KB as sent", () => {
  const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
  const files = new Set<string>();
  const add = (name: string) => {
    const { file, css = [], imports = [] } = manifest[name];
    for (const each of [file, ...css]) files.add(each);
    for (const each of imports) add(each);
  };
  for (const name of ["chat/main.tsx", "site/site.css"]) add(name);
  const bytes = [...files].map((file) => gzipSync(readFileSync(`dist/${file}`)).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(40 * 1024);
});
