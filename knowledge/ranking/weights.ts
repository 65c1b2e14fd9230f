/** What each piece of evidence says for an entry, in the order of `evidenceNames`. Fitted by `npm run fit-ranking`. */
export const weights: readonly number[] = [3.84, 3.19, 1.07, 2.73, 0.81, 0.67, 2.95, 4.29, 2.75];
/** How strong the evidence for an entry must be to outweigh that none is meant. */
export const none = 9.36;
