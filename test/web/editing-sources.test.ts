import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entryText } from "../../knowledge/files/write-entry.ts";
import { entrySheet } from "../../server/editing/entry-rows.ts";
import { writeSheets } from "../../server/spreadsheets/entry-sheets.ts";
import { accessibilityFaults } from "../support/accessibility.ts";
import { answerAbout, ask, openBrowser, visit } from "../support/browser.ts";
import { consoleOf, staffOf } from "../support/editors.ts";
import { realLibrary } from "../support/library.ts";
import { type Program, startProgram } from "../support/program.ts";
import type { SignedIn } from "../support/staff.ts";

let program: Program;
let browser: Browser;
let staff: Readonly<Record<"hoa" | "lan" | "mai", SignedIn>>;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  staff = await staffOf(program, { hoa: "editor", lan: "supervisor", mai: "counsellor" });
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

test("a closed case becomes a draft with what was asked, personal data hidden, and nothing stays when the person erases", async () => {
  const person = await visit(browser, program.url);
  await ask(person.page, "em tên là Nguyễn Văn Tí, số 0912345678, cho gặp người thật hỏi vụ chạy xe ôm");
  await person.page.getByText("Câu hỏi đang chờ tư vấn viên.").waitFor();
  const { items } = (await (await staff.mai.call("GET", "/api/console/queue")).json()) as { items: { id: string }[] };
  const path = `/api/console/cases/${items[0]?.id}`;
  await staff.mai.call("POST", `${path}/claim`);
  await staff.mai.call("POST", `${path}/messages`, { clientId: crypto.randomUUID(), text: "Anh Tí cứ đăng ký chạy xe bình thường nhé." });
  await staff.mai.call("POST", `${path}/close`, { reason: "answered" });

  const mai = await consoleOf(browser, program, staff.mai);
  expect(await mai.page.getByRole("button", { name: "Excel" }).count()).toBe(0);
  expect(await accessibilityFaults(mai.page)).toEqual([]);
  await mai.page.getByRole("button", { name: "Thành câu trả lời mới" }).click();
  const material = mai.page.locator(".material");
  await material.getByText("chạy xe ôm").waitFor();
  expect(await material.textContent()).not.toMatch(/0912345678|Văn Tí/);
  await material.getByText("cứ đăng ký chạy xe bình thường").waitFor();
  await mai.page.getByRole("button", { name: "Thêm vào cách hỏi" }).click();
  await mai.page.getByText("Đã lưu.").waitFor();
  expect(await accessibilityFaults(mai.page)).toEqual([]);
  const drafts = async () => {
    const { entries } = (await (await staff.hoa.call("GET", "/api/console/knowledge/entries")).json()) as {
      entries: { open: unknown[] }[];
    };
    return entries.filter(({ open }) => open.length > 0).length;
  };
  expect(await drafts()).toBe(1);

  await person.page.getByRole("button", { name: "Xóa hội thoại" }).click();
  await person.page.getByRole("button", { name: "Xóa hết" }).click();
  await expect.poll(drafts, { timeout: 15_000 }).toBe(0);
  expect([...mai.complaints]).toEqual([]);
  await Promise.all([mai, person].map(({ context }) => context.close()));
}, 90_000);

test("a sheet is taken in whole or not at all, with what is wrong in which row", async () => {
  const hoa = await consoleOf(browser, program, staff.hoa);
  await hoa.page.getByRole("button", { name: "Excel" }).click();
  expect(await accessibilityFaults(hoa.page)).toEqual([]);
  const [download] = await Promise.all([hoa.page.waitForEvent("download"), hoa.page.getByRole("link", { name: "Tải mọi mục" }).click()]);
  expect(download.suggestedFilename()).toBe("kien-thuc-cac-muc.xlsx");
  const sheet = entrySheet([...realLibrary().entries.values()].slice(0, 3).map(entryText));
  const send = async (change: (rows: string[][]) => void) => {
    const rows = sheet.rows.map((row) => [...row]);
    change(rows);
    const file = join(mkdtempSync(join(tmpdir(), "huong-thien-sheet-")), "muc.xlsx");
    writeFileSync(file, await writeSheets([{ ...sheet, rows }]));
    await hoa.page.getByLabel("Đưa tệp lên").setInputFiles(file);
  };
  await send(([one, two]) => {
    if (one) one[1] = "Câu hỏi đã sửa trong Excel?";
    if (two) two[1] = "";
  });
  await hoa.page.getByText("Chưa nhận dòng nào.").waitFor();
  await hoa.page.getByText("Cột “Câu hỏi” để trống.").waitFor();
  await send(([one]) => {
    if (one) one[1] = "Câu hỏi đã sửa trong Excel?";
  });
  await hoa.page.getByText("Đã thành 1 bản nháp; 2 dòng giống bản đang dùng nên bỏ qua.").waitFor();
  await hoa.page.getByRole("button", { name: "Xem các bản nháp" }).click();
  await hoa.page.getByLabel("Tình trạng").selectOption({ label: "Đang viết (1)" });
  await hoa.page.getByText("bản nháp của Chị hoa").waitFor();
  expect(hoa.complaints).toEqual([]);
  await hoa.context.close();
}, 90_000);

test("unanswered questions are counted by subject; who was told a rule is told once that it has changed", async () => {
  const person = await visit(browser, program.url);
  await ask(person.page, "ra tu vay lam an duoc nhieu nhat bao nhieu");
  await answerAbout(person.page, "100 triệu");
  const other = await visit(browser, program.url);
  await ask(other.page, "giấy tờ");
  await answerAbout(other.page, "chưa có câu trả lời chắc chắn");

  const hoa = await consoleOf(browser, program, staff.hoa);
  await hoa.page.getByRole("button", { name: "Chưa trả lời được" }).click();
  await hoa.page.locator("details summary").filter({ hasText: "1 lần" }).click();
  await hoa.page.locator("details li").filter({ hasText: "giấy tờ" }).waitFor();
  expect(await accessibilityFaults(hoa.page)).toEqual([]);
  await hoa.page.getByRole("button", { name: "Sắp hết hiệu lực" }).click();
  await hoa.page.getByLabel("Xem một văn bản").fill("qd-22-2023/6.2.a");
  await hoa.page.getByRole("button", { name: "Xem", exact: true }).click();
  await hoa.page.getByText("Soạn tin đính chính").first().click();
  await hoa.page.getByLabel("Đã được trả lời từ ngày").fill("2026-01-01");
  await hoa.page.getByText("1 cuộc trò chuyện đã được trả lời: gửi được 1").waitFor();
  await hoa.page.getByLabel("Lời nhắn").fill("Mức vay em nói hôm trước nay đã khác. Anh/chị hỏi lại Công an xã nhé.");
  await hoa.page.getByRole("button", { name: "Lưu, chờ người khác duyệt" }).click();
  await hoa.page.getByText("Chờ người khác duyệt.", { exact: true }).waitFor();
  expect(await accessibilityFaults(hoa.page)).toEqual([]);

  const lan = await consoleOf(browser, program, staff.lan);
  await lan.page.getByRole("button", { name: "Sắp hết hiệu lực" }).click();
  await lan.page.getByRole("button", { name: "Duyệt tin này" }).click();
  await lan.page.getByRole("button", { name: "Gửi cho 1 cuộc trò chuyện" }).click();
  await lan.page.getByText("gửi được 0, đã gửi 1").waitFor();
  await answerAbout(person.page, "Mức vay em nói hôm trước nay đã khác.");
  expect([...hoa.complaints, ...lan.complaints, ...person.complaints]).toEqual([]);
  await Promise.all([hoa, lan, person, other].map(({ context }) => context.close()));
}, 90_000);
