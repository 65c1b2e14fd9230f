import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { desk, openBrowser, visit } from "../support/browser.ts";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { page as pageId } from "../support/messenger.ts";
import { type Program, postEvent, postWebhook, startProgram } from "../support/program.ts";
import { enrol, firstLink, type SignedIn } from "../support/staff.ts";

let graph: GraphStub;
let program: Program;
let browser: Browser;
let staff: SignedIn;
beforeAll(async () => {
  graph = await startGraphStub();
  graph.page.subscriptions = [];
  [program, browser] = await Promise.all([startProgram({ graphUrl: graph.url }), openBrowser()]);
  staff = await enrol(program, await firstLink(program), "hoa");
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
  await graph.close();
});

test("the desk shows what does not work and mends it, who else answers and until when, and whether an answer still gets there", async () => {
  const { page, context, complaints } = await visit(browser, program.url, desk);
  const [name = "", value = ""] = staff.cookie.split("=");
  await context.addCookies([{ name, value, url: program.url }]);
  await page.goto(`${program.url}/console`);

  const alarms = page.getByRole("region", { name: "Báo động" });
  await alarms.getByText("Trang không còn gửi đủ tin về đây.").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await alarms.getByRole("button", { name: "Nhận tin lại" }).click();
  await alarms.waitFor({ state: "detached" });

  const party = { sender: { id: pageId }, recipient: { id: "person-1" }, timestamp: Date.now() };
  await postWebhook(program, { mid: "m-1", sender: "person-1", text: "cam on" });
  await postEvent(program, { ...party, message: { mid: "m-page", is_echo: true, app_id: 1, text: "Em ở Trang đây ạ" } });
  await page.getByRole("button", { name: /Trang đang tự trả lời/ }).click();
  await page.getByText("Em ở Trang đây ạ").waitFor();
  await page.getByText(/^Nhắn được cho người này đến/).waitFor();
  await page.getByText(/Máy im đến/).waitFor();
  expect(await page.getByRole("heading", { name: "Hàng chờ (0)" }).count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Để máy trả lời lại" }).click();
  await page.getByText("Không có ai đang chờ.").waitFor();

  const timestamp = Date.now() - 36 * 3_600_000;
  await postWebhook(program, { mid: "m-2", sender: "person-2", text: "toi muon gap nguoi that", timestamp });
  await page.getByRole("button", { name: /chưa nhắn được, chờ họ viết lại/ }).click();
  await page.getByText(/Messenger không cho nhắn nữa, cho đến khi người này nhắn lại/).waitFor();
  await page.getByRole("button", { name: "Nhận trả lời" }).click();
  await page.getByLabel("Trả lời").fill("Chào anh.");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Kênh này không cho nhắn nữa cho đến khi người hỏi viết lại.").waitFor();
  expect(await page.getByLabel("Trả lời").inputValue()).toBe("Chào anh.");
  expect(complaints.filter((each) => !/40[149]/.test(each))).toEqual([]);
  await context.close();
}, 60_000);
