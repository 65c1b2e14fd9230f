import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { chooseChannels } from "../../../server/channels/choose.ts";
import { openEgress } from "../../../server/egress.ts";
import { botpressConfig } from "../../support/botpress.ts";
import { messengerConfig } from "../../support/messenger.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const egress = openEgress({ allowedOrigins: [], deadlineMs: 1 });
const off = { messenger: undefined, botpress: undefined };

test("without settings of others there is the website alone, and no provider carries anything", async () => {
  const channels = await chooseChannels(off, egress);
  expect([...channels.values()].map(({ name, carried }) => [name, carried])).toEqual([["web", false]]);
});

test("with Messenger's settings there are Messenger and the Page's comments too, each channel under its own name", async () => {
  const channels = await chooseChannels({ ...off, messenger: messengerConfig }, egress);
  expect([...channels].map(([key, { name, carried }]) => [key, name, carried])).toEqual([
    ["web", "web", false],
    ["messenger", "messenger", true],
    ["page-comments", "page-comments", true],
  ]);
});

test("without Botpress's settings nothing of its SDK is loaded", () => {
  const program = `
    import { createRequire } from "node:module";
    import { chooseChannels } from "./server/channels/choose.ts";
    import "./server/start.ts";
    const off = { messenger: undefined, botpress: undefined };
    await chooseChannels(off, async () => ({ kind: "unreached", why: "" }));
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes("@botpress")).length;
    const before = loaded();
    await chooseChannels({ ...off, botpress: { apiUrl: "http://127.0.0.1:1", token: "t", botId: "b", publicUrl: "" } });
    console.log(JSON.stringify([before, loaded() > 0]));
  `;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: root, encoding: "utf8" });
  expect(run.stdout, run.stderr).toBe("[0,true]\n");
});

test("with Botpress's settings there is Botpress", async () => {
  expect([...(await chooseChannels({ ...off, botpress: botpressConfig }, egress)).keys()]).toEqual(["web", "botpress"]);
});
