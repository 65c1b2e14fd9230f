import { EventEmitter } from "node:events";
import { choiceValues } from "../../bot/wording.ts";
import { followChat, takeSaid } from "../../server/http/chat.ts";
import { page } from "../support/messenger.ts";
import type { Chaos } from "./chaos.ts";
import type { FakeGraph } from "./graph.ts";
import type { Instance } from "./instance.ts";
import type { Chance } from "./random.ts";
import type { World } from "./world.ts";

export interface PeopleParts {
  readonly world: World;
  readonly chaos: Chaos;
  readonly instances: readonly [Instance, ...Instance[]];
  readonly graph: FakeGraph;
}

interface Saying {
  readonly text: string;
  readonly tap?: string;
}

export const askForPerson = "toi muon gap nguoi that";
const sayings: readonly [Saying, ...Saying[]] = [
  { text: "vay von lam an duoc nhieu nhat bao nhieu" },
  { text: "mat can cuoc cong dan thi lam lai o dau" },
  { text: askForPerson },
  { text: "cam on" },
  { text: "toi muon chet" },
  { text: "qwrt zxcv bnmp" },
  { text: askForPerson },
];
const erase: Saying = { text: "Xóa hết", tap: choiceValues.erase };

/** What somebody says at one time: mostly one thing, sometimes several in a breath. */
function plan(chance: Chance): readonly Saying[] {
  const count = chance.happens(0.3) ? chance.whole(2, 4) : 1;
  return Array.from({ length: count }, () => (chance.happens(0.04) ? erase : chance.pick(sayings)));
}

/** Somebody who writes to the Page; the network between may bring it late, twice or in another order. */
export function messengerPerson(id: string, { world, graph }: PeopleParts): { write(): void } {
  const chance = world.chance.fork();
  let count = 0;
  const secondThoughts = (mid: string) => {
    const parties = { sender: { id }, recipient: { id: page }, timestamp: world.now() };
    const what = chance.pick(["message_unsend", "message_edit", "reaction"]);
    const about = what === "reaction" ? { mid, action: "react" } : { mid, ...(what === "message_edit" && { text: "cam on" }) };
    world.note(what, { person: id, provider: mid });
    graph.post([{ name: `${what}:${mid}`, body: { ...parties, [what]: about } }]);
  };
  return {
    write() {
      const events = plan(chance).map(({ text, tap }, position) => {
        count += 1;
        const mid = `mid-${id}-${count}`;
        world.note("writes", { person: id, provider: mid, text, sentAt: world.now() + position });
        const message = { mid, text, ...(tap && { quick_reply: { payload: tap } }) };
        return { name: mid, body: { sender: { id }, recipient: { id: page }, timestamp: world.now() + position, message } };
      });
      if (chance.happens(0.4)) graph.post(events);
      else for (const event of events) graph.post([event]);
      for (const { name } of events) if (chance.happens(0.1)) world.after(chance.whole(50, 10_000), () => secondThoughts(name));
    },
  };
}

export interface WebPage {
  write(): void;
  /** What the page shows, by sequence. */
  readonly shown: readonly number[];
  readonly unsent: () => number;
  close(): void;
}

/** Somebody on the website: says things until they are taken, follows the conversation, comes back when the line breaks. */
export function webPerson(name: string, { world, chaos, instances }: PeopleParts): WebPage & { readonly token: string } {
  const chance = world.chance.fork();
  const token = name.padEnd(43, "-");
  const shown: number[] = [];
  let last: string | undefined;
  let count = 0;
  let unsent = 0;
  let isClosed = false;
  let line: Line | undefined;

  const say = async (content: Saying, clientId: string): Promise<void> => {
    const { text, tap } = content;
    const instance = chance.pick(instances);
    const body = { clientId, content: tap ? { kind: "choice" as const, value: tap, label: text } : { kind: "text" as const, text } };
    const said = instance.call((serving) => takeSaid(token, body, serving));
    const result = await Promise.race([said, world.sleep(10_000)]);
    const isTaken = result?.kind === "answered";
    if (isTaken) world.note("said", { person: name, provider: clientId });
    if (isTaken && !(chaos.isOn() && chance.happens(0.1))) unsent -= 1;
    else world.after(chance.whole(300, 3_000), () => void say(content, clientId));
  };
  const follow = () => {
    if (isClosed) return;
    const instance = chance.pick(instances);
    const opened = openLine((event, sequence, id) => {
      if (opened !== line) return;
      if (event === "message" && sequence !== undefined) shown.push(sequence);
      if (event === "ended") shown.length = 0;
      if (event !== "state") last = id;
    });
    line = opened;
    const again = () => {
      if (opened !== line) return;
      line = undefined;
      world.after(chance.whole(500, 3_000), follow);
    };
    opened.emitter.once("close", again);
    void instance
      .call(async (serving) => followChat(opened.response, { token, after: shown.at(-1) ?? 0, last }, serving))
      .then(({ kind }) => {
        if (kind !== "answered") again();
      });
    void instance.died().then(() => opened.response.destroy());
  };
  follow();
  return {
    token,
    shown,
    unsent: () => unsent,
    write() {
      for (const content of plan(chance)) {
        count += 1;
        unsent += 1;
        const clientId = `00000000-0000-4000-8000-${name.slice(-2)}${String(count).padStart(10, "0")}`;
        world.note("writes", { person: name, provider: clientId, text: content.text, sentAt: world.now() });
        void say(content, clientId);
      }
    },
    close() {
      isClosed = true;
      line?.response.destroy();
    },
  };
}

type Line = ReturnType<typeof openLine>;

/** As much of a response as an event stream needs. */
function openLine(read: (event: string, sequence: number | undefined, id: string | undefined) => void) {
  const emitter = new EventEmitter();
  const response = {
    writableEnded: false,
    destroyed: false,
    writableLength: 0,
    status: () => response,
    set: () => response,
    flushHeaders: () => undefined,
    on: (name: string, listener: () => void) => emitter.on(name, listener),
    write(text: string) {
      const [, event, , sequence, data = "{}"] = /^event: (\w+)\n(id: (\d+)\n)?data: (.*)/.exec(text) ?? [];
      const { id } = JSON.parse(data) as { id?: string };
      if (event !== undefined) read(event, sequence === undefined ? undefined : Number(sequence), id);
    },
    end() {
      response.writableEnded = true;
      response.destroy();
    },
    destroy() {
      if (response.destroyed) return;
      response.destroyed = true;
      emitter.emit("close");
    },
  };
  // The stream uses nothing else of a response.
  return { emitter, response: response as unknown as Parameters<typeof followChat>[0] };
}
