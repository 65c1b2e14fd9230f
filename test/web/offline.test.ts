import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Copy, markedPage } from "../../web/steady/marked-page.ts";
import { accessibilityFaults } from "../support/accessibility.ts";
import { openBrowser, smallestPhone } from "../support/browser.ts";
import { type Cable, layCable } from "../support/cable.ts";
import { type Program, startProgram } from "../support/program.ts";
import { until } from "../support/until.ts";

const entry = "/chu-de/vay-von/muc-vay-lam-an";
const other = "/chu-de/vay-von/lai-suat";

let program: Program;
let browser: Browser;
let cable: Cable;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  cable = await layCable(program.url);
});
afterAll(async () => {
  await browser.close();
  await cable.close();
  await program.kill("SIGTERM");
});

let context: BrowserContext;
let page: Page;
beforeEach(async () => {
  cable.plugIn();
  context = await browser.newContext({ locale: "vi-VN", ...smallestPhone });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return () => context.close();
});

const open = async (path: string) => {
  await page.goto(cable.url + path);
  await page.evaluate(() => navigator.serviceWorker.ready);
};
const keep = async (path: string) => {
  await open(path);
  await page.getByRole("button", { name: "Giữ trang này" }).click();
  await page.getByText("Đã giữ. Mất mạng vẫn mở được trang này.").waitFor();
};
const caches = () => page.evaluate(async () => (await window.caches.keys()).toSorted());

test("with the cable out the lines to call are there, after a single visit to any page; what was only read is not on the device", async () => {
  await open(entry);
  cable.pull();
  await page.goto(`${cable.url}/duong-day-nong`);
  await page.getByText(/^Bản lưu trên máy, ngày \d\d\/\d+\/\d{4}\. Máy đang không có mạng\.$/).waitFor();
  for (const number of ["113", "115", "111", "1800 1233"]) await page.getByRole("link", { name: `Gọi ${number}`, exact: true }).waitFor();
  await page.goto(cable.url + entry);
  await page.getByRole("heading", { name: "Đang mất mạng" }).waitFor();
  await page.getByRole("link", { name: "Gọi 113", exact: true }).waitFor();
  expect(await page.getByText("100 triệu").count()).toBe(0);
  expect(await page.getByText("Trang đã giữ trên máy này").count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("a page somebody asked to keep is read without a network, styled and dated; it is listed, and can be let go", async () => {
  await keep(entry);
  cable.pull();
  await page.goto(cable.url + entry);
  await page.getByText(/^Bản lưu trên máy, ngày/).waitFor();
  await page.getByText("100 triệu đồng").first().waitFor();
  expect(await page.evaluate(() => getComputedStyle(document.querySelector(".short") as Element).borderLeftWidth)).toBe("4px");
  expect(await page.locator(".kept-note.past").count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto(cable.url + other);
  await page.getByRole("link", { name: /Vay vốn làm ăn theo Quyết định 22/ }).click();
  await page.getByText("100 triệu đồng").first().waitFor();
  cable.plugIn();
  await page.goto(`${cable.url}/giu-tren-may`);
  await page.getByRole("link", { name: /Vay vốn làm ăn/ }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: /^Bỏ: Vay vốn/ }).click();
  await page.getByText("Chưa giữ trang nào.").waitFor();
  cable.pull();
  await page.goto(cable.url + entry);
  await page.getByRole("heading", { name: "Đang mất mạng" }).waitFor();
});

test("a kept page is fetched anew when the library is; until then it is shown with a warning, never as today's law", async () => {
  await keep(entry);
  // The device learns of a newer release, and the page cannot be fetched: as when the network goes in that very moment.
  await page.evaluate(async () => (await window.caches.open("so-goi")).put("/~moi-nhat", new Response("sau-nay")));
  cable.pull();
  await page.goto(cable.url + entry);
  await page.getByText("Đã có bản mới hơn mà máy chưa tải được: luật có thể đã khác.").waitFor();
  cable.plugIn();
  await page.goto(`${cable.url}/chu-de`);
  await until("it is fetched anew", () =>
    page.evaluate(async () => (await (await window.caches.match("/~moi-nhat"))?.text()) !== "sau-nay"),
  );
  await until("the copy is of the newest release", async () => {
    cable.pull();
    await page.goto(cable.url + entry);
    cable.plugIn();
    return (await page.locator(".kept-note:not(.past)").count()) === 1;
  });
});

test("leaving quickly takes what was kept along, unless the device is the person's own; the lines to call stay", async () => {
  await keep(entry);
  await page.route("https://www.google.com/**", (route) => route.fulfill({ body: "yên lặng", contentType: "text/plain; charset=utf-8" }));
  await page.getByRole("link", { name: "Thoát nhanh" }).click();
  await page.getByText("yên lặng").waitFor();
  await open("/chu-de");
  expect(await caches()).toEqual(["so-goi"]);

  await keep(entry);
  await page.goto(`${cable.url}/giu-tren-may`);
  await page.getByLabel(/Máy này của riêng tôi/).check();
  await page.getByRole("link", { name: "Thoát nhanh" }).click();
  await page.getByText("yên lặng").waitFor();
  await open("/chu-de");
  expect(await caches()).toEqual(["giu-lai", "so-goi"]);
});

test("wiping leaves nothing of this site on the device, with script or without", async () => {
  await keep(entry);
  await page.evaluate(() => localStorage.setItem("hoi-dap", "khóa"));
  await page.goto(`${cable.url}/giu-tren-may`);
  await page.getByRole("button", { name: "Xóa dấu vết trên máy này" }).click();
  await page.getByRole("heading", { name: "Đã xóa trên máy này" }).waitFor();
  await page.goto(`${cable.url}/icon.svg`);
  expect(await caches()).toEqual([]);
  expect(await page.evaluate(async () => [localStorage.length, (await navigator.serviceWorker.getRegistrations()).length])).toEqual([0, 0]);
  const answer = await fetch(`${program.url}/xoa-dau-vet`, { method: "POST" });
  expect(answer.headers.get("clear-site-data")).toBe('"cache", "storage"');
});

test("the worker leaves the chat, the console and the API alone", async () => {
  await open("/chu-de");
  cable.pull();
  for (const path of ["/chat", "/console", "/api/chat/events"])
    await expect(page.goto(cable.url + path)).rejects.toThrow(/ERR_(EMPTY|CONNECTION|SOCKET)/);
});

describe("a copy is shown", () => {
  const day = 86_400_000;
  const keptAt = Date.UTC(2026, 10, 25, 3);
  const shown = (copy: Partial<Copy>) =>
    markedPage('<main id="noi-dung"><p>Bài</p>', {
      keptAt,
      now: keptAt + day,
      goodUntil: undefined,
      isOlder: false,
      list: [],
      listMark: "data-kept-pages",
      ...copy,
    });
  test("with its day, in Vietnam's time", () => {
    expect(shown({})).toContain('<main id="noi-dung"><p class="kept-note">Bản lưu trên máy, ngày 25/11/2026.');
    expect(shown({ keptAt: Date.UTC(2026, 10, 25, 18), now: Date.UTC(2026, 10, 26) })).toContain("ngày 26/11/2026");
  });
  test.each([
    ["after fourteen days", { now: keptAt + 14 * day + 1 }, "quá 14 ngày"],
    ["when its law has changed on a day that was known", { goodUntil: "2026-11-25" }, "đã đổi sau ngày 25/11/2026"],
    ["when the clock has gone back", { now: keptAt - 1 }, "Đồng hồ của máy không đúng"],
    ["when nobody knows its day", { keptAt: Number.NaN }, "Đồng hồ của máy không đúng"],
  ] as const)("with a warning %s", (_when, copy, words) => {
    expect(shown(copy)).toContain(words);
    expect(shown(copy)).toContain("Đừng dựa vào bản này để làm giấy tờ");
  });
  test("without one on the last day that its law is law", () => expect(shown({ goodUntil: "2026-11-26" })).not.toContain("past"));
  test("with the titles of kept pages as text", () => {
    const list = [{ path: "/chu-de/a", title: "<img src=x>", at: 1 }];
    expect(shown({ list }).replace("Bài", "")).not.toContain("<img");
  });
});
