import express, { type Express } from "express";
import helmet from "helmet";
import type { Library } from "../../knowledge/library.ts";
import type { Search } from "../../knowledge/search.ts";
import type { Channel } from "../channels/channel.ts";
import type { Config } from "../config.ts";
import type { CurrentKnowledge } from "../editing/current-knowledge.ts";
import type { Relay } from "../escalation/relay.ts";
import type { Live } from "../live.ts";
import type { Log } from "../log.ts";
import type { Board } from "../store/notices/board.ts";
import type { Store } from "../store/store.ts";
import type { Alarms } from "../watch/alarms.ts";
import type { Tally } from "../watch/tally.ts";
import type { WebhookHealth } from "../watch/webhook-health.ts";
import { answerErrors, answerMissing } from "./answer-errors.ts";
import type { Assets } from "./assets.ts";
import { chatRoutes } from "./chat.ts";
import type { Passwords } from "./console/passwords.ts";
import { consoleRoutes } from "./console.ts";
import { healthRoutes } from "./health.ts";
import { ownCodeRoute } from "./rights/own-code-route.ts";
import { siteRoutes } from "./site.ts";
import { webhookRoutes } from "./webhooks.ts";

export interface AppParts {
  readonly config: Config;
  readonly store: Store;
  readonly knowledge: CurrentKnowledge;
  /** Always the newest. */
  readonly library: Library;
  readonly search: Search;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly assets: Assets;
  readonly board: Board;
  readonly live: Live;
  readonly log: Log;
  readonly now: () => number;
  readonly isServing: () => boolean;
  readonly wake: () => void;
  readonly longestPauseMs: () => number;
  readonly relay: Relay;
  readonly passwords: Passwords;
  readonly tally: Tally;
  readonly alarms: Alarms;
  readonly health: WebhookHealth;
}

const policy = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "font-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
};

/** Every path the program answers, and the headers none may leave without. */
export function buildApp(parts: AppParts): Express {
  const { config } = parts;
  const app = express();
  app.set("trust proxy", config.trustedProxies);
  app.set("query parser", "simple");
  app.use(securityHeaders(config, "'none'"));
  app.use(healthRoutes({ ...parts, openStreams: () => parts.live.listeners() }));
  app.use("/webhooks", webhookRoutes({ ...parts, publicUrl: config.publicUrl }));
  app.use(chatRoutes(parts));
  app.use(ownCodeRoute(parts));
  app.use(consoleRoutes({ ...parts, publicUrl: config.publicUrl }));
  app.use("/chat", securityHeaders(config, config.widgetSites));
  app.use(siteRoutes(parts));
  app.use(answerMissing);
  app.use(answerErrors(parts.log));
  return app;
}

function securityHeaders({ publicUrl }: Config, frameAncestors: string) {
  const secure = publicUrl.startsWith("https:");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...policy, "frame-ancestors": frameAncestors.split(" "), ...(secure && { "upgrade-insecure-requests": [] }) },
    },
    crossOriginResourcePolicy: { policy: "same-origin" },
    frameguard: frameAncestors === "'none'" ? { action: "deny" } : false,
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
  });
}
