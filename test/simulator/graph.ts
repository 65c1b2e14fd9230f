import type { Channel } from "../../server/channels/channel.ts";
import { messengerChannel } from "../../server/channels/messenger/messenger.ts";
import { ourMark } from "../../server/channels/messenger/payload.ts";
import type { CallResult, Egress } from "../../server/egress.ts";
import { takeWebhook } from "../../server/http/webhooks.ts";
import { page, signed } from "../support/messenger.ts";
import type { Chaos } from "./chaos.ts";
import { type Asked, done, openPage, pageConfig, type Sent } from "./graph-calls.ts";
import type { Instance, Life } from "./instance.ts";
import type { World } from "./world.ts";

/** An event of the Page's webhook. */
export interface PageEvent {
  readonly name: string;
  readonly body: object;
  /** Another app has the conversation. */
  readonly isStandby?: true;
}

/** Meta's side of the line, in memory: takes what we send, tells us what people write, and is as unreliable as the chaos says. */
export interface FakeGraph {
  readonly egress: (life: Life) => Egress;
  /** Posted to us until it is answered with 200, and sometimes again after that. */
  post(events: readonly PageEvent[]): void;
  /** This person has blocked the Page. */
  readonly blocked: Set<string>;
  /** What people wrote and we have not acknowledged. */
  readonly open: () => number;
  /** Messages of ours that we have not been shown yet. */
  readonly openEchoes: () => number;
}

const timeoutMs = 10_000;
const webhookTimeoutMs = 20_000;

export interface GraphParts {
  readonly world: World;
  readonly chaos: Chaos;
  readonly instances: readonly Instance[];
}

export function openGraph({ world, chaos, instances }: GraphParts): FakeGraph {
  const chance = world.chance.fork();
  const blocked = new Set<string>();
  // Reads webhooks as the real channel does; sends nothing.
  const channel = messengerChannel(pageConfig, async () => ({ kind: "unreached", why: "not here" }));
  const readCall = openPage(world);
  let sends = 0;
  let open = 0;
  let openEchoes = 0;

  const accept = (asked: Asked): CallResult => done(asked.kind === "send" ? take(asked.sent) : asked.does());
  const take = ({ recipient, message }: Sent) => {
    sends += 1;
    const mid = `m_${sends}`;
    const delivery = message.metadata.slice(ourMark.length);
    world.note("accepted", { person: recipient.id, delivery, text: message.text.slice(0, 60).replaceAll("\n", " ") });
    const echo = {
      sender: { id: page },
      recipient,
      timestamp: world.now(),
      message: { mid, is_echo: true, metadata: message.metadata, text: message.text },
    };
    openEchoes += 1;
    const show = () => send([{ name: `echo:${mid}`, body: echo }], () => (openEchoes -= 1));
    world.after(chaos.isOn() ? chance.whole(20, 20_000) : 50, show);
    return { recipient_id: recipient.id, message_id: mid };
  };
  const fail = (status: number, code: number, headers = {}): CallResult => ({
    kind: "answered",
    status,
    headers,
    json: { error: { code } },
  });

  const answer = async (asked: Asked): Promise<CallResult> => {
    await world.sleep(chaos.isOn() ? chance.whole(5, 900) : 20);
    const trouble = chaos.isOn() ? chance.next() : 1;
    if (trouble < 0.05) return { kind: "unreached", why: "ECONNREFUSED" };
    if (trouble < 0.12) return fail(500, 2);
    if (trouble < 0.16) return fail(400, 613, chance.happens(0.5) ? { "retry-after": String(chance.whole(1, 10)) } : {});
    if (trouble < 0.18) return { kind: "garbled", status: 502, headers: {}, why: "not JSON" };
    if (trouble < 0.22) return await hang();
    if (asked.person !== undefined && blocked.has(asked.person)) return fail(400, 551);
    const accepted = accept(asked);
    if (trouble < 0.3) return await hang();
    if (trouble < 0.34) return { kind: "unanswered", why: "ECONNRESET" };
    if (trouble < 0.36) return { kind: "garbled", status: 200, headers: {}, why: "not JSON" };
    await world.sleep(chaos.isOn() ? chance.whole(5, 900) : 20);
    return accepted;
  };
  const hang = async (): Promise<CallResult> => {
    await world.sleep(timeoutMs);
    return { kind: "unanswered", why: "TimeoutError" };
  };

  function post(events: readonly PageEvent[]): void {
    open += 1;
    send(events, () => (open -= 1));
  }

  function send(events: readonly PageEvent[], acknowledged: () => void): void {
    world.after(chaos.isOn() ? chance.whole(5, 3_000) : 20, () => void attempt(events, acknowledged));
  }

  async function attempt(events: readonly PageEvent[], acknowledged: () => void): Promise<void> {
    const instance = chance.pick(instances as readonly [Instance, ...Instance[]]);
    const status = await postTo(instance, { channel, events, world });
    const isAcknowledged = status === 200;
    for (const { name } of events) world.note("posted", { event: name, to: instance.name, status });
    if (isAcknowledged) acknowledged();
    const rest = isAcknowledged ? () => undefined : acknowledged;
    const isHeard = isAcknowledged && !(chaos.isOn() && chance.happens(0.05));
    if (!isHeard) world.after(chance.whole(300, 2_500), () => void attempt(events, rest));
    else if (chaos.isOn() && chance.happens(0.2)) world.after(chance.whole(1, 15_000), () => void attempt(events, rest));
  }

  return {
    egress: (life) => async (call) => {
      const asked = readCall(call);
      await life.point(`${asked.kind}:before`);
      const result = await answer(asked);
      await world.sleep(0, life);
      await life.point(`${asked.kind}:after`);
      return result;
    },
    post,
    blocked,
    open: () => open,
    openEchoes: () => openEchoes,
  };
}

interface Posting {
  readonly channel: Channel;
  readonly events: readonly PageEvent[];
  readonly world: World;
}

async function postTo(instance: Instance, { channel, events, world }: Posting): Promise<number | undefined> {
  const bodies = (standby: boolean) => events.filter(({ isStandby = false }) => isStandby === standby).map(({ body }) => body);
  const request = signed({ object: "page", entry: [{ id: page, messaging: bodies(false), standby: bodies(true) }] });
  const answered = instance.call((serving) => takeWebhook(channel, request, serving));
  const result = await Promise.race([answered, world.sleep(webhookTimeoutMs)]);
  if (result === undefined || result.kind === "lost") return undefined;
  return result.kind === "answered" ? result.value.status : 503;
}
