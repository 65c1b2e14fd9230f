import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const off = z.literal("").transform(() => undefined);
const text = z.string().min(1).or(off).optional();
const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));

const yesOrNo = z
  .enum(["true", "false", ""])
  .default("false")
  .transform((value) => value === "true");

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z.string().default(""),
  DATA_KEY: text,
  PUBLIC_URL: webAddress.or(off).optional(),
  /** How many reverse proxies stand in front; their X-Forwarded-For is believed, nobody else's. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Sites that may show the chat in a frame: origins separated by spaces, or * for all. */
  WIDGET_SITES: z.string().default("*"),
  /** Conversations that nobody has touched for so many days are erased. */
  RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  /** Who answers for the site, as people are told: the office, and how to reach it. */
  SITE_OWNER: text,
  SITE_CONTACT: text,
  KNOWLEDGE_APPROVED_ONLY: yesOrNo,
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  MESSENGER_PAGE_ID: text,
  MESSENGER_PAGE_TOKEN: text,
  MESSENGER_APP_SECRET: text,
  MESSENGER_VERIFY_TOKEN: text,
  /** Tells our own echoes and our own subscription from those of other apps. */
  MESSENGER_APP_ID: z
    .string()
    .regex(/^\d{1,32}$/)
    .or(off)
    .optional(),
  /** Written in public under a comment that was answered in private; empty = nothing. */
  MESSENGER_COMMENT_POINTER: z.string().trim().min(1).max(300).or(off).optional(),
  /** Picture shown beside a counsellor's name; empty = the name stands in the text. */
  MESSENGER_PERSONA_PICTURE: webAddress.or(off).optional(),
  /** Meta has granted this Page the feature Human Agent: what a counsellor types may be sent for seven days. */
  MESSENGER_HUMAN_AGENT: yesOrNo,
  GRAPH_API_URL: webAddress.default("https://graph.facebook.com"),
  GRAPH_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default("v26.0"),
  BOTPRESS_API_URL: webAddress.default("https://api.botpress.cloud"),
  BOTPRESS_TOKEN: text,
  BOTPRESS_BOT_ID: text,
  /** With it Botpress signs what it posts, where the bot is set to "hmac-sha256"; without it whoever knows the bot's id is believed. */
  BOTPRESS_SIGNING_SECRET: z
    .string()
    .regex(/^[\w-]{22,}={0,2}$/, "base64url, as Botpress gives it")
    .or(off)
    .optional(),
  /** An OpenAI-compatible API, with its version: http://localhost:11434/v1 */
  LLM_BASE_URL: webAddress.or(off).optional(),
  LLM_MODEL: text,
  LLM_API_KEY: text,
  /** Told, with ids and kinds only, of cases that nobody has seen. */
  ALARM_WEBHOOK_URL: webAddress.or(off).optional(),
  /** Folder of a sentence model. */
  EMBEDDING_MODEL: text,
});

export interface MessengerConfig {
  readonly pageId: string;
  readonly pageToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly appId: string | undefined;
  readonly humanAgent: boolean;
  readonly commentPointer: string | undefined;
  readonly personaPicture: string | undefined;
  readonly graphUrl: string;
  readonly graphVersion: string;
  /** Citations in messages lead here. */
  readonly publicUrl: string;
}

export interface BotpressConfig {
  readonly apiUrl: string;
  readonly token: string;
  readonly botId: string;
  readonly signingSecret: string | undefined;
  /** Citations in messages lead here. */
  readonly publicUrl: string;
}

export interface LanguageModelConfig {
  readonly baseUrl: string;
  readonly model: string;
  /** A local server may have none. */
  readonly apiKey: string | undefined;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly dataKey: Uint8Array;
  readonly publicUrl: string;
  readonly trustedProxies: number;
  readonly widgetSites: string;
  readonly owner: { readonly name: string | undefined; readonly contact: string | undefined };
  readonly approvedOnly: boolean;
  readonly retentionDays: number;
  readonly logLevel: string;
  readonly messenger: MessengerConfig | undefined;
  readonly botpress: BotpressConfig | undefined;
  readonly languageModel: LanguageModelConfig | undefined;
  readonly embeddingModel: string | undefined;
  readonly alarmUrl: string | undefined;
}

export type ReadConfig =
  | { readonly kind: "config"; readonly config: Config }
  | { readonly kind: "faulty"; readonly faults: readonly string[] };

/** All settings out of the environment, or every fault at once. Makes DATA_DIR and, where none is given, its key. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ReadConfig {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) return { kind: "faulty", faults: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };
  const settings = parsed.data;
  const messenger = readMessenger(settings);
  const languageModel = readLanguageModel(settings);
  const botpress = readBotpress(settings);
  const key = readKey(settings);
  const faults = [messenger, botpress, languageModel, key].flatMap((part) => ("fault" in part ? [part.fault] : []));
  if ("fault" in messenger || "fault" in botpress || "fault" in languageModel || "fault" in key) return { kind: "faulty", faults };
  const config: Config = {
    port: settings.PORT,
    host: settings.HOST,
    dataFolder: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    dataKey: key.value,
    publicUrl: publicUrlOf(settings),
    trustedProxies: settings.TRUSTED_PROXIES,
    widgetSites: settings.WIDGET_SITES,
    owner: { name: settings.SITE_OWNER, contact: settings.SITE_CONTACT },
    approvedOnly: settings.KNOWLEDGE_APPROVED_ONLY,
    retentionDays: settings.RETENTION_DAYS,
    logLevel: settings.LOG_LEVEL,
    messenger: messenger.value,
    botpress: botpress.value,
    languageModel: languageModel.value,
    embeddingModel: settings.EMBEDDING_MODEL,
    alarmUrl: settings.ALARM_WEBHOOK_URL,
  };
  return { kind: "config", config: Object.freeze(config) };
}

function publicUrlOf({ PUBLIC_URL, PORT }: z.output<typeof Environment>): string {
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}

type Part<Value> = { readonly value: Value } | { readonly fault: string };

function readMessenger(settings: z.output<typeof Environment>): Part<MessengerConfig | undefined> {
  const {
    MESSENGER_PAGE_ID: pageId,
    MESSENGER_PAGE_TOKEN: pageToken,
    MESSENGER_APP_SECRET: appSecret,
    MESSENGER_VERIFY_TOKEN: verifyToken,
  } = settings;
  if (pageId && pageToken && appSecret && verifyToken) {
    return {
      value: {
        pageId,
        pageToken,
        appSecret,
        verifyToken,
        appId: settings.MESSENGER_APP_ID,
        commentPointer: settings.MESSENGER_COMMENT_POINTER,
        personaPicture: settings.MESSENGER_PERSONA_PICTURE,
        humanAgent: settings.MESSENGER_HUMAN_AGENT,
        graphUrl: settings.GRAPH_API_URL,
        graphVersion: settings.GRAPH_API_VERSION,
        publicUrl: publicUrlOf(settings),
      },
    };
  }
  const missing = Object.entries({
    MESSENGER_PAGE_ID: pageId,
    MESSENGER_PAGE_TOKEN: pageToken,
    MESSENGER_APP_SECRET: appSecret,
    MESSENGER_VERIFY_TOKEN: verifyToken,
  })
    .filter(([, value]) => !value)
    .map(([name]) => name);
  if (missing.length === 4) return { value: undefined };
  return { fault: `Messenger needs all four of its settings or none; missing: ${missing.join(", ")}` };
}

function readBotpress(settings: z.output<typeof Environment>): Part<BotpressConfig | undefined> {
  const { BOTPRESS_API_URL: apiUrl, BOTPRESS_TOKEN: token, BOTPRESS_BOT_ID: botId, BOTPRESS_SIGNING_SECRET: signingSecret } = settings;
  if (token && botId) return { value: { apiUrl, token, botId, signingSecret, publicUrl: publicUrlOf(settings) } };
  if (token || botId || signingSecret) return { fault: "Botpress needs BOTPRESS_TOKEN and BOTPRESS_BOT_ID, or none of its settings" };
  return { value: undefined };
}

function readLanguageModel(settings: z.output<typeof Environment>): Part<LanguageModelConfig | undefined> {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = settings;
  if (!baseUrl && !model && !apiKey) return { value: undefined };
  if (!baseUrl || !model)
    return { fault: "a language model needs LLM_BASE_URL and LLM_MODEL (and LLM_API_KEY where its server asks for one), or none" };
  if (baseUrl.startsWith("http:") && !isNearby(new URL(baseUrl).hostname))
    return { fault: "LLM_BASE_URL: what people ask leaves this network by https only" };
  return { value: { baseUrl, model, apiKey } };
}

const nearby = [
  /^[^.:]+$/,
  /\.(?:local|internal|lan)$/,
  /^(?:127|10)(?:\.\d+){3}$/,
  /^192\.168(?:\.\d+){2}$/,
  /^172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}$/,
  /^\[(?:::1|f[cd][\da-f]{2}:.*)\]$/,
];

/** This machine, a name or an address of the local network. */
function isNearby(host: string): boolean {
  return nearby.some((pattern) => pattern.test(host));
}

function readKey({ DATA_KEY, DATA_DIR }: z.output<typeof Environment>): Part<Uint8Array> {
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  const file = join(DATA_DIR, "data.key");
  if (DATA_KEY === undefined && !existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  const bytes = Buffer.from((DATA_KEY ?? readFileSync(file, "utf8")).trim(), "base64");
  if (bytes.length === 32) return { value: bytes };
  return { fault: `${DATA_KEY === undefined ? file : "DATA_KEY"}: 32 bytes in base64 are needed, there are ${bytes.length}` };
}
