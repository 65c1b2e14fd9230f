import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { messengerChannel } from "../../../server/channels/messenger/messenger.ts";
import { neededFields } from "../../../server/channels/messenger-page/inspect.ts";
import { openEgress } from "../../../server/egress.ts";
import { openLive } from "../../../server/live.ts";
import { alarmFigures, openAlarms } from "../../../server/watch/alarms.ts";
import { watchChannels } from "../../../server/watch/watch-channels.ts";
import { openWebhookHealth } from "../../../server/watch/webhook-health.ts";
import { type GraphStub, startGraphStub } from "../../support/graph-stub.ts";
import { messengerConfig, page } from "../../support/messenger.ts";
import { recordingLog } from "../../support/recording-log.ts";

const minute = 60_000;
const start = 1_795_163_400_000;
let stub: GraphStub;
beforeAll(async () => {
  stub = await startGraphStub();
});
afterAll(() => stub.close());
beforeEach(() => {
  Object.assign(stub.page, {
    failing: undefined,
    updatedAt: undefined,
    subscriptions: [{ id: "481516234200001", subscribed_fields: [...neededFields] }],
  });
});

function openWatched(graphUrl = stub.url, appId?: string) {
  const config = { ...messengerConfig, graphUrl, appId };
  const channel = messengerChannel(config, openEgress({ allowedOrigins: [graphUrl], deadlineMs: 2000 }));
  const log = recordingLog();
  const live = openLive();
  let told = 0;
  live.subscribe("queue", () => {
    told += 1;
  });
  const alarms = openAlarms({ log, live });
  const health = openWebhookHealth(alarms, start);
  const round = async (at: number) => {
    await watchChannels({ channels: new Map([["messenger", channel]]), alarms, health, now: () => at });
    return alarms.list().map(({ name }) => name);
  };
  return { channel, log, alarms, health, round, told: () => told };
}

test("a Page that stands well raises no alarm, and /metrics has each alarm at 0", async () => {
  const { round, alarms } = openWatched();
  expect(await round(start)).toEqual([]);
  expect(alarmFigures(alarms, ["messenger"])).toMatchObject({ 'alarm{channel="messenger",name="token"}': 0 });
});

test("a dead token is one alarm, told once to log and console however often it is seen, and over once the token lives", async () => {
  const { round, alarms, log, told } = openWatched();
  stub.page.failing = 190;
  for (const at of [start, start + minute, start + 2 * minute]) expect(await round(at)).toEqual(["token"]);
  expect(alarmFigures(alarms, ["messenger"])).toMatchObject({ 'alarm{channel="messenger",name="token"}': 1 });
  expect(alarms.list()).toMatchObject([{ since: start, why: "graph 190, trace AbCdEf123" }]);
  expect([log.lines.filter(({ level }) => level === "error").length, told()]).toEqual([1, 1]);
  stub.page.failing = undefined;
  expect(await round(start + 3 * minute)).toEqual([]);
  expect(told()).toBe(2);
});

test("a subscription that is gone, lacks a field we need, or is another app's is an alarm; comments may be missing", async () => {
  const { round } = openWatched();
  stub.page.subscriptions = [];
  expect(await round(start)).toEqual(["subscription"]);
  stub.page.subscriptions = [{ id: "1", subscribed_fields: neededFields.filter((field) => field !== "feed") }];
  expect(await round(start)).toEqual([]);
  stub.page.subscriptions = [{ id: "1", subscribed_fields: neededFields.filter((field) => field !== "message_echoes") }];
  expect(await round(start)).toEqual(["subscription"]);
  const knowing = openWatched(stub.url, "481516234200001");
  stub.page.subscriptions = [{ id: "1", subscribed_fields: [...neededFields] }];
  expect(await knowing.round(start)).toEqual(["subscription"]);
  expect(await knowing.channel.repair?.(start)).toEqual({ kind: "repaired" });
  expect(await knowing.round(start)).toEqual([]);
  expect(stub.page.subscriptions[0]?.subscribed_fields).toContain("feed");
});

test("messages on the Page that no webhook brought are an alarm after ten minutes, and a webhook ends it", async () => {
  const { round, health } = openWatched();
  stub.page.updatedAt = start + minute;
  expect(await round(start + 11 * minute)).toEqual([]);
  expect(await round(start + 11 * minute + 1)).toEqual(["silence"]);
  health.heard("messenger", start + 12 * minute);
  expect(await round(start + 12 * minute)).toEqual([]);
});

test("what Meta cannot answer just now is an alarm of its own and changes nothing else", async () => {
  const { round } = openWatched();
  stub.page.failing = 190;
  await round(start);
  stub.page.failing = 2;
  expect(await round(start)).toEqual(["token", "reach"]);
  const cutOff = openWatched("http://127.0.0.1:1");
  expect(await cutOff.round(start)).toEqual(["reach"]);
});

test("three refused signatures in a row are an alarm, an accepted one between them is none and ends it", async () => {
  const { health, alarms } = openWatched();
  for (const at of [1, 2]) health.refused("messenger", at);
  health.heard("messenger", 3);
  for (const at of [4, 5]) health.refused("messenger", at);
  expect(alarms.list()).toEqual([]);
  health.refused("messenger", 6);
  expect(alarms.list().map(({ name }) => name)).toEqual(["signature"]);
  health.heard("messenger", 7);
  expect(alarms.list()).toEqual([]);
});

test("asking for messages again goes without comments where the Page may not have them", async () => {
  const { channel } = openWatched();
  stub.page.calls.length = 0;
  stub.page.failing = 200;
  expect(await channel.repair?.(start)).toMatchObject({ kind: "failed", why: expect.stringMatching(/^graph 200/) });
  expect(stub.page.calls).toEqual(Array(2).fill(`POST ${page}/subscribed_apps`));
});
