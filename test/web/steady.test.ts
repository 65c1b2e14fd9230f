import { readFileSync } from "node:fs";
import { request as ask } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, phone, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";
import { until } from "../support/until.ts";

const entry = "/chu-de/vay-von/muc-vay-lam-an";
const reading = [
  "/",
  "/chu-de",
  "/chu-de/vay-von",
  entry,
  "/canh-bao",
  "/tin-don",
  "/duong-day-nong",
  "/co-quan",
  "/tim",
  "/van-ban/qd-22-2023/6.2.a",
];

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** As sent: nothing unpacked on the way. */
function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    ask(program.url + path, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on("error", reject)
      .end();
  });
}

describe.each(reading)("%s", (path) => {
  test("is sent packed, with a strong tag, and not again to whoever has it", async () => {
    const packed = await get(path, { "accept-encoding": "gzip, deflate, br" });
    expect(packed.headers).toMatchObject({ "content-encoding": "br", "cache-control": "no-cache", vary: "Accept-Encoding" });
    const tag = String(packed.headers.etag);
    expect(tag).toMatch(/^"[\w-]{22}-br"$/);
    const again = await get(path, { "accept-encoding": "gzip, deflate, br", "if-none-match": tag });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag]);
    const plain = await get(path);
    const zipped = await get(path, { "accept-encoding": "gzip" });
    expect(brotliDecompressSync(packed.body)).toEqual(plain.body);
    expect(gunzipSync(zipped.body)).toEqual(plain.body);
    expect(new Set([plain, zipped, packed].map(({ headers }) => headers.etag)).size).toBe(3);
    expect((await get(path, { "if-none-match": tag })).status).toBe(200);
  });
});

test("the built files are sent packed and are never asked for twice; pages with what a person answered are kept by nobody", async () => {
  const page = (await get(entry)).body.toString();
  const style = /href="(\/assets\/site-[^"]+\.css)"/.exec(page)?.[1] ?? "";
  const sent = await get(style, { "accept-encoding": "br" });
  expect(sent.headers).toMatchObject({ "content-encoding": "br", "cache-control": expect.stringContaining("immutable") });
  expect(brotliDecompressSync(sent.body).toString()).toBe(readFileSync(`dist${style}`, "utf8"));
  expect((await get("/sw.js")).headers).toMatchObject({
    "cache-control": "no-cache",
    "content-type": expect.stringContaining("javascript"),
  });
  expect((await get("/assets/..%2f..%2fpackage.json")).status).toBe(404);
  const found = await fetch(`${program.url}/tim`, { method: "POST", body: new URLSearchParams({ tim: "vay" }) });
  expect(found.headers.get("cache-control")).toBe("no-store");
});

test.each([entry, "/chu-de/vay-von", "/tim", "/duong-day-nong"])(
  "%s costs at most 30 KB in all on a first visit, worker and all, and asks nobody else",
  async (path) => {
    const context = await browser.newContext({ locale: "vi-VN", ...phone });
    const sizes = new Map<string, number>();
    context.on("requestfinished", async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      sizes.set(`${sizes.size} ${request.url()}`, responseBodySize + responseHeadersSize);
    });
    const page = await context.newPage();
    await page.goto(program.url + path);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForLoadState("networkidle");
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect([...sizes.keys()].filter((key) => !key.includes(program.url))).toEqual([]);
    expect(sizes.size, [...sizes.keys()].join("\n")).toBeGreaterThan(3);
    expect(total, JSON.stringify([...sizes])).toBeLessThanOrEqual(30_000);
    await context.close();
  },
);

/** What the page has shown and how it moved, as the browser itself measures it. */
function watchPaint(): void {
  const measured = { largest: 0, shift: 0 };
  Object.assign(window, { measured });
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) measured.largest = each.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) measured.shift += (each as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

async function throttle(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const bytesASecond = 400_000 / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: bytesASecond,
    uploadThroughput: bytesASecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return session;
}

test.each(["/", entry, "/chu-de/vay-von", "/tim"])(
  "%s shows its largest content within 2.5 s on slow 3G and an old phone, and nothing moves",
  async (path) => {
    const context = await browser.newContext({ locale: "vi-VN", ...phone });
    const page = await context.newPage();
    await page.addInitScript(watchPaint);
    await throttle(page);
    await page.goto(program.url + path, { timeout: 60_000 });
    if (path === "/") await page.getByText("Chào anh/chị.").first().waitFor({ timeout: 20_000 });
    else await page.waitForLoadState("networkidle");
    const measured = () => page.evaluate(() => (window as unknown as { measured: { largest: number; shift: number } }).measured);
    await until("something was painted", async () => (await measured()).largest > 0);
    const { largest, shift } = await measured();
    expect(largest).toBeLessThanOrEqual(2_500);
    expect(shift).toBe(0);
    await context.close();
  },
);

test("going back shows a page from memory, and no page hinders that", async () => {
  const { page, context, complaints } = await visit(browser, program.url + entry);
  const reasons = await page.evaluate(async () => {
    const [navigation] = performance.getEntriesByType("navigation");
    return JSON.stringify((navigation as unknown as { notRestoredReasons?: unknown })?.notRestoredReasons ?? null);
  });
  expect(reasons).toBe("null");
  for (const path of reading) expect((await get(path)).headers["cache-control"], path).not.toContain("no-store");
  const scripts = await page.locator("script[src]").evaluateAll((all) => all.map((each) => (each as HTMLScriptElement).src));
  for (const script of [...scripts, `${program.url}/sw.js`])
    expect(await (await fetch(script)).text()).not.toMatch(/["'`](?:before)?unload["'`]/);
  expect(complaints).toEqual([]);
  await context.close();
});
