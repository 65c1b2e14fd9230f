import { parseArgs } from "node:util";
import { libraryFolder } from "../../knowledge/compiled.ts";
import { readConfig } from "../../server/config.ts";
import { exportRevisions } from "../../server/editing/export-revisions.ts";
import { chooseStore } from "../../server/store/choose.ts";

const { values } = parseArgs({ options: { into: { type: "string" } } });
const read = readConfig(process.env);
if (read.kind === "faulty") {
  console.error(read.faults.join("\n"));
  process.exit(1);
}
const store = await chooseStore({ ...read.config, carried: new Set() });
try {
  const { written, removed, fileChanged, putAside } = exportRevisions(
    await store.listRevisions({ states: ["approved"] }),
    values.into ?? libraryFolder,
  );
  for (const id of written) console.log(`written  ${id}`);
  for (const id of removed) console.log(`removed  ${id}`);
  for (const id of fileChanged) console.log(`look at  ${id}: its file had changed since the revision was made`);
  for (const why of putAside) console.error(`left out ${why}`);
  console.log(`${written.length} entries written, ${removed.length} removed. Now: npm run check-knowledge, read the difference, release.`);
  console.log("The console marks a revision as taken over when a program with these files starts.");
} finally {
  await store.close();
}
