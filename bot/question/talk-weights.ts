/** What each piece of `talkEvidence` says for an entry, where a message leans on what was said before and where it does not. Fitted by `npm run fit-talk`. */
export const talkWeights = { leaning: [0.32, 0.48, 0.3, 2.74], standing: [0.18, 1, 0.62, -1.84] } as const;
