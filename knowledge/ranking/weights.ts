/** What each piece of evidence says for an entry, in the order of `evidenceNames`. Fitted by `npm run fit-ranking`. */
export const weights: readonly number[] = [1.56, 5.91, -0.96, 4.23, 4.02, 2.41, 3.35, 3.37];
/** How strong the evidence for an entry must be to outweigh that none is meant. */
export const none = 14.16;
