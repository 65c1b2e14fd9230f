import { parseArgs } from "node:util";
import { benchFolder, readBenchSet, setNames, some, whyNoBench } from "./benchmarks/bench-set.ts";
import { peers } from "./benchmarks/choose-peers.ts";
import { measurePeer } from "./benchmarks/measure-peer.ts";
import { runPeer } from "./benchmarks/run-peers.ts";
import { tableOf } from "./benchmarks/table.ts";

// Speed and quality of our search over articles beside those of others, in one run on one machine.

const { values } = parseArgs({
  options: {
    set: { type: "string", multiple: true, default: ["alqac22", "alqac25"] },
    peer: { type: "string", multiple: true, default: peers.map(({ name }) => name) },
    /** A search that takes longer on one set is left out, with the reason. */
    seconds: { type: "string", default: "180" },
    /** So many questions of each set, spread over it; 0 for all. */
    questions: { type: "string", default: "250" },
    folder: { type: "string", default: benchFolder },
    json: { type: "boolean", default: false },
    one: { type: "boolean", default: false },
  },
});
const sets = setNames.filter((name) => values.set.includes(name));
const chosen = peers.filter(({ name }) => values.peer.includes(name));
const missing = whyNoBench(values.folder);

if (missing !== undefined) console.log(`skipped: ${missing}`);
else if (values.one) {
  const [set] = sets;
  const [peer] = chosen;
  if (set !== undefined && peer !== undefined)
    console.log(JSON.stringify(await measurePeer(peer, some(readBenchSet(set, values.folder), Number(values.questions)))));
} else {
  for (const set of sets) {
    const results = chosen.map(({ name }) => ({
      name,
      result: runPeer({ peer: name, set, questions: values.questions, folder: values.folder, seconds: Number(values.seconds) }),
    }));
    const rows = results.flatMap(({ result }) => (typeof result === "string" ? [] : [result]));
    if (values.json) console.log(JSON.stringify(rows));
    else {
      console.log(`\n${set}: ${rows[0]?.articles} articles, ${rows[0]?.questions} questions\n\n${tableOf(rows)}`);
      for (const { name, result } of results) if (typeof result === "string") console.log(`${name}: ${result}`);
    }
  }
}
