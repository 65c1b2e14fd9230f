import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "../support/accessibility.ts";
import { desk, openBrowser, phone, type Visit, visit } from "../support/browser.ts";
import { type Program, startProgram } from "../support/program.ts";
import { enrol, firstLink, type SignedIn } from "../support/staff.ts";
import { until } from "../support/until.ts";
import { type WebPerson, webPerson } from "../support/web-person.ts";

let program: Program;
let browser: Browser;
let leader: SignedIn;
let hoa: SignedIn;
let binh: SignedIn;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  leader = await enrol(program, await firstLink(program), "truong");
  const invited = async (login: string) => {
    const { link } = (await (await leader.call("POST", "/api/console/staff", { role: "counsellor" })).json()) as { link: string };
    return await enrol(program, link, login);
  };
  [hoa, binh] = [await invited("hoa"), await invited("binh")];
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

const sitDown = async (staff: SignedIn, options: BrowserContextOptions = desk, section = ""): Promise<Visit> => {
  const seat = await visit(browser, program.url, options);
  const [name = "", value = ""] = staff.cookie.split("=");
  await seat.context.addCookies([{ name, value, url: program.url }]);
  await seat.page.goto(`${program.url}/console${section}`);
  return seat;
};
const asks = async (...words: readonly string[]): Promise<WebPerson> => {
  const person = await webPerson(program);
  for (const text of words) {
    const before = (await person.read()).length;
    await person.say(text);
    await until("it is answered", async () => (await person.read()).length >= before + 2);
  }
  return person;
};
const rows = (page: Page) => page.locator("[data-case]");
const complain = ({ complaints }: Visit) => complaints.filter((each) => !/40[149]/.test(each));
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("data-case") || document.activeElement?.tagName);
const picture = async (page: Page, name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
};

test("two at once: both see it live, one wins, the other is told who; from the keyboard alone to the answer", async () => {
  const [one, two] = [await sitDown(hoa), await sitDown(binh)];
  await one.page.getByText("Không có ai đang chờ.").waitFor();
  const person = await asks("xin gap nguoi that");
  await rows(one.page).first().waitFor();
  await one.page.keyboard.press("j");
  await one.page.keyboard.press("Enter");
  await one.page.getByRole("button", { name: "Nhận trả lời" }).waitFor();
  await rows(two.page).first().click();
  await two.page.getByRole("button", { name: "Nhận trả lời" }).waitFor();
  await Promise.all([one.page.keyboard.press("c"), two.page.keyboard.press("c")]);
  const has = async ({ page }: Visit) => (await page.getByLabel("Trả lời").count()) > 0;
  await until("one of them has it", async () => (await has(one)) !== (await has(two)));
  const [winner, loser] = (await has(one)) ? [one, two] : [two, one];
  await loser.page.getByText(/Chị (hoa|binh) đang giữ cuộc trò chuyện này/).waitFor();
  await loser.page.getByText("Việc này đang do người khác giữ.").waitFor();

  await winner.page.keyboard.press("r");
  await winner.page.keyboard.type("Chào anh, tôi nghe đây.");
  await winner.page.keyboard.press("Control+Enter");
  await person.hears("Chào anh, tôi nghe đây.");
  await winner.page.getByText("Chào anh, tôi nghe đây.").waitFor();
  expect(await winner.page.getByLabel("Trả lời").inputValue()).toBe("");
  expect(await accessibilityFaults(winner.page)).toEqual([]);

  // The row stays under the keyboard, whatever comes in.
  await winner.page.keyboard.press("Escape");
  const before = await focused(winner.page);
  await person.say("em hỏi thêm");
  await winner.page.getByText("em hỏi thêm").waitFor();
  await asks("cho gap nguoi");
  await until("the other case is there", async () => (await rows(winner.page).count()) === 2);
  expect(await focused(winner.page)).toBe(before);
  await winner.page.keyboard.press("x");
  await winner.page.keyboard.press("Enter");
  await person.hears("Cuộc trò chuyện với tư vấn viên đã xong.");
  await until("the keyboard is at a row", async () => (await focused(winner.page))?.length === before?.length);
  await winner.page.keyboard.press("?");
  await winner.page.getByRole("heading", { name: "Phím tắt" }).waitFor();
  expect(await accessibilityFaults(winner.page)).toEqual([]);
  await picture(winner.page, "keys");
  expect([...complain(one), ...complain(two)]).toEqual([]);
  await Promise.all([one.context.close(), two.context.close()]);
}, 90_000);

test("knowledge with its article and words made ready come in by one press; a draft is there after the browser died", async () => {
  const chief = await sitDown(leader, desk, "#cach-lam-viec");
  await chief.page.getByLabel("Tên ngắn").fill("Chào đầu");
  await chief.page.getByLabel("Lời", { exact: true }).fill("Em chào anh/chị, em đang đọc câu hỏi.");
  await chief.page.getByRole("button", { name: "Lưu lời này" }).click();
  await chief.page.getByRole("button", { name: "Sửa “Chào đầu”" }).waitFor();
  expect(await accessibilityFaults(chief.page)).toEqual([]);
  await picture(chief.page, "settings");

  await asks("bao lau thi duoc xoa an tich, an 7 nam", "xin gap nguoi that");
  const seat = await sitDown(hoa);
  await rows(seat.page).filter({ hasText: "án" }).first().click();
  await seat.page.getByRole("button", { name: "Nhận trả lời" }).click();
  const box = seat.page.getByLabel("Trả lời");
  await box.waitFor();
  expect(await focused(seat.page)).toBe("tra-loi");
  await seat.page.keyboard.type("/");
  await seat.page.getByRole("heading", { name: "Lời soạn sẵn" }).waitFor();
  await seat.page.keyboard.type("chao");
  await seat.page.keyboard.press("Enter");
  await until("the words are in", async () => (await box.inputValue()) === "Em chào anh/chị, em đang đọc câu hỏi.");
  await until("the keyboard is in the box again", async () => (await focused(seat.page)) === "tra-loi");
  await seat.page.keyboard.press("Escape");
  await seat.page.keyboard.press("f");
  await seat.page.keyboard.type("xoa an tich 7 nam");
  await seat.page.locator(".knowledge .found-item").first().waitFor();
  expect(await accessibilityFaults(seat.page)).toEqual([]);
  await picture(seat.page, "case");
  await seat.page.keyboard.press("Enter");
  await until("law is in", async () => /\(Theo Điều .*áp dụng từ .*\/chu-de\//s.test(await box.inputValue()));
  await seat.page.getByText("Đang cất lời soạn…").waitFor({ state: "detached" });
  await until(
    "it is kept",
    async () => (await seat.page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("nhap-")).length)) === 0,
  );
  const written = await box.inputValue();
  await seat.page.getByLabel("Ghi thêm").fill("Đã hỏi tòa án huyện.");
  await seat.page.getByRole("button", { name: "Ghi", exact: true }).click();
  await seat.page.getByRole("region", { name: "Ghi chú" }).getByText("Đã hỏi tòa án huyện.").waitFor();
  await seat.context.close();

  const other = await sitDown(hoa, { ...phone, colorScheme: "dark" });
  await other.page.getByRole("button", { name: /^Của tôi/ }).click();
  await rows(other.page).first().click();
  await other.page.getByLabel("Trả lời").waitFor();
  expect(await other.page.getByLabel("Trả lời").inputValue()).toBe(written);
  expect(await accessibilityFaults(other.page)).toEqual([]);
  await picture(other.page, "phone-dark");

  await other.page.getByText("Gác lại…").click();
  await other.page.getByRole("button", { name: "1 giờ" }).click();
  await other.page.getByRole("button", { name: "Gác lại 1" }).waitFor();
  await other.page.getByRole("button", { name: "Chuyển…" }).click();
  await other.page.getByLabel(/Chị binh/).check();
  await other.page.getByRole("button", { name: "Chuyển", exact: true }).click();
  await other.page.getByText("Chị binh đang giữ cuộc trò chuyện này.").waitFor();
  expect([...complain(seat), ...complain(other), ...complain(chief)]).toEqual([]);
  await Promise.all([other.context.close(), chief.context.close()]);
}, 90_000);

test("danger rings until somebody looks; the same question of several is answered together; a closed case is opened again", async () => {
  const seat = await sitDown(binh);
  const danger = await asks("toi muon chet, khong muon song nua");
  await seat.page.getByText(/1 cuộc chưa ai xem, 1 có dấu hiệu nguy hiểm/).waitFor();
  await until("the title says so", async () => (await seat.page.title()).startsWith("! ("));
  expect(await accessibilityFaults(seat.page)).toEqual([]);
  await picture(seat.page, "alarm");
  await seat.page.getByRole("button", { name: "Mở cuộc đầu" }).click();
  await seat.page.getByText("toi muon chet, khong muon song nua").waitFor();
  await seat.page.getByText(/chưa ai xem, /).waitFor({ state: "detached" });

  const people = [];
  for (let count = 0; count < 3; count++) people.push(await asks("vay von lam an duoc bao nhieu", "xin gap nguoi that"));
  await seat.page.getByRole("button", { name: /^Giống nhau/ }).click();
  await seat.page.getByRole("button", { name: /^3 người/ }).click();
  await seat.page.getByLabel("Lời gửi chung").fill("Mời anh chị đến buổi tư vấn vay vốn.");
  await seat.page
    .getByRole("checkbox", { name: /hỏi lúc/ })
    .nth(2)
    .uncheck();
  expect(await accessibilityFaults(seat.page)).toEqual([]);
  await picture(seat.page, "together");
  await seat.page.getByRole("button", { name: "Gửi cho 2 người" }).click();
  await seat.page.getByText("đã gửi").nth(1).waitFor();
  const heard = await Promise.all(people.map(async (each) => JSON.stringify(await each.read()).includes("buổi tư vấn vay vốn")));
  expect(heard.filter(Boolean)).toHaveLength(2);

  await seat.page.getByRole("button", { name: "Đã xong" }).click();
  await rows(seat.page).filter({ hasText: "Đã trả lời xong" }).first().click();
  await seat.page.getByRole("button", { name: "Mở lại" }).click();
  await seat.page.getByLabel("Trả lời").waitFor();
  await seat.page.getByRole("checkbox", { name: "Đang trực" }).click();
  await seat.page.getByRole("checkbox", { name: "Tạm nghỉ" }).waitFor();
  expect(complain(seat)).toEqual([]);
  expect((await danger.read()).length).toBeGreaterThan(1);
  await seat.context.close();
}, 90_000);
