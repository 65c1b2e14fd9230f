import type { Channel } from "../channel.ts";

/** Our own website: its messages come by server/http/chat.ts, and it reads what is stored, so nothing is carried and nothing cut. */
export const webChannel: Channel = {
  name: "web",
  limits: { textLength: Number.POSITIVE_INFINITY, choices: Number.POSITIVE_INFINITY, choiceLength: Number.POSITIVE_INFINITY },
  carried: false,
  send: async () => ({ kind: "sent", providerId: undefined }),
};
