/** What each piece of evidence says for an article, in the order of `articleEvidence`. Fitted by `npm run fit-articles`. */
export const articleWeights: readonly number[] = [5.4, 1.52, -3.15, 2.33, 2.46, 3.28, 7.41, 1.42, 2.61, 6.64, 2.47, -0.11];
