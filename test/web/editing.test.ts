import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { answerAbout, ask, openBrowser, visit } from "../support/browser.ts";
import { consoleOf, staffOf } from "../support/editors.ts";
import { type Program, startProgram } from "../support/program.ts";
import type { SignedIn } from "../support/staff.ts";

let program: Program;
let browser: Browser;
let staff: Readonly<Record<"hoa" | "lan", SignedIn>>;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  staff = await staffOf(program, { hoa: "editor", lan: "supervisor" });
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

const question = "Vay vốn làm ăn theo Quyết định 22 được nhiều nhất bao nhiêu?";

async function openEntry(page: Page): Promise<void> {
  await page.getByLabel("Tìm theo chữ trong câu hỏi").fill("vay von lam an theo quyet dinh 22");
  await page.getByRole("button", { name: question }).click();
  await page.getByRole("heading", { name: question }).waitFor();
}

test("an entry is changed by one, approved by another, answered at once everywhere, and brought back the same way", async () => {
  const hoa = await consoleOf(browser, program, staff.hoa);
  await openEntry(hoa.page);
  expect(await accessibilityFaults(hoa.page)).toEqual([]);
  const before = (await hoa.page.locator(".short").textContent()) ?? "";
  await hoa.page.getByRole("button", { name: "Sửa mục này" }).click();
  await hoa.page.getByLabel("Trả lời ngắn").fill("Người đã xong án được vay làm ăn nhiều nhất 200 triệu đồng một người.");
  await hoa.page.getByText("“200 triệu đồng” không có trong quy định nào đã chọn.").waitFor();
  expect(await hoa.page.getByRole("button", { name: "Gửi duyệt" }).isDisabled()).toBe(true);
  expect(await accessibilityFaults(hoa.page)).toEqual([]);
  await hoa.page.getByLabel("Trả lời ngắn").fill("Vay làm ăn nhiều nhất 100 triệu đồng một người. Hỏi kỹ rồi hãy ký.");
  await hoa.page.getByText("Không còn chỗ phải sửa.").waitFor();
  await hoa.page.getByRole("button", { name: "Gửi duyệt" }).click();
  await hoa.page.getByText("Đang chờ người khác đọc và duyệt.").waitFor();
  expect(await hoa.page.getByRole("button", { name: "Duyệt, dùng ngay" }).count()).toBe(0);

  const lan = await consoleOf(browser, program, staff.lan);
  await lan.page.getByLabel("Tình trạng").selectOption({ label: "Chờ duyệt (1)" });
  await lan.page.getByRole("button", { name: question }).click();
  await lan.page.getByRole("button", { name: "Bản – chờ duyệt" }).click();
  await lan.page.locator(".difference .new").filter({ hasText: "Hỏi kỹ rồi hãy ký." }).waitFor();
  expect(await lan.page.locator(".difference .old").first().textContent()).toContain(before);
  expect(await accessibilityFaults(lan.page)).toEqual([]);
  await lan.page.getByRole("button", { name: "Duyệt, dùng ngay" }).click();
  await lan.page.getByText("· đang dùng ·").waitFor();

  const person = await visit(browser, program.url);
  await ask(person.page, "ra tu vay lam an duoc nhieu nhat bao nhieu");
  await answerAbout(person.page, "Hỏi kỹ rồi hãy ký.");
  expect(await (await fetch(`${program.url}/chu-de/vay-von/muc-vay-lam-an`)).text()).toContain("Hỏi kỹ rồi hãy ký.");

  await lan.page.getByRole("button", { name: "Xem mục và các bản khác" }).click();
  await lan.page.getByRole("button", { name: "Lấy lại bản trong tệp" }).click();
  await lan.page.getByRole("button", { name: "Gửi duyệt" }).click();
  await lan.page.getByText("Đang chờ người khác đọc và duyệt.").waitFor();
  await hoa.page.getByRole("button", { name: "Các mục", exact: true }).click();
  await openEntry(hoa.page);
  await hoa.page.getByRole("button", { name: "Bản – chờ duyệt" }).click();
  await hoa.page.getByRole("button", { name: "Duyệt, dùng ngay" }).click();
  await hoa.page.getByText("· đã vào tệp ·").waitFor();
  await ask(person.page, "vay von lam an duoc nhieu nhat bao nhieu tien");
  await answerAbout(person.page, before.slice(0, 40));
  expect([...hoa.complaints, ...lan.complaints, ...person.complaints]).toEqual([]);
  await Promise.all([hoa, lan, person].map(({ context }) => context.close()));
}, 90_000);

test("a new entry is written, sent back with a note, put right, approved, answered; and withdrawn", async () => {
  const hoa = await consoleOf(browser, program, staff.hoa);
  const lan = await consoleOf(browser, program, staff.lan);
  await hoa.page.getByText("Viết mục mới").click();
  await hoa.page.getByLabel("Câu hỏi của mục mới").fill("Vay tiền mua xe kem bán dạo có được không?");
  await hoa.page.getByLabel("Thuộc về").selectOption("vay-von");
  await hoa.page.getByRole("button", { name: "Bắt đầu viết" }).click();
  await hoa.page
    .getByLabel("Người ta còn hỏi thế nào")
    .fill("mua xe cà rem đi bán\nvay sắm xe kem dạo\nxe kem bán rong vay được không\ntính bán kem dạo");
  await hoa.page.getByLabel("Tìm quy định").first().fill("muc vay san xuat kinh doanh 22/2023");
  await hoa.page.locator(".offer").first().click();
  await hoa.page.getByLabel("Trả lời ngắn").fill("Được, nếu anh/chị thuộc diện vay. Ngân hàng xem việc bán kem rồi quyết định.");
  await hoa.page.getByLabel("Làm gì tiếp").fill("Đến Công an xã hỏi vào danh sách vay.");
  await hoa.page.getByText("Không còn chỗ phải sửa.").waitFor();
  await hoa.page.getByRole("button", { name: "Gửi duyệt" }).click();
  await hoa.page.getByText("Đang chờ người khác đọc và duyệt.").waitFor();

  const open = async (page: Page) => {
    await page.reload();
    await page.getByLabel("Tìm theo chữ trong câu hỏi").fill("xe kem ban dao");
    await page.getByRole("button", { name: /xe kem bán dạo/ }).click();
  };
  await open(lan.page);
  await lan.page.getByRole("button", { name: "Bản – chờ duyệt" }).click();
  await lan.page.getByText("Trả lại cho người viết").click();
  await lan.page.getByLabel("Cần sửa gì").fill("Nói rõ hỏi ai trước.");
  await lan.page.getByRole("button", { name: "Trả lại", exact: true }).click();
  await open(hoa.page);
  await hoa.page.getByRole("button", { name: "Viết tiếp bản nháp của mình" }).click();
  await hoa.page.getByText("Chị lan trả lại: Nói rõ hỏi ai trước.").waitFor();
  await hoa.page.getByLabel("Trả lời ngắn").fill("Được, nếu anh/chị thuộc diện vay. Hỏi Công an xã trước, rồi tới ngân hàng.");
  await hoa.page.getByText("Đã lưu. Không còn chỗ phải sửa.").waitFor();
  await hoa.page.getByRole("button", { name: "Gửi duyệt" }).click();
  await hoa.page.getByText("Đang chờ người khác đọc và duyệt.").waitFor();
  await open(lan.page);
  await lan.page.getByRole("button", { name: "Bản – chờ duyệt" }).click();
  await lan.page.getByRole("button", { name: "Duyệt, dùng ngay" }).click();
  await lan.page.getByText("· đang dùng ·").waitFor();
  const person = await visit(browser, program.url);
  await ask(person.page, "toi muon vay sam xe ca rem di ban");
  await answerAbout(person.page, "Hỏi Công an xã trước, rồi tới ngân hàng.");

  await open(hoa.page);
  await hoa.page.getByRole("button", { name: "Rút mục này…" }).click();
  await hoa.page.getByRole("button", { name: "Gửi duyệt" }).click();
  await hoa.page.getByText("Đang chờ người khác đọc và duyệt.").waitFor();
  await open(lan.page);
  await lan.page.getByRole("button", { name: "Rút mục – chờ duyệt" }).click();
  await lan.page.getByRole("button", { name: "Duyệt, dùng ngay" }).click();
  await lan.page
    .getByText(/đã vào tệp|đang dùng/)
    .first()
    .waitFor();
  const gone = await fetch(`${program.url}/chu-de/vay-von/vay-tien-mua-xe-kem-ban-dao-co-duoc-khong`);
  expect(gone.status).toBe(404);
  expect([...hoa.complaints, ...lan.complaints, ...person.complaints]).toEqual([]);
  await Promise.all([hoa, lan, person].map(({ context }) => context.close()));
}, 90_000);
