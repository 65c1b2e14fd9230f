import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { answerAbout, desk, openBrowser, phone, smallestPhone, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";

let program: Program;
let browser: Browser;
let address: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ environment: { TRUSTED_PROXIES: "1" } }), openBrowser()]);
  address = `${program.url}/cong-cu/xoa-an-tich`;
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

let readers = 0;
/** Each person comes from an address of their own, so that none is told to slow down. */
const somebody = () => ({ extraHTTPHeaders: { "x-forwarded-for": `10.1.0.${++readers}` } });

const heading = (page: Page, words: string | RegExp) => page.getByRole("heading", { level: 1, name: words }).waitFor();

/** Presses a button, and waits for the question or result that has these words. */
async function tap(page: Page, button: string | RegExp, then: string | RegExp): Promise<void> {
  await page
    .getByRole("button", { name: button, exact: typeof button === "string" })
    .first()
    .click();
  await heading(page, then);
}

const questions = {
  penalty: "Tòa tuyên hình phạt nào là chính?",
  special: "Có điều nào dưới đây đúng",
  how: "xong án tù theo cách nào?",
  when: "xong án, ra trại ngày nào?",
  money: "Bồi thường, án phí",
  sentence: "Tòa tuyên bao nhiêu năm tù?",
  more: "Tòa có phạt thêm gì nữa không?",
} as const;
const result = /từ sau ngày 10\/2\/2026 là đã đủ thời gian/;

async function toTheDay(page: Page): Promise<void> {
  await tap(page, "Bắt đầu", questions.penalty);
  await tap(page, "Tù giam", questions.special);
  await tap(page, "Không có điều nào", questions.how);
  await tap(page, /^Ở hết án/, questions.when);
}

async function fillDay(page: Page, [day, month, year]: readonly [string, string, string]): Promise<void> {
  await page.getByLabel("Ngày", { exact: true }).fill(day);
  await page.getByLabel("Tháng", { exact: true }).fill(month);
  await page.getByLabel("Năm", { exact: true }).fill(year);
}

async function toTheResult(page: Page): Promise<void> {
  await toTheDay(page);
  await fillDay(page, ["10", "2", "2024"]);
  await tap(page, "Tiếp tục", questions.money);
  await tap(page, /^Đã nộp hết từ trước/, questions.sentence);
  await page.getByLabel("Số năm").fill("2");
  await tap(page, "Tiếp tục", questions.more);
  await tap(page, "Không có", result);
}

describe("without script", () => {
  const plain = { ...phone, javaScriptEnabled: false };

  test("an interview goes from the home page to its result, whose law opens beside it, and says how to reach a person", async () => {
    const { page, context } = await visit(browser, program.url, { ...plain, ...somebody() });
    await page.getByRole("link", { name: "Bao giờ tôi được xóa án tích?" }).click();
    await toTheResult(page);
    await page.getByText("Tòa tuyên 2 năm tù, nên thời gian chờ là 2 năm").waitFor();
    await page.getByText("Xem lời sẽ gửi").click();
    expect(await page.getByLabel("Lời sẽ gửi").inputValue()).toContain("Kết quả: Theo cách tính này");
    await page.getByText("chọn mục In").waitFor();
    expect(await page.getByRole("link", { name: "1800 1233" }).getAttribute("href")).toBe("tel:18001233");
    expect(await page.getByRole("button", { name: "In hoặc lưu thành PDF" }).count()).toBe(0);
    expect(page.url()).toBe(address);
    const law = page.getByRole("link", { name: /Điều 70 khoản 2/ }).first();
    const [opened] = await Promise.all([context.waitForEvent("page"), law.click()]);
    await opened.getByText("Đang áp dụng, theo quy định từ").waitFor();
    await context.close();
  });

  test("going back shows what was answered, and an answer can be changed from the result", async () => {
    const { page, context } = await visit(browser, address, { ...plain, ...somebody() });
    await toTheDay(page);
    await page.getByText("Muốn xem lại câu trước, bấm nút trên trang này").waitFor();
    await tap(page, "‹ Câu trước", questions.how);
    await page.getByText("(đã chọn)").waitFor();
    await tap(page, /^Ở hết án/, questions.when);
    await fillDay(page, ["10", "2", "2024"]);
    await tap(page, "Tiếp tục", questions.money);
    await tap(page, /^Sửa.*xong án, ra trại ngày nào/, questions.when);
    expect(await page.getByLabel("Năm", { exact: true }).inputValue()).toBe("2024");
    await page.getByLabel("Năm", { exact: true }).fill("2023");
    await tap(page, "Tiếp tục", questions.money);
    await page.getByText("ngày 10/2/2023").waitFor();
    await context.close();
  });

  test("an answer that is not understood is asked again with the words for why, and words are said back", async () => {
    const { page, context } = await visit(browser, address, { ...plain, ...somebody() });
    await toTheDay(page);
    await fillDay(page, ["31", "2", "2023"]);
    await tap(page, "Tiếp tục", questions.when);
    await page.getByRole("alert").getByText("Tháng 2/2023 không có ngày 31").waitFor();
    expect(await page.getByLabel("Ngày", { exact: true }).inputValue()).toBe("31");
    await page.getByText("Ghi bằng lời cũng được").click();
    await page.getByLabel("Câu trả lời bằng lời").fill("tháng 5 năm 2023");
    await tap(page, "Tiếp tục", "Em hiểu như vậy có đúng không?");
    await page.getByText("tháng 5/2023, ngày chưa rõ").waitFor();
    await tap(page, "Đúng", questions.money);
    await context.close();
  });

  test("Enter in a field goes on, and does not press another button", async () => {
    const { page, context } = await visit(browser, address, { ...plain, ...somebody() });
    await toTheDay(page);
    await fillDay(page, ["10", "2", "2024"]);
    await page.keyboard.press("Enter");
    await heading(page, questions.money);
    await page.getByText("ngày 10/2/2024").waitFor();
    await context.close();
  });
});

describe("with script", () => {
  test("a step loads no page; the browser's back, forward and reload show each step again", async () => {
    const { page, context, complaints } = await visit(browser, address, { ...phone, ...somebody() });
    await page.evaluate(() => document.documentElement.setAttribute("data-same", "page"));
    await toTheResult(page);
    await page.goBack();
    await heading(page, questions.more);
    await page.goBack();
    await heading(page, questions.sentence);
    await page.goForward();
    await heading(page, questions.more);
    expect(await page.locator("html").getAttribute("data-same")).toBe("page");
    await page.reload();
    await heading(page, questions.more);
    await page.getByRole("link", { name: "Luật", exact: true }).click();
    await heading(page, "Văn bản luật");
    await page.goBack();
    await heading(page, questions.more);
    await tap(page, "Không có", result);
    for (let back = 0; back < 8; back++) await page.goBack();
    await heading(page, "Bao giờ tôi được xóa án tích?");
    expect(page.url()).toBe(address);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("the result is sent to a counsellor with one tap and the person's own sending; nothing of it is in an address", async () => {
    const { page, context } = await visit(browser, address, { ...phone, ...somebody() });
    await toTheResult(page);
    await page.getByRole("button", { name: "Đồng ý, gửi cho tư vấn viên" }).click();
    const box = page.getByLabel("Câu hỏi của anh/chị");
    await box.waitFor();
    expect(await box.inputValue()).toMatch(/^Gặp tư vấn viên\.\n\nTôi tự tính/);
    expect(page.url()).toBe(`${program.url}/#hoi`);
    await page.getByRole("button", { name: "Gửi", exact: true }).click();
    await answerAbout(page, "em chuyển lời anh/chị cho tư vấn viên");
    await page.reload();
    await answerAbout(page, "em chuyển lời anh/chị cho tư vấn viên");
    expect(await box.inputValue()).toBe("");
    await context.close();
  });

  test("printing has a button, and the printed page has the result and no buttons", async () => {
    const { page, context } = await visit(browser, address, { ...desk, colorScheme: "dark", ...somebody() });
    await toTheResult(page);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "yes");
    });
    await page.getByRole("button", { name: "In hoặc lưu thành PDF" }).click();
    expect(await page.locator("body").getAttribute("data-printed")).toBe("yes");
    await page.emulateMedia({ media: "print" });
    for (const part of ["button:visible", "nav:visible", ".quick-exit:visible", "#gui:visible", "textarea:visible"])
      expect(await page.locator(part).count(), part).toBe(0);
    expect(await page.getByText("Cách tính từng bước").isVisible()).toBe(true);
    expect(await page.getByRole("heading", { name: "Anh/chị đã trả lời" }).isVisible()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(250, 247, 241)");
    await context.close();
  });

  test("the quick exit leaves at once, and who comes back finds the beginning", async () => {
    const { page, context } = await visit(browser, address, { ...phone, ...somebody() });
    await context.route("https://www.google.com/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" }),
    );
    await toTheResult(page);
    await page.getByRole("link", { name: "Thoát nhanh" }).click();
    await page.waitForURL("https://www.google.com/**");
    await page.goBack();
    await heading(page, "Bao giờ tôi được xóa án tích?");
    expect(await page.getByText("Tù giam").count()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await context.close();
  });

  test("with the connection gone the person is told, keeps the page, and goes on when it is back", async () => {
    const { page, context } = await visit(browser, address, { ...phone, ...somebody() });
    await tap(page, "Bắt đầu", questions.penalty);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Tù giam" }).click();
    await page.getByText("Chưa gửi được, có thể mất mạng").waitFor();
    await context.setOffline(false);
    await tap(page, "Tù giam", questions.special);
    await context.close();
  });

  test("with the keyboard alone one starts, answers and hears of a mistake", async () => {
    const { page, context } = await visit(browser, address, { ...desk, ...somebody() });
    const press = async (name: string) => {
      const button = page.getByRole("button", { name, exact: true }).first();
      for (let presses = 0; presses < 40 && !(await button.evaluate((each) => each === document.activeElement)); presses++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
    };
    await press("Bắt đầu");
    await heading(page, questions.penalty);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await press("Tù giam");
    await heading(page, questions.special);
    await press("Tiếp tục");
    await page.getByRole("alert").waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    expect(await page.getByRole("checkbox").first().isChecked()).toBe(true);
    await context.close();
  });
});

describe.each([
  ["light", desk],
  ["dark", phone],
] as const)("in %s", (colorScheme, size) => {
  test("no page has a fault a machine can find for people who cannot see or point", async () => {
    const { page, context } = await visit(browser, `${program.url}/cong-cu`, { ...size, colorScheme, ...somebody() });
    const look = async (what: string) => expect(await accessibilityFaults(page), what).toEqual([]);
    await look("list");
    await page.goto(address);
    await look("start");
    await tap(page, "Bắt đầu", questions.penalty);
    await look("buttons");
    await tap(page, "Tù giam", questions.special);
    await look("ticks");
    await tap(page, "Tiếp tục", questions.special);
    await page.getByRole("alert").waitFor();
    await look("error");
    await tap(page, "Không có điều nào", questions.how);
    await tap(page, /^Ở hết án/, questions.when);
    await look("day");
    await page.getByText("Ghi bằng lời cũng được").click();
    await page.getByLabel("Câu trả lời bằng lời").fill("10 tháng 2 năm 2024");
    await tap(page, "Tiếp tục", "Em hiểu như vậy có đúng không?");
    await look("confirm");
    await tap(page, "Đúng", questions.money);
    await tap(page, /^Đã nộp hết từ trước/, questions.sentence);
    await look("duration");
    await page.getByLabel("Số năm").fill("2");
    await tap(page, "Tiếp tục", questions.more);
    await tap(page, "Không có", result);
    await page.getByText("Xem lời sẽ gửi").click();
    await look("result");
    await context.close();
  });
});

test("at 320 px, which is 400 % zoom on a desk, no page scrolls sideways", async () => {
  const { page, context } = await visit(browser, `${program.url}/cong-cu`, { ...smallestPhone, ...somebody() });
  const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await fits();
  await page.goto(address);
  await fits();
  await toTheDay(page);
  await fits();
  await tap(page, "Tiếp tục", questions.when);
  await fits();
  await fillDay(page, ["10", "2", "2024"]);
  await tap(page, "Tiếp tục", questions.money);
  await tap(page, /^Đã nộp hết từ trước/, questions.sentence);
  await page.getByLabel("Số năm").fill("2");
  await tap(page, "Tiếp tục", questions.more);
  await tap(page, "Không có", result);
  await fits();
  await context.close();
});

test("from start to result nobody else is asked for anything", async () => {
  const { page, context } = await visit(browser, address, { ...phone, ...somebody() });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await toTheResult(page);
  expect(asked.length).toBeGreaterThan(10);
  for (const url of asked) expect(url).toMatch(new RegExp(`^${program.url}/`));
  await context.close();
});
