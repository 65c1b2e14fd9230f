import { parseArgs } from "node:util";
import { runSeed } from "../../test/simulator/run-seed.ts";
import { line } from "../../test/simulator/world.ts";
import startPostgres from "../../test/support/postgres.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
    postgres: { type: "boolean", default: false },
    trace: { type: "boolean", default: false },
  },
});

let postgresUrl: string | undefined;
const stop = values.postgres
  ? await startPostgres({
      provide: (_name, url) => {
        postgresUrl = url;
      },
    })
  : undefined;
const on = postgresUrl === undefined ? {} : { postgresUrl };
const from = Number(values.from);
let [failed, messages] = [0, 0];
for (let seed = from; seed < from + Number(values.seeds); seed++) {
  const outcome = await runSeed(seed, on);
  messages += outcome.messages;
  if (values.trace) console.log(outcome.history.map(line).join("\n"));
  if (outcome.breaches.length === 0) continue;
  failed += 1;
  console.log(`seed ${seed} (again: npm run simulate -- --from ${seed} --seeds 1 --trace${values.postgres ? " --postgres" : ""})`);
  for (const breach of outcome.breaches) console.log(`  ${breach}`);
}
console.log(`${values.seeds} seeds from ${from}, ${messages} messages of people acknowledged: ${failed} seeds with a breach`);
await stop?.();
process.exit(failed === 0 ? 0 : 1);
