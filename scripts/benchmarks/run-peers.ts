import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Measured } from "./measure-peer.ts";

export interface Run {
  readonly peer: string;
  readonly set: string;
  readonly questions: string;
  readonly folder: string;
  readonly seconds: number;
}

const program = fileURLToPath(new URL("../bench.ts", import.meta.url));

/** Measures one search on one set in a process of its own, so that none pays for another's memory; gives the reason where it cannot. */
export function runPeer({ peer, set, questions, folder, seconds }: Run): Measured | string {
  const what = ["--peer", peer, "--set", set, "--questions", questions, "--folder", folder];
  const options = ["--expose-gc", "--max-old-space-size=6000", program, "--one", ...what];
  const child = spawnSync(process.execPath, options, { encoding: "utf8", timeout: seconds * 1000, maxBuffer: 2 ** 26 });
  if (child.error !== undefined) return `not done within ${seconds} s`;
  if (child.status !== 0) return `failed: ${child.stderr.trim().split("\n").at(-1)}`;
  return Measured.parse(JSON.parse(child.stdout.trim().split("\n").at(-1) ?? ""));
}
