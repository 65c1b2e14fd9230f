/** True, false, or not known. */
export type Known = boolean | null;

/** Facts given as functions are read only where none before them is false. */
export function allOf(...facts: readonly (Known | (() => Known))[]): Known {
  let all: Known = true;
  for (const fact of facts) {
    const known = typeof fact === "function" ? fact() : fact;
    if (known === false) return false;
    if (known === null) all = null;
  }
  return all;
}

export function anyOf(...facts: readonly Known[]): Known {
  if (facts.includes(true)) return true;
  return facts.includes(null) ? null : false;
}
