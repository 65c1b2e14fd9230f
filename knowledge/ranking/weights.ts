/** What each piece of evidence says for an entry, in the order of `evidenceNames`. Fitted by `npm run fit-ranking`. */
export const weights: readonly number[] = [1.28, 6.18, -1.21, 4.82, 4.04, 2.25, 3.06, 3.05];
/** How strong the evidence for an entry must be to outweigh that none is meant. */
export const none = 14.02;
