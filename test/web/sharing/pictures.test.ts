import { afterAll, beforeAll, expect, test } from "vitest";
import { type Program, startProgram } from "../../support/program.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.kill("SIGTERM"));

test.each([
  "/chu-de/ly-lich-tu-phap/bi-doi-phieu-so-2",
  "/canh-bao/tin-dung-den",
  "/tin-don/phieu-so-2-bat-buoc",
  "/quyen-tu-choi/phieu-so-1",
])("%s leads to its picture, small enough for a phone", async (path) => {
  expect(await (await fetch(program.url + path)).text()).toContain(`href="${path}/the.png"`);
  const response = await fetch(`${program.url}${path}/the.png`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/png");
  const picture = Buffer.from(await response.arrayBuffer());
  expect(picture.length).toBeLessThanOrEqual(150_000);
  const again = await fetch(`${program.url}${path}/the.png`, {
    headers: { "if-none-match": response.headers.get("etag") ?? "", "cache-control": "max-age=0" },
  });
  expect(again.status).toBe(304);
});

test("old law has no picture, and no link to one", async () => {
  const old = "/chu-de/ly-lich-tu-phap/xin-o-dau-truoc-2025";
  expect(await (await fetch(program.url + old)).text()).not.toContain("the.png");
  expect((await fetch(`${program.url + old}/the.png`)).status).toBe(404);
  expect((await fetch(`${program.url}/chu-de/vay-von/khong-co/the.png`)).status).toBe(404);
});

test("whoever asks for picture after picture is told to slow down", async () => {
  let last = 200;
  for (let count = 0; count < 40 && last !== 429; count += 1) last = (await fetch(`${program.url}/tin-don/khong-co/the.png`)).status;
  expect(last).toBe(429);
});
