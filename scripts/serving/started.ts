import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { messengerConfig, page } from "../../test/support/messenger.ts";

export interface Started {
  readonly url: string;
  readonly child: ChildProcess;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A script that says on which port it listens, in a process of its own. */
export async function start(script: string, environment: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, ["--max-semi-space-size=16", join(root, script)], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const port = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
    child.stdout?.on("data", (chunk) => {
      output += output.length > 10_000 ? "" : chunk;
      const found = /"port":(\d+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { url: `http://127.0.0.1:${port}`, child };
}

/** The program with a Page that nobody answers for, unless told where. */
export function server(folder: string, databaseUrl: string, graphUrl = "http://127.0.0.1:1"): Promise<Started> {
  return start("server/main.ts", {
    PORT: "0",
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
    MESSENGER_PAGE_ID: page,
    MESSENGER_PAGE_TOKEN: messengerConfig.pageToken,
    MESSENGER_APP_SECRET: messengerConfig.appSecret,
    MESSENGER_VERIFY_TOKEN: messengerConfig.verifyToken,
    GRAPH_API_URL: graphUrl,
  });
}

/** What a process has of the machine's memory, in MB. */
export function memoryOf({ child }: Started): number {
  const size = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
  return Math.round(Number(size) / 1024);
}
