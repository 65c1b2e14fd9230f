import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../../support/browser.ts";
import { type Program, startProgram } from "../../support/program.ts";

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});

interface Voice {
  readonly lang: string;
  readonly localService: boolean;
}

/** A device with these voices that writes down what it is told to say, and says it until it is stopped. */
async function open(voices: readonly Voice[]): Promise<{ readonly page: Page; readonly said: () => Promise<readonly string[]> }> {
  const { page } = await visit(browser, "about:blank");
  await page.addInitScript((given) => {
    const said: string[] = [];
    const device = {
      getVoices: () => given,
      speak: ({ text }: { readonly text: string }) => said.push(text),
      cancel: () => said.splice(0),
      addEventListener: () => {},
    };
    Object.defineProperty(window, "speechSynthesis", { value: device });
    Object.defineProperty(window, "SpeechSynthesisUtterance", {
      value: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
        addEventListener() {}
      },
    });
    Object.assign(window, { said });
  }, voices);
  await page.goto(`${program.url}/chu-de/vay-von/cac-buoc-vay`);
  return { page, said: () => page.evaluate(() => (window as unknown as { said: readonly string[] }).said) };
}

test("a device with a Vietnamese voice of its own reads the short answer, then the steps, and stops when told", async () => {
  const { page, said } = await open([
    { lang: "en-US", localService: true },
    { lang: "vi_VN", localService: true },
  ]);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("button", { name: "Nghe đọc" }).click();
  const words = await said();
  const short = (await page.locator(".short").textContent()) ?? "";
  expect(short.startsWith(words[0] ?? "-")).toBe(true);
  const places = ["Các bước", "Việc nên làm"].map((heading) => words.indexOf(heading));
  expect(places[0]).toBeGreaterThan(0);
  expect(places[1]).toBeGreaterThan(places[0] ?? 0);
  await page.getByRole("button", { name: "Dừng đọc" }).click();
  expect(await said()).toEqual([]);
  await page.getByRole("button", { name: "Nghe đọc" }).waitFor();
  expect(asked).toEqual([]);
  await page.context().close();
});

test.each([
  ["no Vietnamese voice", [{ lang: "en-US", localService: true }]],
  ["a Vietnamese voice that speaks by way of a company's server", [{ lang: "vi-VN", localService: false }]],
])("a device with %s does not offer to read", async (_what, voices) => {
  const { page } = await open(voices);
  await page.getByRole("button", { name: "To", exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Nghe đọc" }).isVisible()).toBe(false);
  await page.context().close();
});
