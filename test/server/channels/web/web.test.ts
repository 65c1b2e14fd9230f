import { webChannel } from "../../../../server/channels/web/web.ts";
import { describeChannel } from "../../../contract/channel.ts";

describeChannel("web", {
  open: async () => ({ channel: webChannel, account: "web", close: async () => {} }),
  cutOff: { without: "nothing lies between us and our own pages" },
  requests: { without: "people write to our own API" },
});
