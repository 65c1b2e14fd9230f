import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

/** A real browser without a window. Its own libraries are added for machines that lack them. */
export function openBrowser(): Promise<Browser> {
  const folder = inject("chromiumFolder");
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu", "--font-render-hinting=none"],
    env: {
      ...process.env,
      FONTCONFIG_PATH: join(folder, "fonts"),
      LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, join(folder, "al2023/lib")].filter(Boolean).join(":"),
    },
  });
}

export const phone = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true } as const;
export const smallestPhone = { ...phone, viewport: { width: 320, height: 568 } } as const;
export const desk = { viewport: { width: 1280, height: 800 } } as const;

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: script errors, refused policies, failed loads. */
  readonly complaints: string[];
}

export async function visit(browser: Browser, url: string, options: BrowserContextOptions = phone): Promise<Visit> {
  const context = await browser.newContext({ locale: "vi-VN", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on("pageerror", (fault) => complaints.push(fault.message));
  page.on("console", (entry) => {
    if (entry.type() === "error" || entry.type() === "warning") complaints.push(entry.text());
  });
  await page.goto(url);
  return { page, context, complaints };
}

export async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel("Câu hỏi của anh/chị").fill(text);
  await page.getByRole("button", { name: "Gửi", exact: true }).click();
}

/** Waits for something we said that has these words. */
export async function answerAbout(page: Page, words: string): Promise<void> {
  await page.locator(".message.bot, .message.counsellor, .message.notice").filter({ hasText: words }).last().waitFor();
}
