import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { libraryFolder } from "../../knowledge/compiled.ts";
import { readContentFiles } from "../../knowledge/files/content-file.ts";
import { buildLibrary } from "../../knowledge/load.ts";
import { Day } from "../../knowledge/provision.ts";
import { changesAround } from "../../server/http/steady/news.ts";
import { accessibilityFaults } from "../support/accessibility.ts";
import { openBrowser, smallestPhone, visit } from "../support/browser.ts";
import { realLibrary } from "../support/library.ts";
import { type Program, startProgram } from "../support/program.ts";

const entry = "/chu-de/vay-von/muc-vay-lam-an";
let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ environment: { PUBLIC_URL: "https://hoi.example.vn" } }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await program.kill("SIGTERM");
});
const read = async (path: string) => await (await fetch(program.url + path)).text();
const dataOf = async (path: string) => {
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await read(path))?.[1];
  return json === undefined ? undefined : JSON.parse(json);
};

test("what has changed says only what the library's dates say, the latest first, and is read without a fault", async () => {
  const { page, context, complaints } = await visit(browser, `${program.url}/moi`, smallestPhone);
  await page.getByRole("heading", { name: "Luật mới đổi" }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(complaints).toEqual([]);
  await context.close();
  const library = realLibrary();
  const july = changesAround(library, Day.parse("2026-07-20"));
  expect(july.some(({ day, begins }) => day === "2026-07-01" && begins)).toBe(true);
  expect(july.map(({ day }) => day)).toEqual(
    july
      .map(({ day }) => day)
      .toSorted()
      .reverse(),
  );
  for (const { day, begins, provisions } of july)
    for (const { inForce } of provisions) expect(begins ? inForce.from === day : (inForce.to ?? "") < day).toBe(true);
});

test("the feed is well-formed Atom with what a reader of feeds asks for", async () => {
  const response = await fetch(`${program.url}/moi.atom`);
  expect(response.headers.get("content-type")).toContain("application/atom+xml");
  const text = await response.text();
  const { page, context } = await visit(browser, `${program.url}/moi`);
  const found = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, "application/xml");
    const texts = (name: string) => [...feed.getElementsByTagName(name)].map((each) => each.textContent ?? "");
    return {
      fault: feed.querySelector("parsererror")?.textContent ?? null,
      ids: texts("id"),
      updated: texts("updated"),
      titles: texts("title"),
    };
  }, text);
  expect(found.fault).toBeNull();
  expect(new Set(found.ids).size).toBe(found.ids.length);
  expect(found.updated.length).toBe(found.ids.length);
  for (const day of found.updated) expect(day).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+07:00$/);
  for (const id of found.ids) expect(id).toMatch(/^https:\/\/hoi\.example\.vn\/moi/);
  expect(await page.locator('link[type="application/atom+xml"]').getAttribute("href")).toBe("/moi.atom");
  await context.close();
});

test("search engines read the question and its answer; of old law they are told nothing", async () => {
  const data = await dataOf(entry);
  expect(data).toMatchObject({ "@type": "QAPage", mainEntity: { "@type": "Question", name: expect.stringContaining("Vay vốn làm ăn") } });
  expect(data.mainEntity.acceptedAnswer).toMatchObject({
    text: expect.stringContaining("100 triệu"),
    url: `https://hoi.example.vn${entry}`,
  });
  expect((await dataOf("/chu-de/vay-von")).mainEntity.length).toBeGreaterThan(5);
  expect(await dataOf("/chu-de/ly-lich-tu-phap/xin-o-dau-truoc-2025")).toBeUndefined();
  const { page, context, complaints } = await visit(browser, program.url + entry);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test("a link preview is neutral; every page names its one address; the map says when an answer last changed", async () => {
  for (const path of [entry, "/chu-de/ma-tuy", "/canh-bao"]) {
    const page = await read(path);
    expect(page).toContain('<meta property="og:title" content="Hỏi đáp, lời dễ hiểu"/>');
    expect(page).toContain(`<link rel="canonical" href="https://hoi.example.vn${path}"/>`);
  }
  expect(await read("/sitemap.xml")).toMatch(
    /<loc>https:\/\/hoi\.example\.vn\/chu-de\/vay-von\/muc-vay-lam-an<\/loc><lastmod>2026-\d\d-\d\d<\/lastmod>/,
  );
});

test("a renamed entry keeps its old address; a name that leads nowhere, or away from an entry, is a fault of the library", () => {
  const files = readContentFiles(libraryFolder).filter(({ path }) => path !== "moved.yaml");
  const withMoved = (text: string) => buildLibrary([...files, { path: "moved.yaml", text }]);
  const moved = withMoved("vay-von/muc-vay-cu: vay-von/muc-vay-lam-an\n");
  expect(moved.kind === "loaded" && [...moved.library.moved]).toEqual([["vay-von/muc-vay-cu", "vay-von/muc-vay-lam-an"]]);
  for (const [text, words] of [
    ["a/b: vay-von/khong-co\n", "no entry vay-von/khong-co"],
    ["vay-von/lai-suat: vay-von/muc-vay-lam-an\n", "vay-von/lai-suat is an entry"],
  ] as const) {
    const faulty = withMoved(text);
    expect(faulty.kind === "faulty" && faulty.faults.map(({ message }) => message).join()).toContain(words);
  }
});
