/** What each piece of evidence says for an entry, in the order of `evidenceNames`. Fitted by `npm run fit-ranking`. */
export const weights: readonly number[] = [4.1, 2.88, 0.25, 3.27, 1.24, 2.86, 4.49, 2.75];
/** How strong the evidence for an entry must be to outweigh that none is meant. */
export const none = 9.57;
