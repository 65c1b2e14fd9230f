/** What each piece of evidence says for an article, in the order of `articleEvidence`. Fitted by `npm run fit-articles`. */
export const articleWeights: readonly number[] = [
  3.42, 2.23, 4.66, 1.11, -3.03, 0.48, 2.25, 2.62, 1.86, 5.35, 1.3, 2.47, 6.64, 2.73, -0.37,
];
