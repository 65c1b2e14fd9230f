import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { messengerConfig, page, signed } from "./messenger.ts";
import { until } from "./until.ts";

/** The whole program in a process of its own, as people run it. */
export interface Program {
  readonly url: string;
  readonly dataFolder: string;
  readonly pid: number | undefined;
  /** Everything it has written to its output. */
  readonly output: () => string;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
}

export interface ProgramSettings {
  readonly dataFolder?: string;
  readonly graphUrl?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A command that becomes the program. */
  readonly through?: readonly string[];
}

/** On a machine busy with other tests; two seconds on one that is not. */
const startsWithinMs = 30_000;

const root = fileURLToPath(new URL("../..", import.meta.url));

export async function startProgram({ dataFolder, graphUrl, environment, through = [] }: ProgramSettings = {}): Promise<Program> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), "huong-thien-program-"));
  const messenger = {
    MESSENGER_PAGE_ID: page,
    MESSENGER_PAGE_TOKEN: messengerConfig.pageToken,
    MESSENGER_APP_SECRET: messengerConfig.appSecret,
    MESSENGER_VERIFY_TOKEN: messengerConfig.verifyToken,
    GRAPH_API_URL: graphUrl ?? "",
    GRAPH_API_VERSION: messengerConfig.graphVersion,
  };
  const [command = process.execPath, ...parameters] = [...through, process.execPath, join(root, "server/main.ts")];
  const child: ChildProcess = spawn(command, parameters, {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: folder, ...(graphUrl !== undefined && messenger), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  await until(
    "the program listens",
    () => {
      if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${output}`);
      return /^Hướng Thiện: /m.test(output) && /"port":\d+/.test(output);
    },
    startsWithinMs,
  ).catch((fault: unknown) => {
    child.kill("SIGKILL");
    throw fault;
  });
  const port = /"port":(\d+)/.exec(output)?.[1];
  return {
    url: `http://127.0.0.1:${port}`,
    dataFolder: folder,
    pid: child.pid,
    output: () => output,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** One Messenger message of a person, as Meta posts it; the answer's status, or undefined when the program died. */
export async function postWebhook(
  program: Program,
  message: { readonly mid: string; readonly sender: string; readonly text: string; readonly timestamp?: number },
): Promise<number | undefined> {
  const { mid, sender, text, timestamp = Date.now() } = message;
  return await postEvent(program, { sender: { id: sender }, recipient: { id: page }, timestamp, message: { mid, text } });
}

/** Any event of our Page. */
export async function postEvent(program: Program, event: object): Promise<number | undefined> {
  return await postEntry(program, { messaging: [event] });
}

export async function postEntry(program: Program, entry: object): Promise<number | undefined> {
  const request = signed({ object: "page", entry: [{ id: page, time: Date.now(), ...entry }] });
  try {
    const response = await fetch(`${program.url}/webhooks/messenger`, {
      method: "POST",
      headers: request.headers as Record<string, string>,
      body: new Uint8Array(request.body),
    });
    await response.text();
    return response.status;
  } catch {
    // The program was killed under us: nothing was acknowledged.
    return undefined;
  }
}
