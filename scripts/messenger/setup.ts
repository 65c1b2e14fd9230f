import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import { openGraph } from "../../server/channels/messenger/graph.ts";
import {
  differing,
  type MetaProfile,
  metaProfile,
  Profile,
  readProfile,
  writeProfile,
} from "../../server/channels/messenger-page/profile.ts";
import { readConfig } from "../../server/config.ts";
import { openEgress } from "../../server/egress.ts";

const ownFile = fileURLToPath(new URL("../../server/channels/messenger-page/profile.yaml", import.meta.url));
const { values } = parseArgs({ options: { write: { type: "boolean", default: false }, file: { type: "string", default: ownFile } } });
const read = readConfig(process.env);
if (read.kind === "faulty") stop(read.faults.join("\n"));
const { messenger } = read.config;
if (messenger === undefined) stop("Messenger is off: MESSENGER_PAGE_ID and its three companions are not set");
const parsed = Profile.safeParse(parse(readFileSync(values.file, "utf8").replaceAll("{{public_url}}", messenger.publicUrl)));
if (!parsed.success) stop(`${values.file}:\n${z.prettifyError(parsed.error)}`);

const wanted = metaProfile(parsed.data);
const graph = openGraph(messenger, openEgress({ allowedOrigins: [messenger.graphUrl], deadlineMs: 10_000 }));
const now = await readProfile(graph, Date.now());
if (now.kind === "failed") stop(`the Page cannot be read: ${now.why}`);
const fields = differing(now.value, wanted);
for (const field of fields) show(field, now.value, wanted);
if (fields.length === 0) {
  console.log("the Page is as the file says");
} else if (values.write) {
  const written = await writeProfile(graph, { wanted, fields, at: Date.now() });
  if (written.kind === "failed") stop(`not written: ${written.why}`);
  console.log(`written: ${fields.join(", ")}`);
} else {
  console.log("nothing is written yet: npm run messenger:setup -- --write");
}

function show(field: keyof MetaProfile, before: MetaProfile, after: MetaProfile): void {
  const lines = (sign: string, value: unknown) =>
    value == null
      ? []
      : JSON.stringify(value, null, 2)
          .split("\n")
          .map((line) => `${sign} ${line}`);
  console.log([`${field}:`, ...lines("-", before[field]), ...lines("+", after[field])].join("\n"));
}

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
