import type { MessengerConfig } from "../../config.ts";
import type { Egress } from "../../egress.ts";
import { realTimer, type Timer } from "../../work/timer.ts";
import type { Channel } from "../channel.ts";
import { inspect, subscribe } from "../messenger-page/inspect.ts";
import { openPersonas } from "../messenger-page/personas.ts";
import { openSenderActions } from "../messenger-page/sender-actions.ts";
import { readSignedRequest } from "../messenger-page/signed-request.ts";
import { type Graph, openGraph } from "./graph.ts";
import { limits } from "./payload.ts";
import { receive } from "./receive.ts";
import { replyWindow } from "./reply-window.ts";
import { send } from "./send.ts";
import { isSameSecret } from "./signature.ts";

export interface PageParts {
  /** Shared with whatever else speaks for the same Page. */
  readonly graph?: Graph;
  readonly timer?: Timer;
}

/** Messenger of one Page, on the Graph API. */
export function messengerChannel(
  config: MessengerConfig,
  egress: Egress,
  { graph = openGraph(config, egress), timer = realTimer }: PageParts = {},
): Channel {
  const personas = openPersonas(config, graph);
  const actions = openSenderActions(graph, timer);
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
    readDeletion(body) {
      const asked = readSignedRequest(body, config.appSecret);
      return asked && { ...asked, account: config.pageId };
    },
    reading: actions.show,
    inspect: (at) => inspect(config, graph, at),
    repair: (at) => subscribe(config, graph, at),
    async send(delivery) {
      await actions.settled(delivery.recipient);
      return await send(delivery, { config, graph, personas });
    },
  };
}
