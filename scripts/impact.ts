import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkLibrary } from "../knowledge/check/check-library.ts";
import { endedOn, impactOf } from "../knowledge/check/impact.ts";
import { loadLibrary } from "../knowledge/load.ts";
import { Day } from "../knowledge/provision.ts";

const { values, positionals } = parseArgs({ options: { ends: { type: "string" } }, allowPositionals: true });
const [id] = positionals;
if (id === undefined) stop("usage: npm run impact -- <document or provision> [--ends YYYY-MM-DD, the last day in force]");
const loaded = loadLibrary(fileURLToPath(new URL("../knowledge/library", import.meta.url)));
if (loaded.kind === "faulty") stop("the library has faults: npm run check-knowledge names them");
const { library, lines } = loaded;
const impact = impactOf(id, library);
if (impact === undefined) stop(`there is no document and no provision "${id}" in knowledge/library/law`);

const list = (title: string, ids: readonly string[]) => console.log(`${title}: ${ids.length}${ids.map((each) => `\n  ${each}`).join("")}`);
list(
  "provisions",
  impact.provisions.map((provision) => provision.id),
);
for (const kind of ["topic", "warning", "rumour"] as const)
  list(
    `${kind} entries that rest on it`,
    impact.entries.filter((entry) => entry.kind === kind).map(({ id: entry, risk }) => `${entry}${risk === "none" ? "" : ` (${risk})`}`),
  );
list("interviews", [...new Set(impact.entries.flatMap(({ interview }) => interview ?? []))]);
list(
  "entries that quote it as past",
  impact.past.map((entry) => entry.id),
);
list("offices made from the same facts", impact.offices);
list("hotlines made from the same facts", impact.hotlines);

if (values.ends !== undefined) {
  const lastDay = Day.parse(values.ends);
  const dayAfter = Day.parse(new Date(Date.parse(`${lastDay}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10));
  console.log(`\nif it ended on ${lastDay}, the check would say on ${dayAfter}:`);
  for (const { file, line, message } of checkLibrary({ library: endedOn(id, lastDay, library), today: dayAfter, files: lines }))
    console.log(`  knowledge/library/${file}:${line}  ${message}`);
}

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
