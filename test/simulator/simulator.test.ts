import { describe, expect, inject, test } from "vitest";
import { planted } from "./planted.ts";
import { runSeed } from "./run-seed.ts";

/** As many as the time allows on a small machine; `npm run simulate -- --seeds 2000` runs more. */
const seconds = 20;
const atLeast = 40;
const onPostgres = 3;

test("the same seed is the same run, another seed another", async () => {
  const [first, again, other] = [await runSeed(7), await runSeed(7), await runSeed(8)];
  expect(again.digest).toBe(first.digest);
  expect(other.digest).not.toBe(first.digest);
});

test("whatever goes wrong, nothing is lost or doubled, and when it stops everybody has an answer", async () => {
  const end = performance.now() + seconds * 1000;
  let seed = 1000;
  for (; seed < 1000 + atLeast || performance.now() < end; seed++) {
    const { breaches } = await runSeed(seed);
    expect(breaches, `npm run simulate -- --from ${seed} --seeds 1 --trace`).toEqual([]);
  }
}, 180_000);

test("and so it is on PostgreSQL", async () => {
  for (let seed = 2000; seed < 2000 + onPostgres; seed++) {
    const { breaches } = await runSeed(seed, { postgresUrl: inject("postgresUrl") });
    expect(breaches, `npm run simulate -- --postgres --from ${seed} --seeds 1 --trace`).toEqual([]);
  }
}, 120_000);

describe("seeds that found a fault of ours, mended since", () => {
  test.each([
    [5, "a counsellor claims while the bot is thinking: what it thought out is not said any more"],
    [30, "a message written right after asking to be forgotten is answered before all is erased"],
    [196, "a page whose conversation goes on in another process is told of it"],
    [20, "the Page answers while the bot is thinking: what it thought out is not said any more"],
    [3, "words taken back, told before the words themselves, are not answered when they come"],
    [17, "given back, told again after the Page has answered once more, does not end the newer pause"],
    [2, "a message from where another app answers, brought again, does not silence the bot once more"],
  ])("seed %i: %s", async (seed) => {
    expect((await runSeed(seed)).breaches).toEqual([]);
  });
});

describe("a planted fault is found", () => {
  const seeds = 30;
  test.each(Object.entries(planted))(
    "%s",
    async (_what, plant) => {
      let found: readonly string[] = [];
      for (let seed = 1; seed <= seeds && found.length === 0; seed++) found = (await runSeed(seed, { plant })).breaches;
      expect(found).not.toEqual([]);
    },
    120_000,
  );
});
