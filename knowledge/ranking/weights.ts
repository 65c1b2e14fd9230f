/** What each piece of evidence says for an entry, in the order of `evidenceNames`. Fitted by `npm run fit-ranking`. */
export const weights: readonly number[] = [4, 4, 3, 3, 1, 2, 2, 1, 1, 1, 1];
/** How strong the evidence for an entry must be to outweigh that none is meant. */
export const none = 9;
