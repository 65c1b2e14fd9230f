/** What each piece of evidence says for an entry, in the order of `evidenceNames`. Fitted by `npm run fit-ranking`. */
export const weights: readonly number[] = [4.01, 3.21, 1.34, 2.73, 1.01, 0.28, 3.26, 4.51, 2.8];
/** How strong the evidence for an entry must be to outweigh that none is meant. */
export const none = 9.33;
