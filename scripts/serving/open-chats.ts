import { Agent, request } from "node:http";
import { memoryOf, type Started } from "./started.ts";

const atOnce = 128;

/** So many pages that follow their conversation at the same time, and what each costs. Each needs an open file here and one there. */
export async function openChats(started: Started, count: number): Promise<string> {
  const before = memoryOf(started);
  const closes: (() => void)[] = [];
  let number = 0;
  const begun = performance.now();
  const open = async () => {
    while (number < count) {
      number += 1;
      closes.push(await follow(started.url, String(number).padEnd(43, "a")));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, open));
  } catch (fault) {
    return `${count} open chats: not measured (${fault instanceof Error ? fault.message : fault}); ulimit -n must be over ${count + 500}`;
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const grown = memoryOf(started) - before;
  for (const close of closes) close();
  return `${count} open chats in ${seconds} s: ${grown} MB more, ${Math.round((grown * 1024) / count)} KB each`;
}

function follow(url: string, token: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const asking = request(`${url}/api/chat/events`, { agent: new Agent(), headers }, (response) => {
      response.once("data", () => resolve(() => asking.destroy()));
    });
    asking.on("error", reject);
    asking.end();
  });
}
