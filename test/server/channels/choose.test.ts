import { expect, test } from "vitest";
import { chooseChannels } from "../../../server/channels/choose.ts";
import { openEgress } from "../../../server/egress.ts";
import { messengerConfig } from "../../support/messenger.ts";

const egress = openEgress({ allowedOrigins: [], deadlineMs: 1 });

test("without Messenger's settings there is the website alone, and no provider carries anything", () => {
  const channels = chooseChannels({ messenger: undefined }, egress);
  expect([...channels.values()].map(({ name, carried }) => [name, carried])).toEqual([["web", false]]);
});

test("with Messenger's settings there is Messenger too, each channel under its own name", () => {
  const channels = chooseChannels({ messenger: messengerConfig }, egress);
  expect([...channels].map(([key, { name, carried }]) => [key, name, carried])).toEqual([
    ["web", "web", false],
    ["messenger", "messenger", true],
    ["page-comments", "page-comments", true],
  ]);
});
