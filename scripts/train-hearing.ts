import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { heardFolder, hearingFile, libraryFolder, readHeard } from "../knowledge/compiled.ts";
import { type HeardKind, heardKinds } from "../knowledge/hearing/hearing.ts";
import { writeHearingTable } from "../knowledge/hearing/table-file.ts";
import { type Example, trainHearing } from "../knowledge/hearing/train.ts";
import { loadLibrary } from "../knowledge/load.ts";
import { indexLibrary, openReadAsMeant } from "../knowledge/search.ts";

// Trains the ear on the messages of knowledge/heard/ and on every way the library's entries are asked.

const loaded = loadLibrary(libraryFolder);
if (loaded.kind === "faulty") throw new Error("the library has faults: npm run check-knowledge names them");
const { library } = loaded;

const readAsMeant = openReadAsMeant(library, indexLibrary(library, readHeard()));

const written = readdirSync(heardFolder).flatMap((file): readonly Example[] => {
  const name = file.replace(".txt", "");
  const kind = name.startsWith("lookalikes") ? "question" : name;
  if (!isKind(kind)) throw new Error(`${file} is named after no kind of message`);
  return readFileSync(join(heardFolder, file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((text) => ({
      kind,
      ...(name === "lookalikes-unlawful" && { among: ["question", "unlawful"] as const }),
      text: readAsMeant(text),
      weight: 1,
    }));
});
const asked = [...library.entries.values()]
  .filter(({ kind }) => kind !== "warning")
  .flatMap((entry) => [entry.question, ...entry.asked, ...entry.alsoAsked])
  .map((text): Example => ({ kind: "question", text: readAsMeant(text), weight: 0.2 }));

writeHearingTable(hearingFile, trainHearing([...written, ...asked]));
console.log(`trained on ${written.length} messages and ${asked.length} ways of asking`);

function isKind(name: string): name is HeardKind {
  return heardKinds.some((kind) => kind === name);
}
