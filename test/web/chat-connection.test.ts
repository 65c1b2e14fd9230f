import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerAbout, ask, openBrowser, visit } from "../support/browser.ts";
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

const asked = (page: Page, text: string) => page.getByRole("log").getByText(text, { exact: true }).count();

test("a message that did not leave is shown as such, and sent once when the person tries again", async () => {
  const { page, context } = await visit(browser, program.url);
  await page.getByText("Chào anh/chị.").first().waitFor();
  await context.setOffline(true);
  await ask(page, "vay von co the chap khong");
  const retry = page.getByRole("button", { name: /Gửi lại/ });
  await retry.waitFor();
  await context.setOffline(false);
  await retry.click();
  await answerAbout(page, "thế chấp");
  expect(await asked(page, "vay von co the chap khong")).toBe(1);
  await page.reload();
  await answerAbout(page, "thế chấp");
  expect(await asked(page, "vay von co the chap khong")).toBe(1);
  await context.close();
});

test("a message whose acknowledgement was lost is not doubled by trying again", async () => {
  const { page, context } = await visit(browser, program.url);
  await page.getByText("Chào anh/chị.").first().waitFor();
  let lost = 0;
  await page.route("**/api/chat/messages", async (route) => {
    await route.fetch();
    lost += 1;
    if (lost === 1) return route.abort("connectionreset");
    await route.fulfill({ status: 201, contentType: "application/json", body: '{"stored":true}' });
  });
  await ask(page, "vay von lam an duoc bao nhieu");
  await answerAbout(page, "100 triệu đồng");
  expect(lost).toBe(1);
  expect(await asked(page, "vay von lam an duoc bao nhieu")).toBe(1);
  await context.close();
});

test("what was answered while the phone was away is there when it is back, in order and once", async () => {
  const { page, context } = await visit(browser, program.url);
  await ask(page, "vay von lam an duoc bao nhieu");
  await answerAbout(page, "100 triệu đồng");
  const token = await page.evaluate(() => sessionStorage.getItem("hoi-dap"));
  await context.setOffline(true);
  await page.getByText("Đang nối lại… Tin đã gửi không mất.").waitFor();
  const response = await fetch(`${program.url}/api/chat/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ clientId: crypto.randomUUID(), content: { kind: "text", text: "vay von co the chap khong" } }),
  });
  expect(response.status).toBe(201);
  await context.setOffline(false);
  await answerAbout(page, "thế chấp");
  const said = await page.locator(".message.person").allTextContents();
  expect(said.map((text) => text.replace("Anh/chị:", ""))).toEqual(["vay von lam an duoc bao nhieu", "vay von co the chap khong"]);
  await context.close();
});
