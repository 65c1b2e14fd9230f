/** What each piece of `talkEvidence` says for an entry, where a message leans on what was said before and where it does not. Fitted by `npm run fit-talk`. */
export const talkWeights = { leaning: [0.2, 0.52, 0.42, 2.46], standing: [-0.24, 0.91, 0.9, -1.39] } as const;
