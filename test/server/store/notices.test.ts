import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openLive } from "../../../server/live.ts";
import { openPostgresNotices } from "../../../server/store/notify/postgres-notices.ts";
import { shareChanges } from "../../../server/work/share-changes.ts";
import { recordingLog } from "../../support/recording-log.ts";
import { until } from "../../support/until.ts";

/** What is told in one process and heard in another; nobody asks the database in between. */
function process(ownId: string) {
  const others = openPostgresNotices({ url: inject("postgresUrl"), ownId });
  const live = openLive();
  const heard: string[] = [];
  for (const topic of ["one", "two", "queue"]) live.subscribe(topic, () => heard.push(topic));
  shareChanges({ store: { others }, live, log: recordingLog() });
  return { others, live, heard };
}

let here: ReturnType<typeof process>;
let there: ReturnType<typeof process>;
let admin: pg.Client;
beforeAll(async () => {
  [here, there] = [process("here"), process("there")];
  admin = new pg.Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
});
afterAll(async () => {
  await Promise.all([here.others.close(), there.others.close(), admin.end()]);
});

/** Told again until it is heard: a notice may fall into the moment when nobody listens. */
const isHeard = (topic: string) =>
  until(
    `${topic} is heard in the other process`,
    () => {
      if (!there.heard.includes(topic)) here.live.announce(topic);
      return there.heard.includes(topic);
    },
    10_000,
  );

test("what is announced in one process is announced in the other, and not told back", async () => {
  await isHeard("one");
  here.live.announce("two");
  await until("the second is heard too", () => there.heard.includes("two"));
  const [told, heard] = [here.heard.length, there.heard.length];
  there.live.pass("queue");
  there.live.announce("queue");
  await until("the answer is heard", () => here.heard.includes("queue"));
  expect([here.heard.length, there.heard.length]).toEqual([told + 1, heard + 2]);
});

test("many topics at once arrive, all of them", async () => {
  const topics = Array.from({ length: 450 }, (_, number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`);
  const heard = new Set<string>();
  for (const topic of topics) there.live.subscribe(topic, () => heard.add(topic));
  for (const topic of topics) here.live.announce(topic);
  await until("all are heard", () => heard.size === topics.length);
});

test("with every such connection killed, both are opened again and hear as before", async () => {
  const killed = await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'huong-thien notices' and pid <> pg_backend_pid()",
  );
  expect(killed.rowCount).toBeGreaterThanOrEqual(2);
  there.heard.length = 0;
  await isHeard("two");
});
