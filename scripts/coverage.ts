import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { coverage, readFacts, readLeftOut } from "../knowledge/check/coverage.ts";
import { loadLibrary } from "../knowledge/load.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values } = parseArgs({ options: { facts: { type: "string", default: at("../shared/facts") } } });

if (!existsSync(values.facts)) {
  console.log(`no research at ${values.facts}: give its folder with --facts`);
  process.exit(0);
}
const loaded = loadLibrary(at("knowledge/library"));
if (loaded.kind === "faulty") {
  console.error("the library has faults: npm run check-knowledge names them");
  process.exit(1);
}
const facts = readdirSync(values.facts)
  .filter((name) => name.endsWith("-du-kien.md"))
  .flatMap((name) => readFacts(readFileSync(join(values.facts, name), "utf8")));
const found = coverage(facts, loaded.library, readLeftOut(readFileSync(at("docs/knowledge-left-out.md"), "utf8")));

console.log(`${found.facts} facts, ${found.mustStand} of confidence cao or trung bình; ${found.leftOut} left out with a reason`);
for (const [title, ids] of Object.entries({
  "in no provision": found.missing,
  "in a provision no answer rests on": found.unreachable,
  "not a fact of the research": found.unknown,
}))
  console.log(`${title}: ${ids.length}${ids.length > 0 ? `  ${ids.join(" ")}` : ""}`);
process.exitCode = found.missing.length + found.unreachable.length + found.unknown.length === 0 ? 0 : 1;
