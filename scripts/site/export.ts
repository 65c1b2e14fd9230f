import { fileURLToPath } from "node:url";
import { approvedOnly, readKnowledge } from "../../knowledge/compiled.ts";
import { readConfig } from "../../server/config.ts";
import { readAssets } from "../../server/http/assets.ts";
import { exportSite } from "./export-site.ts";

// npm run site:export -- FOLDER: the essential pages as plain files, for a web server or a USB stick when ours is down.

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("Where to? npm run site:export -- FOLDER (made when it is not there)\n");
  process.exit(1);
}
const read = readConfig(process.env);
if (read.kind === "faulty") {
  process.stderr.write(`The settings are wrong:\n${read.faults.map((fault) => `  ${fault}\n`).join("")}`);
  process.exit(1);
}
const assets = readAssets(fileURLToPath(new URL("../../dist", import.meta.url)));
const { publicUrl } = read.config;
const knowledge = readKnowledge();
const { library } = read.config.approvedOnly ? approvedOnly(knowledge) : knowledge;
const { pages, bytes } = await exportSite({ library, assets, publicUrl, now: Date.now, folder });
process.stdout.write(`${pages} pages, ${Math.round(bytes / 1024)} KB: open ${folder}/index.html\n`);
