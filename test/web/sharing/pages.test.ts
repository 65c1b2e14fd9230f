import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults } from "../../support/accessibility.ts";
import { desk, openBrowser, phone, smallestPhone, visit } from "../../support/browser.ts";
import { type Program, startProgram } from "../../support/program.ts";

const entry = "/chu-de/ly-lich-tu-phap/bi-doi-phieu-so-2";
const paths = [
  entry,
  "/quyen-tu-choi",
  "/quyen-tu-choi/phieu-so-2",
  "/quyen-tu-choi/phieu-so-1",
  "/thu-gui-cong-ty",
  "/thu-gui-cong-ty/phieu-so-2",
  "/ap-phich",
  "/ap-phich/noi-tra-tu-do/a4",
  "/du-lieu-cua-toi",
  "/doan-phim",
  "/gioi-thieu",
  "/co-quan",
  "/van-ban/luat-thahs-2019",
];

let program: Program;
let browser: Browser;
beforeAll(async () => {
  const environment = { SITE_OWNER: "Tổ chạy thử", SITE_CONTACT: "phòng bên cạnh", PUBLIC_URL: "https://vi-du.example" };
  [program, browser] = await Promise.all([startProgram({ environment, graphUrl: "http://127.0.0.1:9" }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each(paths)("%s has no fault a machine can find, also with the largest letters on the smallest phone", async (path) => {
    const { page, context, complaints } = await visit(browser, program.url + path, { ...smallestPhone, colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Rất to" }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test("every page can be left at once, and nothing of it stays behind", async () => {
  const { page, context } = await visit(browser, program.url + entry);
  await context.route("https://www.google.com/**", (route) => route.fulfill({ body: "elsewhere" }));
  await page.getByRole("link", { name: "Thoát nhanh" }).click();
  await page.waitForURL("https://www.google.com/");
  await page.goBack().catch(() => null);
  expect(page.url()).not.toContain("phieu-so-2");
  await context.close();
});

test("what may be tapped in the furniture of a page is at least 44 px high", async () => {
  const { page, context } = await visit(browser, program.url + entry);
  const low = await page
    .locator(".site-header a, .site-header button:visible, .quick-exit, .button:visible, .site-footer li a, .link-list a, .breadcrumb a")
    .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 43.5).map((each) => each.textContent));
  expect(low).toEqual([]);
  await context.close();
});

test("the size of letters is remembered without a cookie, and is there before the page is painted", async () => {
  const { page, context } = await visit(browser, program.url + entry);
  const usual = await page.evaluate(() => getComputedStyle(document.body).fontSize);
  await page.getByRole("button", { name: "To", exact: true }).click();
  await page.goto(`${program.url}/gioi-thieu`, { waitUntil: "commit" });
  await page.waitForFunction(() => document.body !== null);
  expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe("to");
  expect(Number.parseFloat(await page.evaluate(() => getComputedStyle(document.body).fontSize))).toBeGreaterThan(Number.parseFloat(usual));
  expect(await page.getByRole("button", { name: "To", exact: true }).getAttribute("aria-pressed")).toBe("true");
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test("a first visit to an answer moves nothing after it is painted, and asks nobody else for anything", async () => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(program.url)) elsewhere.push(request.url());
  });
  await page.goto(program.url + entry);
  const moved = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const each of list.getEntries() as unknown as { value: number }[]) sum += each.value;
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
  expect(moved).toBeLessThan(0.02);
  expect(elsewhere).toEqual([]);
  await context.close();
});

test("an answer weighs at most 30 KB in all on the first visit", async () => {
  const { page, context } = await visit(browser, "about:blank");
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(program.url + entry, { waitUntil: "networkidle" });
  expect(bytes).toBeGreaterThan(3000);
  expect(bytes).toBeLessThanOrEqual(30 * 1024);
  await context.close();
});

test("a link that is sent on shows a sign and words that tell nothing of what it is about", async () => {
  const html = await (await fetch(program.url + entry)).text();
  const shown = [...html.matchAll(/<meta property="og:[a-z:]+" content="([^"]*)"/g)].map(([, content]) => content);
  expect(shown).toContain("https://vi-du.example/sign.png");
  for (const each of shown.filter((content) => !content?.startsWith("http"))) expect(each).not.toMatch(/phiếu|án|tù|luật/i);
  expect((await fetch(`${program.url}/sign.png`)).headers.get("content-type")).toBe("image/png");
});

test("a printed answer has its law with the address of each article, and no menu", async () => {
  const { page, context } = await visit(browser, program.url + entry, desk);
  await page.emulateMedia({ media: "print" });
  for (const part of ["nav", ".page-tools", ".quick-exit", ".go-on", ".related"])
    expect(await page.locator(part).first().isVisible(), part).toBe(false);
  const address = await page
    .locator(".cited a")
    .first()
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(address).toContain("https://vi-du.example/van-ban/luat-lltp-sua-2025");
  expect(pagesOf(await page.pdf({ format: "A4", preferCSSPageSize: true }))).toHaveLength(1);
  await context.close();
});

test("the card of a right says whose law it is and since when, in the library's own words", async () => {
  const { page, context } = await visit(browser, `${program.url}/quyen-tu-choi/phieu-so-2`, { ...phone, javaScriptEnabled: false });
  await page.getByText("không cơ quan, tổ chức, cá nhân nào được bắt người dân nộp").first().waitFor();
  await page.getByText("Theo quy định từ 01/7/2026").first().waitFor();
  await page.getByText("chưa đọc được toàn văn").first().waitFor();
  await page.getByRole("link", { name: "Viết thư cho công ty" }).click();
  await page.getByRole("heading", { name: "Thư xin không nộp Phiếu số 2" }).waitFor();
  await context.close();
});

test.each([true, false])(
  "a letter filled in on the page (script: %s) is printed with the words, and no request leaves",
  async (javaScriptEnabled) => {
    const { page, context } = await visit(browser, `${program.url}/thu-gui-cong-ty/phieu-so-2`, { ...phone, javaScriptEnabled });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByLabel("Họ và tên").fill("Nguyễn Văn Thử");
    await page.getByLabel("Tên công ty").fill("Công ty Thử");
    await page.getByLabel("Tên công ty").press("Enter");
    if (javaScriptEnabled) {
      await page.getByRole("button", { name: "Điền ngày hôm nay" }).click();
      expect(await page.getByLabel("Năm", { exact: true }).inputValue()).toMatch(/^20\d\d$/);
      expect(await page.locator(".signed").textContent()).toBe("Nguyễn Văn Thử");
    }
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    expect(pagesOf(await page.pdf({ format: "A4", preferCSSPageSize: true }))).toHaveLength(1);
    expect(asked).toEqual([]);
    expect(new URL(page.url()).search).toBe("");
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))).not.toContain("Thử");
    if (javaScriptEnabled) {
      await page.emulateMedia({ media: "screen" });
      await page.getByRole("button", { name: "Xóa chữ đã điền" }).click();
      expect(await page.getByLabel("Họ và tên").inputValue()).toBe("");
    }
    await context.close();
  },
);

test.each([
  ["a4", 210, 297],
  ["a5", 148, 210],
])("a poster is one page of %s with a code for the site and one for the Page's messages", async (size, width, height) => {
  const { page, context } = await visit(browser, `${program.url}/ap-phich/noi-tra-tu-do/${size}`, desk);
  expect(
    await page.getByRole("img", { name: /^Mã quét/ }).evaluateAll((all) => all.map((each) => each.getAttribute("aria-label"))),
  ).toEqual(["Mã quét: vi-du.example", expect.stringMatching(/^Mã quét: m\.me\/\d+$/)]);
  await page.getByText("Theo quy định từ").waitFor();
  const fits = await page.locator(".poster-sheet").evaluate((sheet) => sheet.scrollHeight <= sheet.clientHeight + 1);
  expect(fits).toBe(true);
  const [only, ...more] = pagesOf(await page.pdf({ format: "A4", preferCSSPageSize: true }));
  expect(more).toEqual([]);
  expect(only?.width).toBeCloseTo((width / 25.4) * 72, -1);
  expect(only?.height).toBeCloseTo((height / 25.4) * 72, -1);
  await context.close();
});

test("who answers for the site is said when it is known", async () => {
  const about = await (await fetch(`${program.url}/gioi-thieu`)).text();
  expect(about).toContain("Tổ chạy thử. Liên hệ: phòng bên cạnh.");
});

test("old law says what took its place, and the new says what it took the place of", async () => {
  const old = await (await fetch(`${program.url}/van-ban/luat-thahs-2019`)).text();
  expect(old).toMatch(/Quy định cũ:.*Nay thay bằng:.*\/van-ban\/luat-thahs-2025/s);
  expect(await (await fetch(`${program.url}/van-ban/luat-thahs-2025`)).text()).toMatch(/Thay cho<\/dt><dd>.*\/van-ban\/luat-thahs-2019/s);
});

test("an old name of a ward leads to where one goes now", async () => {
  const { page, context } = await visit(browser, `${program.url}/co-quan`);
  await page.getByRole("row", { name: "Kim Dinh" }).getByRole("link", { name: "Phường Long Hương" }).click();
  expect(new URL(page.url()).hash).toBe("#phuong-long-huong");
  await context.close();
});

/** The pages of a printed document, in points. */
function pagesOf(pdf: Buffer): readonly { readonly width: number; readonly height: number }[] {
  const boxes = [...pdf.toString("latin1").matchAll(/\/Type \/Page\b[^s][\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return boxes.map(([, width, height]) => ({ width: Number(width), height: Number(height) }));
}
