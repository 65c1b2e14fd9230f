import type { BotpressConfig } from "../../config.ts";
import type { Egress } from "../../egress.ts";
import type { Channel } from "../channel.ts";
import { openBot } from "./bot.ts";
import { openBotpress } from "./calls.ts";
import { openMirror } from "./mirror.ts";
import { limits } from "./payload.ts";
import { receive } from "./receive.ts";
import { send } from "./send.ts";

/** A bot in Botpress: what people write anywhere Botpress reaches comes here, and our words go back by its chat API. */
export function botpressChannel(config: BotpressConfig, egress: Egress): Channel {
  const hear = openBot();
  const botpress = openBotpress(config, egress);
  const mirror = openMirror(botpress);
  return {
    name: "botpress",
    limits,
    carried: true,
    receive: (request, at) => receive(request, { config, hear, at }),
    send: (delivery) => send(delivery, { config, botpress, mirror }),
  };
}
