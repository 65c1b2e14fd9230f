import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { desk, openBrowser, phone, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";
import { codeOf, enrol, firstLink, password, type SignedIn } from "../support/staff.ts";
import { until } from "../support/until.ts";
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

const invited = async (role: string) =>
  ((await (await administrator.call("POST", "/api/console/staff", { role })).json()) as { link: string }).link.replace(
    /^.*(?=\/console)/,
    program.url,
  );

/** The console as that member, by the session they have. */
async function consoleOf(member: SignedIn, slug: string, options: typeof desk | typeof phone = desk) {
  const visited = await visit(browser, `${program.url}/healthz`, options);
  const [name = "", value = ""] = member.cookie.split("=");
  await visited.context.addCookies([{ name, value, url: program.url }]);
  await visited.page.goto(`${program.url}/console#${slug}`);
  return visited;
}

async function enrolInBrowser(page: Page, login: string): Promise<string> {
  const secret = (await page.locator("code").first().textContent()) ?? "";
  await page.getByLabel("Tên hiện cho người hỏi").fill("Chị Sen");
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByLabel("Mã 6 số trong ứng dụng").fill(codeOf(secret));
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  return secret;
}

test("recovery codes are shown once at enrolment; with one, somebody without their telephone gets in, and the sign-in is shown to its owner", async () => {
  const first = await visit(browser, await invited("counsellor"), desk);
  await enrolInBrowser(first.page, "sen");
  await first.page.getByRole("region", { name: "Mã dự phòng" }).waitFor();
  const codes = await first.page.locator(".codes code").allTextContents();
  expect(codes).toHaveLength(10);
  expect(await accessibilityFaults(first.page)).toEqual([]);
  await first.page.getByRole("button", { name: "Tôi đã cất xong" }).click();
  await first.page.reload();
  await first.page.getByRole("heading", { name: /^Hàng chờ/ }).waitFor();
  expect(await first.page.getByText(codes[0] ?? "").count()).toBe(0);

  const second = await visit(browser, `${program.url}/console`, phone);
  const signIn = async () => {
    await second.page.getByLabel("Tên đăng nhập").fill("sen");
    await second.page.getByLabel("Mật khẩu").fill(password);
    await second.page.getByLabel("Mã 6 số trong ứng dụng").fill(codes[0] ?? "");
    await second.page.getByRole("button", { name: "Đăng nhập" }).click();
  };
  await signIn();
  await second.page.getByRole("button", { name: "Đăng xuất" }).waitFor();
  await first.page.reload();
  await first.page.getByText("Có lần đăng nhập từ máy lạ").waitFor();
  await first.page.getByRole("button", { name: "Là tôi" }).click();
  await first.page.getByText("Có lần đăng nhập từ máy lạ").waitFor({ state: "detached" });
  await second.page.getByRole("button", { name: "Đăng xuất" }).click();
  await signIn();
  await second.page.getByText("Tên, mật khẩu hoặc mã không đúng.").waitFor();
  await Promise.all([first.context.close(), second.context.close()]);
}, 60_000);

test("one sees one's sessions, ends the others and changes the password", async () => {
  const member = await enrol(program, await invited("editor"), "dao");
  const { page, context, complaints } = await consoleOf(member, "tai-khoan");
  await page.getByText("máy này").waitFor();
  await page.getByRole("button", { name: "Tạo 10 mã mới" }).click();
  await page.getByRole("button", { name: "Tôi đã cất xong" }).click();
  await page.getByText("Còn 10 mã").waitFor();
  await page.getByLabel("Mật khẩu mới").fill("một câu khác hẳn câu cũ");
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await page.getByText("Đã đổi.").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test("a colleague is given another role, a new link, and is switched off; it stands in the log", async () => {
  const member = await enrol(program, await invited("counsellor"), "man");
  const { page, context } = await consoleOf(administrator, "dong-nghiep");
  const row = page.locator(".colleagues > li").filter({ hasText: "Chị man" });
  await row.getByLabel("Vai").selectOption("supervisor");
  await until("the role is another", async () => /supervisor/.test(await (await member.call("GET", "/api/console/me")).text()));
  await row.getByRole("button", { name: "Làm lại mã đăng nhập" }).click();
  const link = (await page.locator(".notice code").textContent()) ?? "";
  expect(link).toContain("#lai=");
  expect(await accessibilityFaults(page)).toEqual([]);
  const lost = await visit(browser, link.replace(/^.*(?=\/console)/, program.url), phone);
  const secret = (await lost.page.locator("code").first().textContent()) ?? "";
  await lost.page.getByLabel("Mật khẩu đang dùng").fill(password);
  await lost.page.getByLabel("Mã 6 số trong ứng dụng").fill(codeOf(secret));
  await lost.page.getByRole("button", { name: "Xong" }).click();
  await lost.page.getByRole("button", { name: "Tôi đã cất xong" }).click();
  expect((await member.call("GET", "/api/console/me")).status).toBe(401);

  await row.getByText("Ngừng tài khoản").click();
  await row.getByRole("button", { name: "Ngừng ngay" }).click();
  await page.getByText("Đã ngừng (1)").waitFor();
  await page.getByRole("link", { name: "Sổ ghi việc" }).click();
  await page.getByLabel(/^Việc/).selectOption("switch-off");
  await until("only that act is shown", async () => (await page.getByRole("row").count()) === 2);
  await page.getByRole("row").filter({ hasText: "đồng nghiệp Chị man" }).filter({ hasText: "Chị truong" }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await Promise.all([context.close(), lost.context.close()]);
}, 60_000);

test("a request is written down, answered, its copy allowed by a second person and taken, and its conversation erased", async () => {
  const supervisor = await enrol(program, await invited("supervisor"), "phuong");
  const person = await webPerson(program);
  await person.say("cho tôi gặp người thật, tôi là chim-se-nau");
  await person.hears("tư vấn viên");
  const { items } = (await (await supervisor.call("GET", "/api/console/queue")).json()) as { items: { id: string }[] };
  const { page, context, complaints } = await consoleOf(supervisor, "yeu-cau");
  await page.getByText("Ghi yêu cầu mới").click();
  await page.getByLabel("Người hỏi muốn").selectOption("erase");
  await page.getByLabel("Yêu cầu đến bằng cách").selectOption("phone");
  await page.getByLabel(/^Mã hội thoại/).fill(items.at(-1)?.id ?? "");
  await page.getByLabel(/^Ghi chú/).fill("chị gái gọi hộ");
  await page.getByRole("button", { name: "Ghi vào sổ" }).click();
  const request = page.locator(".request").filter({ hasText: "chị gái gọi hộ" });
  await request.getByRole("button", { name: "Đã phản hồi lần đầu" }).click();
  await request.getByText(/^Đã phản hồi/).waitFor();
  await request.getByText("Gia hạn một lần").click();
  await request.getByLabel("Vì sao cần thêm thời gian").fill("chờ giấy ủy quyền");
  await request.getByRole("button", { name: "Gia hạn" }).click();
  await request.getByText("(đã gia hạn)").waitFor();
  await request.getByText("Bản sao mọi thứ đang giữ").click();
  await request.getByRole("button", { name: "Xin bản sao" }).click();
  await request.getByText("chờ người thứ hai duyệt").waitFor();
  expect(await request.getByRole("button", { name: "Duyệt" }).count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);

  const other = await consoleOf(administrator, "yeu-cau", phone as never);
  await other.page.getByRole("button", { name: "Duyệt" }).click();
  await other.page.getByText("duyệt lúc").waitFor();
  expect(await accessibilityFaults(other.page)).toEqual([]);
  await page.reload();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Tải về" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^ban-sao\./);
  await request.getByText("Xóa hội thoại này").click();
  await request.getByRole("button", { name: "Xóa hẳn" }).click();
  await page.getByText("Đã xong (1)").click();
  await page.getByText("đã xóa").waitFor();
  expect(await person.read().catch(() => [])).toEqual([]);
  expect(complaints).toEqual([]);
  await Promise.all([context.close(), other.context.close()]);
}, 60_000);
