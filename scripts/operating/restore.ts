import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../../server/config.ts";
import { erasedName } from "../../server/store/choose.ts";
import { restoreSqlite } from "../../server/store/restore-sqlite.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { erased: { type: "string" } } });
const [backUp] = positionals;
if (backUp === undefined || !existsSync(backUp)) {
  console.error("npm run restore -- FILE [--erased LIST]   (into DATA_DIR, where no database may be)");
  process.exit(2);
}
// Made now, a key would not be the one of the back-up.
const keyFile = join(process.env.DATA_DIR || "./data", "data.key");
if (!process.env.DATA_KEY && !existsSync(keyFile)) {
  console.error(`Put the key of the back-up in place first: ${keyFile}, or DATA_KEY.`);
  process.exit(2);
}
const read = readConfig(process.env);
if (read.kind === "faulty" || read.config.databaseUrl !== "") {
  console.error(
    read.kind === "faulty" ? read.faults.join("\n") : "The data is in PostgreSQL: pg_restore puts a dump back (docs/operations.md).",
  );
  process.exit(2);
}
const { dataFolder, dataKey } = read.config;
const lists = [values.erased, join(dirname(backUp), erasedName), join(dataFolder, erasedName)];
const erased = lists.flatMap((list) =>
  list !== undefined && existsSync(list) ? readFileSync(list, "utf8").split("\n").filter(Boolean) : [],
);
try {
  const count = await restoreSqlite({ backUp, dataFolder, dataKey, erased: [...new Set(erased)] });
  console.log(`Restored into ${dataFolder}; ${count} conversations that were erased later were erased again. npm start goes on from here.`);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exit(1);
}
