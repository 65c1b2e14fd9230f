/** True, false, or not known. */
export type Known = boolean | null;

export function allOf(...facts: readonly Known[]): Known {
  if (facts.includes(false)) return false;
  return facts.includes(null) ? null : true;
}

export function anyOf(...facts: readonly Known[]): Known {
  if (facts.includes(true)) return true;
  return facts.includes(null) ? null : false;
}
