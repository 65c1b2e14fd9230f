import type { Config } from "../config.ts";
import type { Egress } from "../egress.ts";
import type { Channel } from "./channel.ts";
import { messengerChannel } from "./messenger/messenger.ts";
import { webChannel } from "./web/web.ts";

/** The only list of channels. */
export function chooseChannels({ messenger }: Pick<Config, "messenger">, egress: Egress): ReadonlyMap<string, Channel> {
  const channels = [webChannel, ...(messenger ? [messengerChannel(messenger, egress)] : [])];
  return new Map(channels.map((channel) => [channel.name, channel]));
}
