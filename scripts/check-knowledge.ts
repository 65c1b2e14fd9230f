import { parseArgs } from "node:util";
import { checkLibrary, staleProvisions } from "../knowledge/check/check-library.ts";
import { loadLibrary } from "../knowledge/load.ts";
import { Day } from "../knowledge/provision.ts";

const { values } = parseArgs({ options: { today: { type: "string" }, library: { type: "string" } } });
const today = Day.parse(values.today ?? new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));
const loaded = loadLibrary(values.library ?? new URL("../knowledge/library", import.meta.url).pathname);
const faults = loaded.kind === "faulty" ? loaded.faults : checkLibrary({ library: loaded.library, today, files: loaded.lines });

for (const { file, line, message } of faults) console.error(`knowledge/library/${file}:${line}  ${message}`);
if (loaded.kind === "loaded") {
  const { documents, provisions, entries, interviews, offices, hotlines } = loaded.library;
  for (const id of staleProvisions(loaded.library, today)) console.log(`to confirm again: ${id}`);
  console.log(
    `${documents.size} documents, ${provisions.size} provisions, ${entries.size} entries, ${interviews.size} interviews, ${offices.size} offices, ${hotlines.size} hotlines; ${faults.length} faults on ${today}`,
  );
}
process.exitCode = faults.length === 0 ? 0 : 1;
