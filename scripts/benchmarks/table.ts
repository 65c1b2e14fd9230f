import type { Measured } from "./measure-peer.ts";

const head = ["", "R@1", "R@10", "MRR@10", "nDCG@10", "R@1 bare", "R@10 bare", "index s (work)", "MB", "p50 ms", "p99 ms", "work ms"];

/** One line for each search, as Markdown. */
export function tableOf(rows: readonly Measured[]): string {
  return [head, head.map((_, at) => (at === 0 ? "---" : "--:")), ...rows.map(cells)].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cells({ peer, indexSeconds, indexWorkSeconds, megabytes, marked, unmarked }: Measured): readonly string[] {
  const share = (amount: number) => (100 * amount).toFixed(1);
  return [
    peer,
    ...[marked.recallAt1, marked.recallAt10, marked.reciprocalRank, marked.gain, unmarked.recallAt1, unmarked.recallAt10].map(share),
    `${indexSeconds.toFixed(1)} (${indexWorkSeconds.toFixed(1)})`,
    megabytes.toFixed(0),
    marked.median.toFixed(1),
    marked.slowest.toFixed(1),
    marked.work.toFixed(1),
  ];
}
