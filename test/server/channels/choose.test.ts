import { expect, test } from "vitest";
import { chooseChannels } from "../../../server/channels/choose.ts";
import { openEgress } from "../../../server/egress.ts";
import { botpressConfig } from "../../support/botpress.ts";
import { messengerConfig } from "../../support/messenger.ts";

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

test("with Botpress's settings there is Botpress", async () => {
  expect([...(await chooseChannels({ ...off, botpress: botpressConfig }, egress)).keys()]).toEqual(["web", "botpress"]);
});
