import { failed, type LanguageModel, type Prompt, type Written } from "./language-model.ts";

export interface ModelLimits {
  /** Prompts under way at one time; one more is told "busy" at once, never queued. */
  readonly atOnce: number;
  readonly perHour: number;
  /** So many failures in a row, and it is left alone for `restMs`; then one prompt tries whether it is back. */
  readonly failuresInARow: number;
  readonly restMs: number;
}

export const usualModelLimits: ModelLimits = { atOnce: 2, perHour: 600, failuresInARow: 4, restMs: 60_000 };

const hourMs = 3_600_000;

/** A model that costs no more than this, answers by its deadline or not at all, and is left alone while it is down. */
export function withinLimits(model: LanguageModel, limits: ModelLimits, now: () => number): LanguageModel {
  const usage = { underWay: 0, asked: [] as number[], failures: 0, restsUntil: 0 };

  const refusal = (): Written | undefined => {
    const at = now();
    while ((usage.asked[0] ?? at) <= at - hourMs) usage.asked.shift();
    if (at < usage.restsUntil) return failed("resting");
    if (usage.underWay >= limits.atOnce) return failed("busy");
    if (usage.asked.length >= limits.perHour) return failed("over-budget");
    return undefined;
  };

  const ask = async (prompt: Prompt, deadline: AbortSignal): Promise<Written> => {
    const refused = refusal();
    if (refused !== undefined) return refused;
    usage.asked.push(now());
    usage.underWay += 1;
    // While it is being tried after a rest, nobody else is sent there.
    if (usage.failures >= limits.failuresInARow) usage.restsUntil = now() + limits.restMs;
    try {
      const written = await beforeDeadline(model.write(prompt, deadline), deadline);
      usage.failures = written.kind === "text" ? 0 : usage.failures + 1;
      usage.restsUntil = usage.failures >= limits.failuresInARow ? now() + limits.restMs : 0;
      return written;
    } finally {
      usage.underWay -= 1;
    }
  };

  return {
    name: model.name,
    async write(prompt, deadline) {
      if (deadline.aborted) return failed("too-slow");
      const first = await ask(prompt, deadline);
      return first.kind === "failed" && worthRepeating.has(first.why) && !deadline.aborted ? await ask(prompt, deadline) : first;
    },
  };
}

const worthRepeating = new Set(["unreachable", "refused", "garbled"]);

/** What is promised, or "too-slow" when the deadline comes first, whether the model heeds it or not. */
async function beforeDeadline(promised: Promise<Written>, deadline: AbortSignal): Promise<Written> {
  let stopWaiting = () => {};
  const late = new Promise<Written>((resolve) => {
    stopWaiting = () => resolve(failed("too-slow"));
    deadline.addEventListener("abort", stopWaiting, { once: true });
  });
  try {
    return await Promise.race([promised.catch(() => failed("unreachable")), late]);
  } finally {
    deadline.removeEventListener("abort", stopWaiting);
  }
}
