/** Somebody who fits every condition of the loan on 23/11/2026; each case changes what it is about. */
export const person = {
  kind: "person",
  purpose: "business",
  release: "served",
  certificate: "completion",
  endedOn: "2025-03-10",
  onPoliceList: true,
  lawAbiding: true,
  socialEvils: false,
  otherDebt: "none",
  judgmentMoneyOwed: false,
  residence: "permanent",
  adultInHousehold: true,
  course: null,
  fullCapacity: true,
  hasPlan: true,
  afterDrugTreatment: false,
  abroadContract: false,
} as const;

export const enterprise = {
  kind: "enterprise",
  form: "small-medium-enterprise",
  lawful: true,
  employees: 30,
  releasedEmployees: 3,
  contracts: true,
  planConfirmed: true,
  otherDebt: "none",
  collateral: true,
} as const;

export const ask = { province: "ho-chi-minh", amountAsked: null, repay: null } as const;

export type Change = Readonly<Record<string, unknown>>;

export function personAsks(change: Change = {}, rest: Change = {}): unknown {
  return { borrower: { ...person, ...change }, ...ask, ...rest };
}

export function enterpriseAsks(change: Change = {}, rest: Change = {}): unknown {
  return { borrower: { ...enterprise, ...change }, ...ask, ...rest };
}
