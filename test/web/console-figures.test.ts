import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseStore } from "../../server/store/choose.ts";
import { handled, received } from "../contract/store.ts";
import { accessibilityFaults } from "../support/accessibility.ts";
import { desk, openBrowser, phone, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";
import { enrol, firstLink, type SignedIn } from "../support/staff.ts";
import { until } from "../support/until.ts";
import { unzip } from "../support/unzip.ts";
import { webPerson } from "../support/web-person.ts";

let program: Program;
let browser: Browser;
let administrator: SignedIn;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  administrator = await enrol(program, await firstLink(program), "truong");
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

async function open(slug: string, options: BrowserContextOptions = desk, member = administrator) {
  const opened = await visit(browser, `${program.url}/healthz`, options);
  const [name = "", value = ""] = member.cookie.split("=");
  await opened.context.addCookies([{ name, value, url: program.url }]);
  await opened.page.goto(`${program.url}/console#${slug}`);
  await opened.page.locator("main h2:visible").first().waitFor();
  return opened;
}

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ["desk-light", { ...desk, colorScheme: "light" }],
  ["desk-dark", { ...desk, colorScheme: "dark" }],
  ["phone-light", { ...phone, colorScheme: "light" }],
  ["phone-dark", { ...phone, colorScheme: "dark" }],
];

/** Pictures for people to look at, where a folder is given for them. */
async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test("hours set in the console are what a person is told a moment later", async () => {
  const { page, context, complaints } = await open("gio-truc");
  await page.getByText("Chưa đặt giờ trực").waitFor();
  await page.getByRole("button", { name: "Thêm ngày" }).click();
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel("Tên").fill("Nghỉ cả kỳ thử");
  await page.getByLabel("Từ ngày").fill(today);
  await page.getByLabel("Đến hết ngày").fill(today);
  for (const day of ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]) {
    await page.getByLabel(`${day}, ca đầu: từ`).fill("08:00");
    await page.getByLabel(`${day}, ca đầu: đến`).fill("11:30");
  }
  await page.getByRole("button", { name: "Lưu giờ trực" }).click();
  await page.getByText(/Tư vấn viên trực lại: ngày mai \(.+\), 8 giờ\./).waitFor();
  await page.getByLabel("Nguy hiểm").fill("5");
  await page.getByLabel("Thường").fill("60");
  await page.getByRole("button", { name: "Lưu hạn trả lời" }).click();
  await until("the levels are kept", async () => {
    const office = (await (await administrator.call("GET", "/api/console/office")).json()) as { levels: { value?: { danger: number } } };
    return office.levels.value?.danger === 5;
  });
  const person = await webPerson(program);
  await person.say("cho tôi gặp người thật");
  await person.hears("Tư vấn viên trực lại: ngày mai");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints.filter((each) => !each.includes("404"))).toEqual([]);
  await context.close();
  for (const [name, options] of looks) {
    const look = await open("gio-truc", options);
    await look.page.getByLabel("Nguy hiểm").waitFor();
    await photograph(look.page, `hours-${name}`);
    expect(await accessibilityFaults(look.page)).toEqual([]);
    expect(await overflow(look.page)).toBe(false);
    await look.context.close();
  }
}, 90_000);

test("hours that contradict themselves are not saved, and it is said why", async () => {
  const { page, context } = await open("gio-truc");
  await page.getByLabel("Thứ Hai, ca đầu: từ").fill("12:00");
  await page.getByRole("button", { name: "Lưu giờ trực" }).click();
  await page.getByText("Chưa lưu: giờ bắt đầu phải trước giờ kết thúc.").waitFor();
  await context.close();
});

test("an answer is told to have helped with one tap, once, and the figures show it with their pictures", async () => {
  const person = await webPerson(program);
  for (let times = 0; times < 6; times++) {
    await (await webPerson(program)).say("vay vốn làm ăn được bao nhiêu tiền");
  }
  await person.say("vay vốn làm ăn được bao nhiêu tiền");
  await person.hears("100 triệu");
  await person.tap("Câu này giúp được");
  await person.hears("em cảm ơn anh/chị đã cho biết");
  const { page, context, complaints } = await open("so-lieu");
  await page.getByRole("heading", { name: "Câu này giúp được không" }).waitFor();
  const opinions = page.getByRole("region", { name: "Bảng: Câu này giúp được không" });
  await opinions.getByText("vay-von/").waitFor();
  const picture = page.getByRole("img", { name: /Câu hỏi theo chủ đề\./ });
  await picture.scrollIntoViewIfNeeded();
  await until("the picture is drawn", () => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0));
  await context.close();
  expect(complaints.filter((each) => !each.includes("404"))).toEqual([]);
  for (const [name, options] of looks) {
    const look = await open("so-lieu", options);
    await look.page.getByRole("heading", { name: "Câu này giúp được không" }).waitFor();
    for (const image of await look.page.getByRole("img").all()) {
      await image.scrollIntoViewIfNeeded();
      await until("each picture is drawn", () => image.evaluate((each) => (each as unknown as { naturalWidth: number }).naturalWidth > 0));
    }
    await photograph(look.page, `figures-${name}`);
    expect(await accessibilityFaults(look.page)).toEqual([]);
    expect(await overflow(look.page)).toBe(false);
    await look.context.close();
  }
}, 120_000);

test("the report of six months and its annex come with one click each", async () => {
  const { page, context } = await open("so-lieu");
  const [report] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Báo cáo 6 tháng" }).click()]);
  expect(report.suggestedFilename()).toMatch(/^bao-cao-6-thang-\d{4}-\d\d-\d\d\.docx$/);
  const [annex] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Phụ lục 6 tháng" }).click()]);
  expect(annex.suggestedFilename()).toMatch(/-phu-luc\.xlsx$/);
  await page.getByText("Tên cơ quan, nơi nhận, người ký").click();
  await page.getByLabel("Cơ quan báo cáo").fill("Cơ quan thử");
  await page.getByLabel("Nơi nhận").fill("Nơi một\n\nNơi hai");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByText("Đã lưu.").waitFor();
  await context.close();
  const response = await administrator.call("GET", "/api/console/figures/report.docx?months=12");
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  expect(files.get("word/document.xml")).toContain("CƠ QUAN THỬ");
  expect(files.get("word/document.xml")).toContain("- Nơi hai;");
  expect((await administrator.call("GET", "/api/console/figures?from=2026-02-01&to=2026-01-01")).status).toBe(400);
});

test("a conversation is found again by its words, with and without marks, and read", async () => {
  const person = await webPerson(program);
  await person.say("Vợ tôi bỏ về quê ngoại ở xóm Hạ, tôi phải làm gì");
  const search = async (text: string) => {
    const response = await administrator.call("POST", "/api/console/archive/search", { text });
    return ((await response.json()) as { found: { hit: string }[] }).found.map(({ hit }) => hit);
  };
  await until("the words can be found", async () => (await search("xom ngoai")).length === 1);
  expect(await search("vợ quê")).toEqual(["Vợ"]);
  expect(await search("vở quê")).toEqual([]);
  const { page, context, complaints } = await open("tim-lai");
  await page.getByLabel(/Chữ người hỏi/).fill("xom ha");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /xóm Hạ/ }).click();
  await page.getByRole("region", { name: "Cuộc trò chuyện" }).getByText("Vợ tôi bỏ về quê ngoại").waitFor();
  expect(page.url()).not.toContain("xom");
  expect(complaints.filter((each) => !each.includes("404"))).toEqual([]);
  await photograph(page, "archive-desk");
  expect(await accessibilityFaults(page)).toEqual([]);
  await context.close();
  const small = await open("tim-lai", { ...phone, colorScheme: "dark" });
  await small.page.getByLabel(/Chữ người hỏi/).fill("xom ha");
  await small.page.keyboard.press("Enter");
  await small.page.getByRole("button", { name: /xóm Hạ/ }).click();
  await small.page.getByRole("region", { name: "Cuộc trò chuyện" }).waitFor();
  await photograph(small.page, "archive-phone-dark");
  expect(await accessibilityFaults(small.page)).toEqual([]);
  expect(await overflow(small.page)).toBe(false);
  await small.context.close();
}, 60_000);

test("a case whose first answer is overdue is an alarm above the queue until somebody takes it", async () => {
  const office = (await (await administrator.call("GET", "/api/console/office")).json()) as { levels: { version: number } };
  const value = { danger: 5, freedom: null, money: null, none: null };
  await administrator.call("PUT", "/api/console/office/levels", { version: office.levels.version, value });
  const dataKey = Buffer.from(readFileSync(join(program.dataFolder, "data.key"), "utf8"), "base64");
  const store = await chooseStore({ databaseUrl: "", dataFolder: program.dataFolder, dataKey, carried: new Set() });
  const at = Date.now() - 20 * 60_000;
  // Said twenty minutes ago, as the store keeps it; once more where the program itself was quicker to take it.
  for (let tries = 0; ; tries++) {
    await store.rememberMessages("away", [received("nguy", { sentAt: at, sender: `away-${tries}` })], at);
    const work = await store.takeWork(Date.now(), 60_000);
    if (work === undefined) continue;
    await store.saveTurn(handled(work, { at, outcome: "safety", escalate: { reason: "danger", risk: "danger" } }));
    break;
  }
  await store.close();
  const { page, context } = await open("hang-cho");
  await page.getByText("1 cuộc quá hạn trả lời lần đầu.").waitFor();
  await photograph(page, "late-desk");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: /Mở cuộc nguy hiểm, hạn/ }).click();
  await page.getByRole("button", { name: "Nhận trả lời" }).click();
  await page.getByText("quá hạn trả lời lần đầu").waitFor({ state: "detached" });
  await context.close();
});

function overflow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
}
