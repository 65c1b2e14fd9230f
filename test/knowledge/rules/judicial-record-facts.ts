/** A citizen with VNeID level 2 who wants a paper in November 2026 and has filed nothing yet. */
export const citizen = {
  purpose: "private-job",
  asked: null,
  legalBasis: null,
  dataConnected: null,
  atLeast16: true,
  citizenship: "vietnamese",
  appliedBy: "self",
  authorisation: null,
  channel: "online",
  vneidLevelTwo: true,
  fiveKindsIntegrated: false,
  recordIntegrated: false,
  abroadNow: false,
  residence: "permanent",
  feeGroup: "none",
  copies: 1,
  record: "not-cleared",
  needsVerification: false,
  filedOn: null,
} as const;

export type Change = Readonly<Record<string, unknown>>;

export function citizenAsks(change: Change = {}): unknown {
  return { ...citizen, ...change };
}
