/** What each piece of evidence says for an entry, in the order of `evidenceNames`. Fitted by `npm run fit-ranking`. */
export const weights: readonly number[] = [4.07, 2.83, 0.38, 3.2, 1.21, 2.83, 4.7, 2.76];
/** How strong the evidence for an entry must be to outweigh that none is meant. */
export const none = 9.56;
