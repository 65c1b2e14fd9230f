import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Knowledge } from "../knowledge/compiled.ts";
import type { Channel } from "./channels/channel.ts";
import { chooseChannels } from "./channels/choose.ts";
import type { Config } from "./config.ts";
import { openKnown } from "./editing/current-knowledge.ts";
import { openEgress } from "./egress.ts";
import { buildApp } from "./http/app.ts";
import { readAssets } from "./http/assets.ts";
import { openPasswords } from "./http/console/passwords.ts";
import { openLive } from "./live.ts";
import type { Log } from "./log.ts";
import { openModels } from "./models/open-models.ts";
import { chooseStore } from "./store/choose.ts";
import { openBoard } from "./store/notices/board.ts";
import type { Store } from "./store/store.ts";
import { openWatch } from "./watch/open-watch.ts";
import { keepHouse } from "./work/keep-house.ts";
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
export async function startServer({ config, log, now, random, assetsFolder, ...starting }: Starting): Promise<RunningServer> {
  const assets = readAssets(assetsFolder);
  const egress = openEgress({ allowedOrigins: calledBy(config), deadlineMs: egressTimeoutMs });
  const channels = await chooseChannels(config, egress);
  const store = await chooseStore({ ...config, carried: namesOfCarried(channels) });
  tellWhatIsOff(config, log);
  const known = await openKnown({ ...starting, approvedOnly: config.approvedOnly, store, log, now });
  const { library } = known;
  const live = openLive();
  const board = openBoard(store, now);
  const { watching, ...watched } = openWatch({ channels, live, log, now });
  const models = openModels({ config, library, egress, log, now });
  const shared = { ...known, store, answer: models.answer, channels, live, board, ...watched, log, now, publicUrl: config.publicUrl };
  const running = keepRunning({ ...shared, random, workers: models.workers });
  const house = keepHouse({ ...shared, config, egress });
  const loop = watchLoop(log);
  let serving = true;
  const app = buildApp({
    ...shared,
    config,
    assets,
    relay: running.relay,
    passwords: await openPasswords(),
    isServing: () => serving,
    wake: running.wake,
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
      await closeAfter(server, Promise.all([running.stop(), watching.stop(), house.stop()]));
      await store.close();
      log.info({}, "stopped");
    },
  };
}

function namesOfCarried(channels: ReadonlyMap<string, Channel>): ReadonlySet<string> {
  return new Set([...channels.values()].filter(({ carried }) => carried).map(({ name }) => name));
}

/** The only hosts this program calls. */
function calledBy({ messenger, botpress, languageModel, alarmUrl }: Config): readonly string[] {
  return [messenger?.graphUrl, botpress?.apiUrl, languageModel?.baseUrl, alarmUrl].filter((address) => address !== undefined);
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
