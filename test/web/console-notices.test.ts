import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workingDaysAhead } from "../../server/http/notices/wire.ts";
import { accessibilityFaults } from "../support/accessibility.ts";
import { desk, openBrowser, phone, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";
import { enrol, firstLink } from "../support/staff.ts";

let program: Program;
let browser: Browser;
let cookie: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  ({ cookie } = await enrol(program, await firstLink(program), "hoa"));
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

const open = async (options: object) => {
  const [name = "", value = ""] = cookie.split("=");
  const visited = await visit(browser, `${program.url}/duong-day-nong`, options);
  await visited.context.addCookies([{ name, value, url: program.url }]);
  await visited.page.goto(`${program.url}/console#thong-bao`);
  await visited.page.getByRole("heading", { name: "Tạm ngừng máy trả lời" }).waitFor();
  return visited;
};
const day = (later: number) => new Date(Date.now() + later * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

test("a colleague stops the machine with a reason and starts it again; what was done stands there", async () => {
  const { page, context, complaints } = await open({ ...desk, colorScheme: "light" });
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Ngừng: Máy trả lời (mọi kênh)" }).click();
  await page.getByLabel("Vì sao (chỉ đồng nghiệp đọc)").fill("trả lời sai về lãi suất");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Ngừng ngay" }).click();
  await page.getByText(/Đang ngừng từ .* Chị hoa: trả lời sai về lãi suất/).waitFor();
  const person = await visit(browser, `${program.url}/tam-ngung`, phone);
  await person.page.getByText("Máy đang tạm ngừng trả lời.").waitFor();
  expect(await accessibilityFaults(person.page)).toEqual([]);
  await page.getByRole("button", { name: "Chạy lại: Máy trả lời (mọi kênh)" }).click();
  await page.getByText("Đã ngừng những lần nào").click();
  await page.getByText(/trả lời sai về lãi suất\); chạy lại/).waitFor();
  expect([...complaints, ...person.complaints]).toEqual([]);
  await Promise.all([context.close(), person.context.close()]);
});

test("a planned stop that comes too soon is warned of before and after it is posted; people read it; it is taken back", async () => {
  const { page, context } = await open({ ...phone, colorScheme: "dark" });
  await page.getByLabel("Loại").selectOption("stop");
  await page.getByLabel("Lời thông báo").fill("Máy chủ được sửa, anh/chị quay lại sau nhé.");
  const fill = async (name: string, value: string) => await page.locator(`[name=${name}]`).fill(value);
  for (const [name, value] of [
    ["fromDay", day(2)],
    ["fromClock", "22:00"],
    ["untilDay", day(3)],
    ["untilClock", "05:00"],
  ] as const)
    await fill(name, value);
  await page.getByText(/Chỉ còn \d ngày làm việc/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await fill("fromDay", day(20));
  await page.getByText("Ngày kết thúc phải sau ngày bắt đầu.").waitFor();
  await fill("untilDay", day(21));
  await page.getByText("Báo trước đủ 7 ngày làm việc").waitFor();
  await page.getByRole("button", { name: "Đăng", exact: true }).click();
  await page.getByRole("button", { name: /^Gỡ: Máy chủ được sửa/ }).click();
  await page.getByText("Chưa có thông báo nào.").waitFor();
  await page.getByLabel("Loại").selectOption("stop");
  await page.getByLabel("Lời thông báo").fill("Máy chủ được sửa, anh/chị quay lại sau nhé.");
  for (const [name, value] of [
    ["fromDay", day(2)],
    ["fromClock", "22:00"],
    ["untilDay", day(3)],
    ["untilClock", "05:00"],
  ] as const)
    await fill(name, value);
  await page.getByRole("button", { name: "Đăng", exact: true }).click();
  await page.getByText(/Báo trước \d ngày làm việc; quy định là 7\./).waitFor();
  const person = await visit(browser, `${program.url}/chu-de`, phone);
  await person.page.getByText(/^Tạm ngừng từ 22:00 ngày .* Máy chủ được sửa/).waitFor();
  expect(await accessibilityFaults(person.page)).toEqual([]);
  await page.getByRole("button", { name: /^Gỡ: Máy chủ được sửa/ }).click();
  await page.getByText("Chưa có thông báo nào.").waitFor();
  await Promise.all([context.close(), person.context.close()]);
});

describe("working days between announcing and stopping, by Vietnam's clock", () => {
  const at = (text: string) => Date.parse(`${text}+07:00`);
  test.each([
    ["2026-11-25T09:00", "2026-12-07T00:30", 7],
    ["2026-11-25T23:59", "2026-12-04T23:59", 6],
    ["2026-11-25T09:00", "2026-11-26T09:00", 0],
    ["2026-11-27T09:00", "2026-11-30T09:00", 0],
    ["2026-11-25T09:00", "2026-11-20T09:00", 0],
  ])("from %s to %s: %i", (from, to, days) => expect(workingDaysAhead(at(`${from}:00`), at(`${to}:00`))).toBe(days));
});
