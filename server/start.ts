import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { approvedOnly, type Knowledge, openKnowledge } from "../knowledge/compiled.ts";
import { chooseChannels } from "./channels/choose.ts";
import type { Config } from "./config.ts";
import { deliver } from "./deliver.ts";
import { openEgress } from "./egress.ts";
import { openRelay } from "./escalation/relay.ts";
import { buildApp } from "./http/app.ts";
import { readAssets } from "./http/assets.ts";
import { openPasswords } from "./http/console/passwords.ts";
import { openLive } from "./live.ts";
import type { Log } from "./log.ts";
import { openModels } from "./models/open-models.ts";
import { chooseStore } from "./store/choose.ts";
import type { Store } from "./store/store.ts";
import { openWatch } from "./watch/open-watch.ts";
import { keepDoing, together } from "./work/keep-doing.ts";
import { work } from "./work/work.ts";

export interface Starting {
  readonly config: Config;
  readonly log: Log;
  readonly now: () => number;
  readonly random: () => number;
  readonly knowledge: Knowledge;
  readonly assetsFolder: string;
}

export interface RunningServer {
  readonly address: string;
  readonly store: Store;
  /** Takes nothing new, finishes what is begun, closes the database. */
  stop(): Promise<void>;
}

const egressTimeoutMs = 10_000;
const lookAgainMs = 1_000;
const expiredClaimsEveryMs = 15_000;
const stopWithinMs = 10_000;

/** Opens everything, wires it and listens. What was left undone by a process before this one is taken up at once. */
export async function startServer({ config, log, now, random, knowledge, assetsFolder }: Starting): Promise<RunningServer> {
  const known = config.approvedOnly ? approvedOnly(knowledge) : knowledge;
  const opened = openKnowledge(known);
  const { library } = opened;
  const assets = readAssets(assetsFolder);
  const egress = openEgress({ allowedOrigins: providersOf(config), deadlineMs: egressTimeoutMs });
  const channels = await chooseChannels(config, egress);
  const carried = new Set([...channels.values()].filter((channel) => channel.carried).map(({ name }) => name));
  const store = await chooseStore({ ...config, carried });
  tellWhatIsOff(config, log);

  const live = openLive();
  const { watching, ...watched } = openWatch({ channels, live, log, now });
  const models = openModels({ config, library, log, now });
  const shared = { ...opened, store, answer: models.answer, channels, live, ...watched, log, now, publicUrl: config.publicUrl };
  const deliveries = together(
    [...channels.values()]
      .filter((channel) => channel.carried)
      .map((channel) => deliver({ store, channel, log, now, random, alarms: watched.alarms, pauseMs: lookAgainMs })),
  );
  const wakeDeliveries = deliveries.wake;
  const worker = together(
    Array.from({ length: models.workers }, () => keepDoing(() => work({ ...shared, wakeDeliveries }), { pauseMs: lookAgainMs, log })),
  );
  const relay = openRelay({ ...shared, wakeDeliveries });
  const claims = keepDoing(() => relay.returnExpired(), { pauseMs: expiredClaimsEveryMs, log });

  let serving = true;
  const app = buildApp({ ...shared, config, assets, relay, passwords: await openPasswords(), isServing: () => serving, wake: worker.wake });
  const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 30_000 }, app);
  server.maxConnections = 20_000;
  const port = await listen(server, config);
  log.info({ port, library: library.version, entries: library.entries.size, channels: [...channels.keys()] }, "listening");
  models.load();

  return {
    address: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
    store,
    async stop() {
      serving = false;
      models.stop();
      await closeAfter(server, Promise.all([worker.stop(), claims.stop(), watching.stop(), deliveries.stop()]));
      await store.close();
      log.info({}, "stopped");
    },
  };
}

function providersOf({ messenger, botpress }: Config): readonly string[] {
  return [...(messenger ? [messenger.graphUrl] : []), ...(botpress ? [botpress.apiUrl] : [])];
}

function tellWhatIsOff({ messenger, botpress }: Config, log: Log): void {
  if (messenger === undefined) log.info({}, "Messenger is off: its settings are not given");
  if (botpress !== undefined && botpress.signingSecret === undefined)
    log.warn({}, "BOTPRESS_SIGNING_SECRET is not set: who knows the bot's id can write here as anybody");
}

/** Takes no new connection, and closes those there are when the work is done, or takes too long. */
async function closeAfter(server: Server, work: Promise<unknown>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const forced = setTimeout(() => server.closeAllConnections(), stopWithinMs);
  server.closeIdleConnections();
  await work;
  server.closeAllConnections();
  await closed;
  clearTimeout(forced);
}

async function listen(server: Server, { port, host }: Pick<Config, "port" | "host">): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // An address of a port, since we listen on one.
  return (server.address() as AddressInfo).port;
}
