import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "../../support/accessibility.ts";
import { answerAbout, ask, openBrowser, visit } from "../../support/browser.ts";
import { type Program, startProgram } from "../../support/program.ts";

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

test("a person sees what is kept of their conversation, takes it along, and erases it with one tap", async () => {
  const { page, context, complaints } = await visit(browser, program.url);
  await ask(page, "vay von lam an duoc bao nhieu");
  await answerAbout(page, "100 triệu đồng");
  const token = await page.evaluate(() => sessionStorage.getItem("hoi-dap"));

  await page.goto(`${program.url}/du-lieu-cua-toi`);
  await page.getByText("Máy chủ đang cất 2 lời.").waitFor();
  await page.getByText("vay von lam an duoc bao nhieu").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải về máy" }).click()]);
  const kept = readFileSync(await download.path(), "utf8");
  expect(kept).toContain("vay von lam an duoc bao nhieu");
  expect(kept).toContain("100 triệu đồng");

  await page.getByRole("button", { name: "Xóa hết ngay" }).click();
  await page.getByText("Đã xóa.").waitFor();
  expect(await page.getByText("vay von lam an duoc bao nhieu").isVisible()).toBe(false);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(token);
  const events = await fetch(`${program.url}/api/chat/events`, { headers: { authorization: `Bearer ${token}` } });
  const first = await events.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).not.toContain("vay von");
  expect(complaints).toEqual([]);
  await context.close();
});

test("where there was no conversation, the page says so", async () => {
  const { page, context } = await visit(browser, `${program.url}/du-lieu-cua-toi`);
  await page.getByText("Trên máy này không có cuộc hỏi đáp nào.").waitFor();
  await context.close();
});
