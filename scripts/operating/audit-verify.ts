import { readConfig } from "../../server/config.ts";
import { chooseStore } from "../../server/store/choose.ts";

// Reads the whole audit log and says whether it is as it was written. Exit 0 whole, 1 broken, 2 cannot be read.
const [known] = process.argv.slice(2);
const read = readConfig(process.env);
const place = /^(\d+):([\w-]{43})$/.exec(known ?? "0:".padEnd(45, "-"));
if (read.kind === "faulty" || place === null) {
  console.error(read.kind === "faulty" ? read.faults.join("\n") : "npm run audit:verify -- [NUMBER:HASH written down before]");
  process.exit(2);
}
try {
  const store = await chooseStore({ ...read.config, carried: new Set() });
  const check = await store.verifyAudit();
  const same = known === undefined || (await store.readAuditHash(Number(place[1]))) === place[2];
  await store.close();
  if (check.kind === "broken") {
    const how = { changed: "was changed", missing: "is missing", "cut-off": "and what follows it were cut off" }[check.why];
    console.log(`BROKEN: line ${check.sequence} ${how}. What stands before it is as it was written.`);
  } else if (!same) {
    console.log(`BROKEN: line ${place[1]} is not the one that was written down: the log was made anew.`);
  } else {
    console.log(`${check.count} lines, each as it was written. To write down and keep elsewhere:`);
    console.log(`${check.count}:${check.hash}`);
  }
  process.exit(check.kind === "whole" && same ? 0 : 1);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exit(2);
}
