import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { messengerConfig, page } from "../support/messenger.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "huong-thien-setup-"));
let stub: GraphStub;
beforeAll(async () => {
  stub = await startGraphStub();
});
beforeEach(() => {
  stub.page.profile = {};
  stub.page.calls.length = 0;
  stub.page.failing = undefined;
});
afterAll(() => stub.close());

function setup(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: folder,
    PUBLIC_URL: messengerConfig.publicUrl,
    MESSENGER_PAGE_ID: page,
    MESSENGER_PAGE_TOKEN: messengerConfig.pageToken,
    MESSENGER_APP_SECRET: messengerConfig.appSecret,
    MESSENGER_VERIFY_TOKEN: messengerConfig.verifyToken,
    GRAPH_API_URL: stub.url,
    ...environment,
  };
  const child = spawn(process.execPath, ["scripts/messenger/setup.ts", ...parameters], { cwd: root, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}

const fileWith = (text: string) => {
  const file = join(folder, "profile.yaml");
  writeFileSync(file, text);
  return ["--file", file];
};

test("it shows what would change and writes nothing; told to write it writes, and then there is no difference", async () => {
  const first = await setup([]);
  expect(first.code, first.output).toBe(0);
  expect(first.output).toMatch(/\+ .*Vay vốn làm ăn được bao nhiêu tiền\?/);
  expect(first.output).toContain(`+         "url": "${messengerConfig.publicUrl}"`);
  expect(stub.page.profile).toEqual({});
  expect((await setup(["--write"])).output).toContain("written: greeting, get_started, ice_breakers, persistent_menu");
  expect(stub.page.profile).toMatchObject({ get_started: { payload: "lenh:tro-giup" }, greeting: [{ locale: "default" }] });
  expect((await setup([])).output).toBe("the Page is as the file says\n");
  expect(stub.page.calls.filter((call) => call.startsWith("POST"))).toHaveLength(1);
});

test("a part the file does not name stays, a part that is null goes, and additions of Meta's own are no difference", async () => {
  stub.page.profile = {
    get_started: { payload: "old" },
    greeting: [{ locale: "default", text: "Chào" }],
    ice_breakers: [{ call_to_actions: [{ question: "A?", payload: "a" }] }],
  };
  const { output } = await setup([
    "--write",
    ...fileWith("greeting: null\niceBreakers:\n  default:\n    - question: A?\n      payload: a\n"),
  ]);
  expect(output).toContain("written: greeting\n");
  expect(Object.keys(stub.page.profile)).toEqual(["get_started", "ice_breakers"]);
});

test("a file beyond Meta's limits is refused before anything is asked of the Page", async () => {
  const { code, output } = await setup(["--write", ...fileWith(`greeting:\n  default: "${"a".repeat(161)}"\n`)]);
  expect([code, stub.page.calls]).toEqual([1, []]);
  expect(output).toContain("greeting");
});

test("when Meta refuses, or Messenger is off, it says so and fails", async () => {
  stub.page.failing = 190;
  const refused = await setup([]);
  expect([refused.code, refused.output]).toEqual([1, "the Page cannot be read: graph 190, trace AbCdEf123\n"]);
  const off = { MESSENGER_PAGE_ID: "", MESSENGER_PAGE_TOKEN: "", MESSENGER_APP_SECRET: "", MESSENGER_VERIFY_TOKEN: "" };
  expect(await setup([], off)).toMatchObject({ code: 1, output: expect.stringContaining("Messenger is off") });
});

test("every payload of our own file is a command the bot knows, or words it hears", async () => {
  const file = readFileSync(join(root, "server/channels/messenger-page/profile.yaml"), "utf8");
  const commands = [...file.matchAll(/lenh:[a-z-]+/g)].map(([command]) => command);
  const { choiceValues } = await import("../../bot/wording.ts");
  expect(commands.length).toBeGreaterThan(3);
  for (const command of commands) expect(Object.values(choiceValues)).toContain(command);
});
