import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { approvedOnly, type Knowledge, openKnowledge } from "../knowledge/compiled.ts";
import type { Channel } from "./channels/channel.ts";
import { chooseChannels } from "./channels/choose.ts";
import type { Config } from "./config.ts";
import { openEgress } from "./egress.ts";
import { buildApp } from "./http/app.ts";
import { readAssets } from "./http/assets.ts";
import { openPasswords } from "./http/console/passwords.ts";
import { openLive } from "./live.ts";
import type { Log } from "./log.ts";
import { openModels } from "./models/open-models.ts";
import { keepRetention } from "./rights/keep-retention.ts";
import { chooseStore } from "./store/choose.ts";
import type { Store } from "./store/store.ts";
import { openWatch } from "./watch/open-watch.ts";
import { keepRunning } from "./work/keep-running.ts";
import { watchLoop } from "./work/watch-loop.ts";

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
const stopWithinMs = 10_000;
/** With slow clients; checked every two seconds. */
const patience = { requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 30_000, connectionsCheckingInterval: 2_000 };

/** Opens everything, wires it and listens. What was left undone by a process before this one is taken up at once. */
export async function startServer({ config, log, now, random, knowledge, assetsFolder }: Starting): Promise<RunningServer> {
  const opened = openKnowledge(config.approvedOnly ? approvedOnly(knowledge) : knowledge);
  const { library } = opened;
  const assets = readAssets(assetsFolder);
  const egress = openEgress({ allowedOrigins: providersOf(config), deadlineMs: egressTimeoutMs });
  const channels = await chooseChannels(config, egress);
  const store = await chooseStore({ ...config, carried: namesOfCarried(channels) });
  tellWhatIsOff(config, log);

  const live = openLive();
  const { watching, ...watched } = openWatch({ channels, live, log, now });
  const models = openModels({ config, library, log, now });
  const shared = { ...opened, store, answer: models.answer, channels, live, ...watched, log, now, publicUrl: config.publicUrl };
  const running = keepRunning({ ...shared, random, workers: models.workers });
  const { relay, wake } = running;
  const retaining = keepRetention({ ...shared, retentionDays: config.retentionDays, told: live.announce });

  const loop = watchLoop(log);
  let serving = true;
  const app = buildApp({
    ...shared,
    config,
    assets,
    relay,
    passwords: await openPasswords(),
    isServing: () => serving,
    wake,
    longestPauseMs: loop.longestMs,
  });
  const server = createServer(patience, app);
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
      loop.stop();
      await closeAfter(server, Promise.all([running.stop(), watching.stop(), retaining.stop()]));
      await store.close();
      log.info({}, "stopped");
    },
  };
}

function namesOfCarried(channels: ReadonlyMap<string, Channel>): ReadonlySet<string> {
  return new Set([...channels.values()].filter(({ carried }) => carried).map(({ name }) => name));
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
