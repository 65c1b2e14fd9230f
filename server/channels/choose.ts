import type { Config } from "../config.ts";
import type { Egress } from "../egress.ts";
import type { Channel } from "./channel.ts";
import { openGraph } from "./messenger/graph.ts";
import { messengerChannel } from "./messenger/messenger.ts";
import { commentsChannel } from "./messenger-page/comments.ts";
import { webChannel } from "./web/web.ts";

/** The only list of channels. */
export function chooseChannels({ messenger }: Pick<Config, "messenger">, egress: Egress): ReadonlyMap<string, Channel> {
  const channels = [webChannel, ...(messenger ? pageChannels(messenger, egress) : [])];
  return new Map(channels.map((channel) => [channel.name, channel]));
}

/** Both speak for one Page, and are quiet together. */
function pageChannels(config: NonNullable<Config["messenger"]>, egress: Egress): readonly Channel[] {
  const graph = openGraph(config, egress);
  return [messengerChannel(config, egress, graph), commentsChannel(config, graph)];
}
