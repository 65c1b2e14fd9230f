import { describe, expect, test } from "vitest";
import { messengerChannel } from "../../../../server/channels/messenger/messenger.ts";
import { openEgress } from "../../../../server/egress.ts";
import { describeChannel } from "../../../contract/channel.ts";
import { startGraphStub } from "../../../support/graph-stub.ts";
import { messengerConfig, page, recordedBody, signed } from "../../../support/messenger.ts";

const nobody = "http://127.0.0.1:1";
const cutOff = messengerChannel({ ...messengerConfig, graphUrl: nobody }, openEgress({ allowedOrigins: [nobody], deadlineMs: 2000 }));

describeChannel("messenger", {
  open: async () => {
    const stub = await startGraphStub();
    const egress = openEgress({ allowedOrigins: [stub.url], deadlineMs: 5000 });
    return { channel: messengerChannel({ ...messengerConfig, graphUrl: stub.url }, egress), account: page, close: stub.close };
  },
  cutOff,
  requests: (["text", "batch", "taps", "referrals", "attachments"] as const).map((name) => signed(recordedBody(name))),
});

describe("the subscription check", () => {
  const verify = (query: string) => cutOff.verify?.(new URLSearchParams(query));
  const right = `hub.mode=subscribe&hub.verify_token=${messengerConfig.verifyToken}`;

  test("with the right token the challenge comes back as it was", () => {
    expect(verify(`${right}&hub.challenge=1158201444`)).toEqual({ status: 200, body: "1158201444" });
    expect(verify(`${right}&hub.challenge=%3Cscript%3E`)).toEqual({ status: 200, body: "<script>" });
  });

  test.each([
    ["a wrong token", "hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1"],
    ["a token that only begins right", `hub.mode=subscribe&hub.verify_token=${messengerConfig.verifyToken}x&hub.challenge=1`],
    ["another mode", `hub.mode=unsubscribe&hub.verify_token=${messengerConfig.verifyToken}&hub.challenge=1`],
    ["no token", "hub.mode=subscribe&hub.challenge=1"],
    ["nothing", ""],
  ])("with %s it is refused and nothing comes back", (_what, query) => {
    expect(verify(query)).toEqual({ status: 403, body: "" });
  });
});
