import type { MessengerConfig } from "../../config.ts";
import type { Egress } from "../../egress.ts";
import type { Channel } from "../channel.ts";
import { limits } from "./payload.ts";
import { receive } from "./receive.ts";
import { replyWindow } from "./reply-window.ts";
import { send } from "./send.ts";
import { isSameSecret } from "./signature.ts";

/** Messenger of one Page, on the Graph API. */
export function messengerChannel(config: MessengerConfig, egress: Egress): Channel {
  return {
    name: "messenger",
    limits,
    carried: true,
    window: (lastIncomingAt, at) => replyWindow(lastIncomingAt, at, config),
    verify(query) {
      const isSubscribing = query.get("hub.mode") === "subscribe";
      const isMeta = isSameSecret(query.get("hub.verify_token") ?? "", config.verifyToken);
      return isSubscribing && isMeta ? { status: 200, body: query.get("hub.challenge") ?? "" } : { status: 403, body: "" };
    },
    receive: (request) => receive(request, config),
    send: (delivery) => send(delivery, { config, egress }),
  };
}
