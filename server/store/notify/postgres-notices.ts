import pg from "pg";
import type { OtherProcesses } from "./other-processes.ts";

const channel = "huong_thien";
const name = "huong-thien notices";
/** PostgreSQL carries less than 8,000 bytes in one notice. */
const mostTopics = 100;
const againAfterMs = 500;

export interface NoticesOf {
  readonly url: string;
  /** Tells our own notices from those of others. */
  readonly ownId: string;
}

/**
 * LISTEN and NOTIFY on a connection of its own, which is opened again whenever it breaks. While it is broken nothing is told or heard.
 * A notice names topics and never what was said.
 */
export function openPostgresNotices({ url, ownId }: NoticesOf): OtherProcesses {
  let listener: (topics: readonly string[]) => void = () => undefined;
  let connected: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  let isClosing = false;

  async function connect(): Promise<void> {
    const client = newClient(url);
    client.on("notification", ({ payload = "" }) => {
      const [from, ...topics] = payload.split(" ");
      if (from !== ownId) listener(topics);
    });
    client.on("end", () => lost(client));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (isClosing) return await client.end();
      connected = client;
    } catch {
      // Its "end" may have come already, or never.
      lost(client);
    }
  }

  function lost(client: pg.Client): void {
    if (connected === client) connected = undefined;
    void client.end().catch(() => undefined);
    if (isClosing || connected !== undefined) return;
    clearTimeout(again);
    again = setTimeout(() => void connect(), againAfterMs);
  }
  const opening = connect();

  return {
    async tell(topics) {
      if (connected !== undefined) await tellOn(connected, topics, ownId);
    },
    hear(told) {
      listener = told;
    },
    async close() {
      isClosing = true;
      clearTimeout(again);
      await opening;
      await connected?.end().catch(() => undefined);
    },
  };
}

function newClient(url: string): pg.Client {
  const patience = { connectionTimeoutMillis: 2_000, query_timeout: 5_000 };
  const client = new pg.Client({ connectionString: url, application_name: name, keepAlive: true, ...patience });
  // Without a listener the process would end; "end" follows, or the fault is thrown to who asked.
  client.on("error", () => undefined);
  return client;
}

async function tellOn(client: pg.Client, topics: readonly string[], ownId: string): Promise<void> {
  for (let begin = 0; begin < topics.length; begin += mostTopics)
    await client.query("select pg_notify($1, $2)", [channel, [ownId, ...topics.slice(begin, begin + mostTopics)].join(" ")]);
}
