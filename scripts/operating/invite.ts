import { randomBytes } from "node:crypto";
import { readConfig } from "../../server/config.ts";
import { invite } from "../../server/http/console/invite.ts";
import { chooseStore } from "../../server/store/choose.ts";

// For who runs the machine, when no administrator can get in any more: prints a one-time link that makes a new one.
const read = readConfig(process.env);
if (read.kind === "faulty") {
  console.error(read.faults.join("\n"));
  process.exit(2);
}
const store = await chooseStore({ ...read.config, carried: new Set() });
const { publicUrl } = read.config;
console.log(await invite(store, { role: "administrator", at: Date.now(), random: randomBytes(32), publicUrl }));
await store.close();
