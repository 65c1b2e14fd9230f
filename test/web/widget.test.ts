import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { desk, openBrowser, phone, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";

let program: Program;
let browser: Browser;
let host: Server;
let hostUrl: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  // A site with as strict a policy as can still show a frame: one script, one frame, no styles of its own making.
  host = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", `default-src 'none'; script-src ${program.url}; frame-src ${program.url}`);
    response.end(
      `<!doctype html><html lang="vi"><title>Trang khác</title><p>Chào</p><script src="${program.url}/widget.js"></script></html>`,
    );
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  host.close();
  await program.kill("SIGTERM");
});

test.each([
  ["a phone", phone],
  ["a desk", desk],
])("on another site, on %s, the button opens the chat, it answers, and Escape closes it", async (_name, options) => {
  const { page, context, complaints } = await visit(browser, hostUrl, options);
  const button = page.getByRole("button", { name: "Hỏi đáp" });
  await button.click();
  const chat = page.frameLocator("iframe");
  await chat.getByLabel("Câu hỏi của anh/chị").fill("vay von lam an duoc bao nhieu");
  await chat.getByRole("button", { name: "Gửi", exact: true }).click();
  await chat.getByText("100 triệu đồng").first().waitFor();
  await page.getByRole("button", { name: "Đóng" }).focus();
  await page.keyboard.press("Escape");
  expect(await page.locator("iframe").isVisible()).toBe(false);
  expect(await button.evaluate((element) => element.getRootNode() instanceof ShadowRoot && element.matches(":focus"))).toBe(true);
  expect(complaints.filter((each) => !each.includes("favicon"))).toEqual([]);
  await context.close();
});

test("a site that is not on the list may not show the chat in a frame", async () => {
  const closed = await startProgram({ environment: { WIDGET_SITES: "https://example.gov.vn" } });
  const response = await fetch(`${closed.url}/chat`);
  expect(response.headers.get("content-security-policy")).toContain("frame-ancestors https://example.gov.vn");
  expect((await fetch(`${closed.url}/`)).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  await closed.kill("SIGTERM");
});
