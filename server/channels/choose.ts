import type { Config } from "../config.ts";
import type { Egress } from "../egress.ts";
import type { Channel } from "./channel.ts";
import { openGraph } from "./messenger/graph.ts";
import { messengerChannel } from "./messenger/messenger.ts";
import { commentsChannel } from "./messenger-page/comments.ts";
import { webChannel } from "./web/web.ts";

/** The only list of channels. */
export async function chooseChannels(
  { messenger, botpress }: Pick<Config, "messenger" | "botpress">,
  egress: Egress,
): Promise<ReadonlyMap<string, Channel>> {
  const page = messenger ? pageChannels(messenger, egress) : [];
  const channels = [webChannel, ...page, ...(botpress ? [await loadBotpress(botpress, egress)] : [])];
  return new Map(channels.map((channel) => [channel.name, channel]));
}

/** Both speak for one Page, and are quiet together. */
function pageChannels(config: NonNullable<Config["messenger"]>, egress: Egress): readonly Channel[] {
  const graph = openGraph(config, egress);
  return [messengerChannel(config, egress, { graph }), commentsChannel(config, graph)];
}

/** Its SDK costs a quarter of a second and 30 MB: only who uses it pays. */
async function loadBotpress(config: NonNullable<Config["botpress"]>, egress: Egress): Promise<Channel> {
  const { botpressChannel } = await import("./botpress/botpress.ts");
  return botpressChannel(config, egress);
}
