import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { realLibrary } from "../../../support/library.ts";
import { type Program, startProgram } from "../../../support/program.ts";
import { openTool, type ToolPage } from "../../../support/tool-page.ts";

let program: Program;
let address: string;
beforeAll(async () => {
  program = await startProgram({ environment: { TRUSTED_PROXIES: "1" } });
  address = `${program.url}/cong-cu/xoa-an-tich`;
});
afterAll(async () => {
  expect(program.output()).not.toMatch(/"level":50/);
  await program.kill("SIGTERM");
});

let readers = 0;
/** Each reader comes from an address of their own, so that none is told to slow down. */
const reader = () => ({ "x-forwarded-for": `10.0.${Math.floor(++readers / 250)}.${(readers % 250) + 1}` });

const isResult = ({ html }: ToolPage) => html.includes('<article class="result">');

async function inOrder(page: ToolPage, presses: readonly (readonly [string, ...(readonly [string, string])[]])[]): Promise<ToolPage> {
  let at = page;
  for (const [button, ...written] of presses) at = await at.press(button, written);
  return at;
}

const served = [["chon:tu"], ["chon:khong"], ["chon:man-an"]] as const;
const usual = [
  ...served,
  ["tiep", ["ngay", "10"], ["thang", "2"], ["nam", "2024"]],
  ["chon:truoc"],
  ["tiep", ["nam", "2"]],
  ["chon:khong"],
] as const;

test("an interview of taps and small fields ends in its result, with the working, the law and the day it was computed", async () => {
  const page = await inOrder(await openTool(address, reader()), usual);
  expect(page.status).toBe(200);
  expect(page.html).toMatch(/<h1>Theo cách tính này, từ sau ngày 10\/2\/2026 là đã đủ thời gian\.<\/h1>/);
  expect(page.html).toContain("Cách tính từng bước");
  expect(page.html).toMatch(/href="\/van-ban\/blhs-2015\/70[^"]*" target="_blank"/);
  expect(page.html).toMatch(/Tính ngày \d+\/\d+\/\d{4}/);
  expect(page.html).toContain("ngày 10/2/2024");
});

test("nothing answered is in an address, a log or a cache, and no cookie is set", async () => {
  const page = await inOrder(await openTool(address, reader()), usual);
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(page.headers.get("set-cookie")).toBeNull();
  expect(page.html).toContain('<meta name="robots" content="noindex"');
  expect([...page.html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, link]) => link).join(" ")).not.toMatch(/2024|man-an|trang-thai/);
  expect(program.output()).not.toMatch(/man-an|10\/2\/2024|2024-02-10/);
});

test("words are read, said back, and count only after a yes; a no asks again", async () => {
  const asked = await inOrder(await openTool(address, reader()), served);
  const heard = await asked.press("tiep", [["loi", "thang 5 nam 2023"]]);
  expect(heard.html).toContain("Em hiểu như vậy có đúng không?");
  expect(heard.html).toContain("tháng 5/2023, ngày chưa rõ");
  expect((await heard.press("sai")).html).toContain("Anh/chị xong án, ra trại ngày nào?");
  expect((await heard.press("dung")).html).toContain("Bồi thường, án phí, tiền phạt");
});

test.each([
  [
    "a day that is none",
    [
      ["ngay", "31"],
      ["thang", "2"],
      ["nam", "2023"],
    ],
    "Tháng 2/2023 không có ngày 31",
  ],
  [
    "letters in the small fields",
    [
      ["ngay", "ab"],
      ["thang", "2"],
      ["nam", "2023"],
    ],
    "chỉ ghi số",
  ],
  [
    "no year",
    [
      ["ngay", "3"],
      ["thang", "2"],
    ],
    "ghi thêm năm",
  ],
  [
    "a day without its month",
    [
      ["ngay", "3"],
      ["nam", "2023"],
    ],
    "ghi thêm tháng",
  ],
  ["nothing", [], "chưa ghi gì"],
  ["words that are no day", [["loi", "lâu lắm rồi"]], "ghi ngày như thế này"],
] as const)("%s is asked again, with what was written still there and why it was not taken", async (_what, written, why) => {
  const asked = await inOrder(await openTool(address, reader()), served);
  const again = await asked.press("tiep", written);
  expect(again.status).toBe(200);
  expect(again.html).toMatch(/<div class="error-summary" role="alert"/);
  expect(again.html).toContain(why);
  expect(again.html).toContain("<title>Chưa hiểu");
  for (const [name, value] of written) expect(again.html).toMatch(new RegExp(`name="${name}" value="${value}"`));
  expect(again.html).not.toContain("Bồi thường, án phí");
});

test("ticking nothing is no answer: the button for none is", async () => {
  const asked = await (await openTool(address, reader())).press("chon:tu");
  expect((await asked.press("tiep")).html).toContain("Không có điều nào đúng thì bấm");
  const both = await asked.press("tiep", [
    ["muc", "vo-y"],
    ["muc", "viec-moi"],
  ]);
  expect(both.html).not.toContain("error-summary");
  expect(both.html).toContain("Sau án này lại có án mới, đang bị điều tra, hoặc bị phạt hành chính; Tội vô ý, như gây tai nạn");
});

test("back and change bring the answer back into its fields, and another answer changes what follows", async () => {
  const result = await inOrder(await openTool(address, reader()), usual);
  const changing = await result.press("sua:ngay-ra");
  expect(changing.html).toMatch(/name="ngay" value="10"[\s\S]*name="thang" value="2"[\s\S]*name="nam" value="2024"/);
  const changed = await changing.press("tiep", [
    ["ngay", "11"],
    ["thang", "2"],
    ["nam", "2024"],
  ]);
  expect(changed.html).toContain("từ sau ngày 11/2/2026");
  const sentence = await changed.press("sua:muc-an");
  expect(sentence.html).toMatch(/name="nam" value="2"/);
  const earlier = await sentence.press("lui");
  expect(earlier.html).toContain("Bồi thường, án phí, tiền phạt");
  expect(earlier.html).toContain("(đã chọn)");
  const probation = await (await changed.press("sua:hinh-phat")).press("chon:treo");
  expect(probation.html).toContain("Án treo của anh/chị hết thử thách ngày nào?");
});

test("a step sent again, as a browser does that goes back or loads anew, gives the same page", async () => {
  const asked = await inOrder(await openTool(address, reader()), served);
  const day = [
    ["ngay", "10"],
    ["thang", "2"],
    ["nam", "2024"],
  ] as const;
  expect((await asked.press("tiep", day)).html).toBe((await asked.press("tiep", day)).html);
});

describe("any way of taps, back and forth", () => {
  const slugs = [...realLibrary().interviews.keys()];

  let loaded = 0;
  beforeAll(async () => {
    const { html } = await openTool(address, reader());
    loaded = await weightOfAll([...html.matchAll(/(?:src|href)="(\/(?:assets\/|icon)[^"]+)"/g)].map(firstOf));
    expect(loaded).toBeGreaterThan(8_000);
  });

  test.each(slugs)(
    "through %s ends in a result that cites pages that are there, or in a person, and no page weighs over 30 KB",
    async (slug) => {
      const known = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), async (choices) => {
          let page = await openTool(`${program.url}/cong-cu/${slug}`, reader());
          for (let at = 0; !isResult(page); at += 2) {
            expect(page.status).toBe(200);
            expect(page.headers.get("cache-control")).toBe("no-store");
            expect(at, page.html).toBeLessThan(198);
            expect(Number(page.headers.get("content-length")) + loaded, page.html).toBeLessThanOrEqual(30 * 1024);
            page = await goOn(page, choices.slice(at, at + 2), at < 20);
          }
          expect(Number(page.headers.get("content-length")) + loaded).toBeLessThanOrEqual(30 * 1024);
          const cited = [...page.html.matchAll(/href="(\/van-ban\/[^"]+)"/g)].map(([, link = ""]) => link);
          expect(cited.length > 0 || page.html.includes("Việc này nên có người xem"), page.html).toBe(true);
          for (const link of cited) {
            if (!known.has(link)) known.set(link, (await fetch(program.url + link)).status);
            expect(known.get(link), link).toBe(200);
          }
        }),
        { numRuns: 40 },
      );
      expect(known.size).toBeGreaterThan(0);
    },
    120_000,
  );

  /** As sent, with what scripts import. */
  async function weightOfAll(paths: readonly string[]): Promise<number> {
    const weights = [...new Set(paths)].map(async (path): Promise<number> => {
      const text = await (await fetch(program.url + path)).text();
      const imported = path.endsWith(".js") ? [...text.matchAll(/from"\.\/([^"]+)"/g)].map((match) => `/assets/${firstOf(match)}`) : [];
      return Buffer.byteLength(text) + (await weightOfAll(imported));
    });
    return (await Promise.all(weights)).reduce((sum, each) => sum + each, 0);
  }
  const firstOf = ([, first = ""]: RegExpExecArray) => first;

  const pick = <Item>(items: readonly Item[], by: number): Item | undefined => items[by % Math.max(1, items.length)];
  const sums = ["1", "2", "20", "50 triệu", "15 triệu", "100 triệu", "300"];

  /** One tap or answer by chance; a change of mind, too, while there is time for it. */
  async function goOn(page: ToolPage, [one = 0, other = 0]: readonly number[], mayChange: boolean): Promise<ToolPage> {
    const changes = page.buttons.filter((button) => button === "lui" || button.startsWith("sua:"));
    const answers = page.buttons.filter((button) => button.startsWith("chon:") || button === "dung");
    const tick = pick(page.ticks, other);
    if (mayChange && one % 6 === 0 && changes.length > 0) return await page.press(pick(changes, other) ?? "lui");
    if (tick !== undefined && one % 2 === 0) return await page.press("tiep", [["muc", tick]]);
    const writes = page.writes.length > 0 && (answers.length === 0 || one % 4 > 0);
    if (!writes) return await page.press(pick(answers, other) ?? "tiep");
    if (page.writes.includes("ngay")) return await page.press("tiep", dayFields(other));
    if (page.writes.includes("nam")) return await page.press("tiep", [["nam", `${(other % 25) + 1}`]]);
    return await page.press("tiep", [["loi", pick(sums, other) ?? ""]]);
  }

  const dayFields = (by: number) =>
    [
      ["ngay", `${(by % 28) + 1}`],
      ["thang", `${(by % 12) + 1}`],
      ["nam", `${2009 + (by % 19)}`],
    ] as const;
});

describe("a state that is not one of ours", () => {
  const state = (more: object) => JSON.stringify({ interview: "xoa-an-tich", answers: [], confirming: [], at: null, ...more });
  const post = async (body: string, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...reader(), ...headers },
      body,
    });
    return { status: response.status, html: await response.text() };
  };
  const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
  const day = (value: object) => state({ answers: [{ question: "ngay-ra", value }] });
  const deep = `${"[".repeat(2000)}${"]".repeat(2000)}`;

  test.each([
    ["no JSON", "{"],
    ["another kind of JSON", "null"],
    ["a list", "[]"],
    ["deeply nested", deep],
    ["of another interview", state({ interview: "vay-von" })],
    ["with a key too many", state({ admin: true })],
    ["with __proto__", `{"__proto__":{"at":"x"},${state({}).slice(1)}`],
    ["with constructor", state({ constructor: { prototype: { isAdmin: true } } })],
    [
      "with __proto__ in an answer",
      state({}).replace("[]", '[{"question":"ngay-ra","value":{"kind":"day","day":"2024-02-10","precision":"day","__proto__":{}}}]'),
    ],
    [
      "with words of its own",
      state({ answers: [{ question: "ngay-ra", value: { kind: "day", day: "2024-02-10", precision: "day" }, said: "ngày đẹp" }] }),
    ],
    ["with a wrong kind of value", day({ kind: "spell", option: "tu" })],
    ["with a number as a day", day({ kind: "day", day: 20240210, precision: "day" })],
    ["with a day that is none", day({ kind: "day", day: "2024-02-31", precision: "day" })],
    [
      "with far too many answers",
      state({ answers: Array.from({ length: 61 }, () => ({ question: "tien", value: { kind: "option", option: "sau" } })) }),
    ],
  ])("%s is refused in words, with a way to begin again", async (_what, broken) => {
    const { status, html } = await post(form({ "trang-thai": broken, cau: "tien", nut: "chon:sau" }));
    expect(status).toBe(400);
    expect(html).toContain("<h1>Chưa làm được</h1>");
    expect(html).toContain('href="/cong-cu/xoa-an-tich"');
    expect(html).not.toContain("ngày đẹp");
  });

  test.each([
    ["no state", form({ nut: "tiep" }), {}, 400],
    ["an unknown button", form({ "trang-thai": state({}), nut: "xoa-het" }), {}, 400],
    ["an option of no question", form({ "trang-thai": state({}), cau: "hinh-phat", nut: "chon:__proto__" }), {}, 400],
    ["two states", `${form({ "trang-thai": state({}) })}&${form({ "trang-thai": state({}) })}`, {}, 400],
    ["a field too many", `${form({ "trang-thai": state({}) })}&constructor=1`, {}, 400],
    ["a body of another kind", "{}", { "content-type": "application/json" }, 400],
    ["a compressed body", "x", { "content-encoding": "gzip" }, 415],
    ["a huge body", form({ "trang-thai": "x".repeat(20_000) }), {}, 413],
    ["thousands of fields", "a=1&".repeat(3000), {}, 413],
  ])("%s is answered %#", async (_what, body, headers, status) => {
    const answered = await post(body, headers);
    expect(answered.status).toBe(status);
    expect(answered.html).toContain("<h1>Chưa làm được</h1>");
  });

  test("of another day or library is taken as far as it still holds", async () => {
    const answers = [
      { question: "hinh-phat", value: { kind: "option", option: "tu" } },
      { question: "khong-con-hoi", value: { kind: "option", option: "tu" } },
      { question: "dieu-rieng", value: { kind: "options", options: ["khong-con"] } },
      { question: "muc-an", value: { kind: "number", number: 30.5 } },
    ];
    const { status, html } = await post(form({ "trang-thai": state({ answers }), cau: "gi-do", nut: "tiep" }));
    expect(status).toBe(200);
    expect(html).toContain("Có điều nào dưới đây đúng với anh/chị không?");
  });

  test("words written into a field come back as words", async () => {
    const markup = `"><img src=x onerror=alert(1)>`;
    const asked = await inOrder(await openTool(address, reader()), served);
    const { html } = await asked.press("tiep", [["loi", markup]]);
    expect(html).not.toContain("<img src=x");
    expect(html).toContain("&quot;>&lt;img src=x onerror=alert(1)>");
  });
});

test("a tool there is not is a page that says so, asked for or sent to", async () => {
  expect((await fetch(`${program.url}/cong-cu/khong-co`, { headers: { accept: "text/html" } })).status).toBe(404);
  expect((await openTool(`${program.url}/cong-cu/khong-co`, reader())).status).toBe(404);
  expect((await openTool(`${program.url}/cong-cu/__proto__`, reader())).status).toBe(404);
});

test("who sends faster than any person is told to wait a minute, in words", async () => {
  const hasty = { "x-forwarded-for": "10.9.9.9" };
  const statuses = await Promise.all(Array.from({ length: 130 }, async () => await openTool(address, hasty)));
  const refused = statuses.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(10);
  expect(refused[0]?.html).toContain("Anh/chị chờ một phút rồi thử lại");
});

test("the list, the home page, and the law that a calculator rests on lead to it", async () => {
  for (const path of ["/cong-cu", "/", "/van-ban/blhs-2015/70.2"])
    expect(await (await fetch(program.url + path)).text(), path).toContain('href="/cong-cu/xoa-an-tich"');
});
