import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { answerAbout, ask, desk, openBrowser, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";
import { codeOf, firstLink, password } from "../support/staff.ts";

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

async function enrolInBrowser(page: Page, login: string): Promise<string> {
  const secret = (await page.locator("code").first().textContent()) ?? "";
  await page.getByLabel("Tên hiện cho người hỏi").fill("Chị Hoa");
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByLabel("Mã 6 số trong ứng dụng").fill(codeOf(secret));
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await page.getByRole("heading", { name: /^Hàng chờ/ }).waitFor();
  return secret;
}

test("from the one-time link to the answer on the person's screen, and back to the machine", async () => {
  const staff = await visit(browser, await firstLink(program), desk);
  const secret = await enrolInBrowser(staff.page, "hoa");
  expect(await accessibilityFaults(staff.page)).toEqual([]);

  const person = await visit(browser, program.url);
  await ask(person.page, "cho tôi gặp người thật");
  await answerAbout(person.page, "Hiện có tư vấn viên đang trực.");
  await person.page.getByText("Câu hỏi đang chờ tư vấn viên.").waitFor();

  await staff.page.getByRole("button", { name: /xin gặp người/ }).click();
  await staff.page.getByRole("button", { name: "Nhận trả lời" }).click();
  await answerAbout(person.page, "Chị Hoa (tư vấn viên) đang đọc và sẽ trả lời anh/chị.");
  await person.page.getByText("Đang nói chuyện với Chị Hoa.").waitFor();
  expect(await accessibilityFaults(staff.page)).toEqual([]);

  // A question the machine could answer: while a counsellor is here it keeps silent.
  await ask(person.page, "vay von lam an duoc bao nhieu");
  await staff.page.getByText("vay von lam an duoc bao nhieu").waitFor();
  await staff.page.getByLabel("Trả lời").fill("Chào anh, tôi đọc rồi.\n<b>Anh mang giấy ra trại tới nhé.</b>");
  await staff.page.keyboard.press("Control+Enter");
  await answerAbout(person.page, "<b>Anh mang giấy ra trại tới nhé.</b>");
  expect(await person.page.locator(".message.bot").filter({ hasText: "100 triệu" }).count()).toBe(0);

  await staff.page.getByRole("button", { name: "Kết thúc…" }).click();
  await staff.page.getByLabel("Đã trả lời xong").check();
  await staff.page.getByRole("button", { name: "Kết thúc", exact: true }).click();
  await answerAbout(person.page, "Cuộc trò chuyện với tư vấn viên đã xong.");
  await staff.page.getByText("Không có ai đang chờ.").waitFor();
  await ask(person.page, "lãi suất vay vốn bao nhiêu");
  await answerAbout(person.page, "%");

  await staff.page.getByRole("button", { name: "Đăng xuất" }).click();
  await staff.page.getByLabel("Tên đăng nhập").fill("hoa");
  await staff.page.getByLabel("Mật khẩu").fill(`${password} sai`);
  await staff.page.getByLabel("Mã 6 số trong ứng dụng").fill(codeOf(secret, 1));
  await staff.page.getByRole("button", { name: "Đăng nhập" }).click();
  await staff.page.getByText("Tên, mật khẩu hoặc mã không đúng.").waitFor();
  await staff.page.getByLabel("Mật khẩu").fill(password);
  await staff.page.getByRole("button", { name: "Đăng nhập" }).click();
  await staff.page.getByRole("heading", { name: /^Hàng chờ/ }).waitFor();
  expect([...staff.complaints.filter((each) => !/40[14]/.test(each)), ...person.complaints]).toEqual([]);
  await Promise.all([staff.context.close(), person.context.close()]);
}, 60_000);

test("the one-time link works once", async () => {
  const { page, context } = await visit(browser, await firstLink(program), desk);
  await page.getByText("Liên kết này đã dùng hoặc đã hết hạn.").waitFor();
  await context.close();
});
