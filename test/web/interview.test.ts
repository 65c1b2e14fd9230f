import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { answerAbout, ask, openBrowser, phone, smallestPhone, visit } from "../support/browser.ts";
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

const told = "bao giờ tôi được xóa án tích, tôi bị 3 năm ra tháng 5/2023";
const asks = {
  special: "Có điều nào dưới đây đúng với anh/chị không?",
  ending: "Anh/chị xong án tù theo cách nào?",
  money: "đã nộp xong chưa?",
  more: "Tòa có phạt thêm gì nữa không?",
};
const result = "Theo cách tính này, từ sau ngày 31/5/2025 là đã đủ thời gian.";

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

/** Moves by Tab to what has these words, and presses Enter. */
async function press(page: Page, words: string, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 25 && !(await focused(page)).startsWith(words); presses++) await page.keyboard.press(key);
  expect(await focused(page)).toMatch(new RegExp(`^${words}`));
  await page.keyboard.press("Enter");
}

test("on a small phone, with the keyboard alone: begun by a question, answered, come to a result whose article opens", async () => {
  const { page, context, complaints } = await visit(browser, `${program.url}/chat`, phone);
  const box = page.getByLabel("Câu hỏi của anh/chị");
  await box.waitFor();
  for (let presses = 0; presses < 15 && !(await box.evaluate((element) => element === document.activeElement)); presses++)
    await page.keyboard.press("Tab");
  await page.keyboard.type(told);
  await page.keyboard.press("Enter");
  await answerAbout(page, "Đúng không?");
  await press(page, "Đúng", "Shift+Tab");
  await answerAbout(page, asks.special);
  await answerAbout(page, "Câu 2, khoảng 8 câu");
  await press(page, "Không có điều nào");
  await answerAbout(page, asks.ending);
  await press(page, "Mãn án");
  await answerAbout(page, asks.money);
  await press(page, "Xong trước khi ra");
  await answerAbout(page, asks.more);
  await press(page, "Không có");
  await answerAbout(page, result);
  const citation = page.getByRole("link", { name: "Điều 70 khoản 2 điểm b Bộ luật Hình sự" });
  const [opened] = await Promise.all([context.waitForEvent("page"), citation.press("Enter")]);
  await opened.getByText("Đang áp dụng, theo quy định từ 01/1/2018.").waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

/** By taps, as fast as they come. */
async function walk(page: Page): Promise<void> {
  await ask(page, told);
  const taps: readonly (readonly [after: string, label: string])[] = [
    ["Đúng không?", "Đúng"],
    [asks.special, "Không có điều nào"],
    [asks.ending, "Mãn án"],
    [asks.money, "Xong trước khi ra"],
    [asks.more, "Không có"],
  ];
  for (const [after, label] of taps) {
    await answerAbout(page, after);
    await page
      .getByRole("button", { name: label === "Không có điều nào" ? label : new RegExp(`^${label}($| )`) })
      .first()
      .click();
  }
  await answerAbout(page, result);
}

test.each(["light", "dark"] as const)(
  "in %s neither a question nor a result has a fault a machine can find, nor scrolls sideways",
  async (colorScheme) => {
    const { page, context } = await visit(browser, program.url, { ...smallestPhone, colorScheme });
    await ask(page, told);
    await answerAbout(page, "Đúng không?");
    await page.getByRole("button", { name: "Đúng", exact: true }).click();
    await answerAbout(page, asks.special);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: /^Không có điều nào/ }).click();
    await answerAbout(page, asks.ending);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await context.close();
    const other = await visit(browser, program.url, { ...phone, colorScheme });
    await walk(other.page);
    expect(await accessibilityFaults(other.page)).toEqual([]);
    await other.context.close();
  },
);

test("a result is printed alone, with the address of every article it rests on", async () => {
  const { page, context } = await visit(browser, program.url, phone);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await walk(page);
  await page.getByRole("button", { name: "In kết quả" }).click();
  await page.emulateMedia({ media: "print" });
  await page.getByText(result).waitFor();
  for (const hidden of [page.getByLabel("Câu hỏi của anh/chị"), page.getByRole("heading", { level: 1 }), page.getByText(told)])
    expect(await hidden.first().isVisible()).toBe(false);
  const address = await page
    .getByRole("link", { name: "Điều 70 khoản 2 điểm b" })
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(address).toContain("/van-ban/blhs-2015/70.2.b");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  expect(await page.getByLabel("Câu hỏi của anh/chị").isVisible()).toBe(true);
  await context.close();
});

test("what is left waits: after a reload one word goes on with it, and the result goes to a counsellor by one tap", async () => {
  const { page, context } = await visit(browser, program.url, phone);
  await ask(page, told);
  await answerAbout(page, "Đúng không?");
  await page.getByRole("button", { name: "Thôi, để sau" }).click();
  await answerAbout(page, "Em giữ những gì anh/chị đã trả lời");
  await page.reload();
  await answerAbout(page, "Em giữ những gì anh/chị đã trả lời");
  await ask(page, "tiep");
  await answerAbout(page, "Dạ, mình làm tiếp.");
  await page.getByRole("button", { name: "Đúng", exact: true }).click();
  await answerAbout(page, asks.special);
  await page.getByRole("button", { name: /^Không có điều nào/ }).click();
  await answerAbout(page, asks.ending);
  await page.getByRole("button", { name: /^Mãn án/ }).click();
  await answerAbout(page, asks.money);
  await page.getByRole("button", { name: /^Xong trước khi ra/ }).click();
  await answerAbout(page, asks.more);
  await page.getByRole("button", { name: /^Không có/ }).click();
  await answerAbout(page, "Bấm “Gửi cho tư vấn viên”");
  await page.getByRole("button", { name: "Gửi cho tư vấn viên" }).click();
  await answerAbout(page, "Em gửi cho tư vấn viên:");
  await page.getByText("Câu hỏi đang chờ tư vấn viên.").waitFor();
  await context.close();
});
