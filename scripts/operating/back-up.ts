import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../server/config.ts";
import { databaseName, erasedName } from "../../server/store/choose.ts";
import { copySqlite } from "../../server/store/copy-sqlite.ts";

const [folder] = process.argv.slice(2);
const read = readConfig(process.env);
if (folder === undefined || read.kind === "faulty") {
  console.error(read.kind === "faulty" ? read.faults.join("\n") : "npm run back-up -- FOLDER");
  process.exit(2);
}
const { dataFolder, databaseUrl } = read.config;
if (databaseUrl !== "") {
  console.error("The data is in PostgreSQL; its own tool makes the back-up while the program runs:");
  console.error(`  pg_dump --format=custom --file=${join(folder, "huong-thien.dump")} "$DATABASE_URL"`);
  process.exit(2);
}
const file = join(folder, `huong-thien-${new Date().toISOString().replaceAll(":", "-").slice(0, 19)}.sqlite`);
try {
  await copySqlite(join(dataFolder, databaseName), file);
  const erased = join(dataFolder, erasedName);
  if (existsSync(erased)) copyFileSync(erased, join(folder, erasedName));
  console.log(`${file}: whole and checked`);
  console.log("The key is not in it (data.key or DATA_KEY): keep that in another place. Without it nobody can read the back-up.");
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exit(1);
}
