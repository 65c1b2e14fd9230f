import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerAbout, ask, desk, openBrowser, smallestPhone, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

test("a question without marks gets an answer whose article is a page that says it", async () => {
  const { page, context, complaints } = await visit(browser, program.url);
  await ask(page, "moi ra tu vay von lam an duoc bao nhieu");
  await answerAbout(page, "100 triệu đồng");
  const citation = page
    .getByRole("log")
    .getByRole("link", { name: /Quyết định 22\/2023/ })
    .first();
  const [opened] = await Promise.all([context.waitForEvent("page"), citation.click()]);
  await opened.getByText("Đang áp dụng, theo quy định từ 10/10/2023.").waitFor();
  expect(new URL(opened.url()).pathname).toMatch(/^\/van-ban\/qd-22-2023\//);
  expect(complaints).toEqual([]);
  await context.close();
});

test("markup a person writes is shown as they wrote it, and does nothing", async () => {
  const { page, context, complaints } = await visit(browser, program.url);
  const markup = `<img src=x onerror="document.title='xong'"><script>document.title='xong'</script>`;
  await ask(page, markup);
  await page.getByRole("log").getByText(markup).waitFor();
  await page.getByText("Máy trả lời", { exact: true }).first().waitFor();
  expect(await page.locator("#chat img, #chat script").count()).toBe(0);
  expect(await page.title()).not.toBe("xong");
  expect(complaints).toEqual([]);
  await context.close();
});

test("a tapped choice asks its question", async () => {
  const { page, context } = await visit(browser, program.url);
  await page.getByRole("button", { name: "Vay vốn làm ăn" }).click();
  await answerAbout(page, "100 triệu đồng");
  await context.close();
});

test("with the keyboard alone one comes to the box, asks, and stays in it", async () => {
  const { page, context } = await visit(browser, `${program.url}/chat`, desk);
  const box = page.getByLabel("Câu hỏi của anh/chị");
  await box.waitFor();
  for (let presses = 0; presses < 12 && !(await box.evaluate((element) => element === document.activeElement)); presses++)
    await page.keyboard.press("Tab");
  await page.keyboard.type("vay von co phai the chap khong");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("toi moi ra tu");
  await page.keyboard.press("Enter");
  await answerAbout(page, "thế chấp");
  expect(await box.inputValue()).toBe("");
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await context.close();
});

test("an answer longer than the screen starts at its first line", async () => {
  const { page, context } = await visit(browser, program.url, smallestPhone);
  await ask(page, "vay vốn cần giấy tờ gì");
  const answer = page.locator(".message.bot").last();
  await answer.getByText("Việc nên làm").waitFor();
  const top = await answer.evaluate((element) => element.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(smallestPhone.viewport.height / 2);
  await context.close();
});

test("what was said stays in its tab; another tab sees it only when the person asked to be remembered", async () => {
  const { page, context } = await visit(browser, program.url);
  await ask(page, "lãi suất vay vốn bao nhiêu");
  await answerAbout(page, "%");
  await page.reload();
  await answerAbout(page, "%");

  const stranger = await context.newPage();
  await stranger.goto(program.url);
  await stranger.getByText("Chào anh/chị.").first().waitFor();
  expect(await stranger.getByText("lãi suất vay vốn bao nhiêu").count()).toBe(0);

  await page.getByLabel("Nhớ trên máy này").check();
  const later = await context.newPage();
  await later.goto(program.url);
  await later.getByText("lãi suất vay vốn bao nhiêu").waitFor();
  await context.close();
});

test("erasing asks once, and then nothing is left here or after a reload", async () => {
  const { page, context } = await visit(browser, program.url);
  await ask(page, "ai được vay vốn");
  await page.getByText("Máy trả lời", { exact: true }).nth(0).waitFor();
  await page.getByRole("button", { name: "Xóa hội thoại" }).click();
  await page
    .locator("dialog code")
    .filter({ hasText: /^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/ })
    .waitFor();
  await page.getByRole("button", { name: "Giữ lại" }).click();
  expect(await page.getByText("ai được vay vốn").count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Xóa hội thoại" }).click();
  await page.getByRole("button", { name: "Xóa hết" }).click();
  await page.getByText("Chào anh/chị.").first().waitFor();
  await page.reload();
  await page.getByText("Chào anh/chị.").first().waitFor();
  expect(await page.getByRole("log").getByText("ai được vay vốn").count()).toBe(0);
  await context.close();
});

test.each([
  ["the home page", "/", "link"],
  ["the chat alone", "/chat", "button"],
] as const)("the one quick exit of %s leaves at once, out of the history, and forgets the conversation", async (_name, path, role) => {
  const { page, context } = await visit(browser, program.url + path);
  await context.route("https://www.google.com/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" }),
  );
  await ask(page, "ai được vay vốn");
  await page.getByText("Máy trả lời", { exact: true }).first().waitFor();
  expect(await page.getByText("Thoát nhanh", { exact: true }).count()).toBe(1);
  await page.getByRole(role, { name: "Thoát nhanh" }).click();
  await page.waitForURL("https://www.google.com/**");
  await page.goto(program.url + path);
  await page.getByText("Chào anh/chị.").first().waitFor();
  expect(await page.getByRole("log").getByText("ai được vay vốn").count()).toBe(0);
  await context.close();
});
