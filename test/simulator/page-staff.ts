import { page } from "../support/messenger.ts";
import type { PageEvent } from "./graph.ts";
import { pageConfig } from "./graph-calls.ts";
import type { PeopleParts } from "./people.ts";

/** Somebody who answers in the Page's own inbox, or another app that holds a conversation, past our console; it is given back now and then. */
export function pageStaff(people: readonly [string, ...string[]], { world, chaos, graph }: PeopleParts): void {
  const chance = world.chance.fork();
  let count = 0;
  const answer = () => {
    if (!chaos.isOn()) return;
    count += 1;
    const person = chance.pick(people);
    const what = chance.pick(["gives back", "gives back", "answers outside", "holds"]);
    const name = `${what === "holds" ? "mid-held" : what.replace(" ", "-")}-${person}-${count}`;
    world.note(what, { person, provider: name });
    graph.post([eventOf(what, { name, person, at: world.now() })]);
    world.after(chance.whole(300, 8_000), answer);
  };
  world.after(chance.whole(300, 8_000), answer);
}

interface Told {
  readonly name: string;
  readonly person: string;
  readonly at: number;
}

function eventOf(what: string, { name, person, at }: Told): PageEvent {
  const fromPerson = { sender: { id: person }, recipient: { id: page }, timestamp: at };
  if (what === "gives back") return { name, body: { ...fromPerson, pass_thread_control: { new_owner_app_id: pageConfig.appId } } };
  if (what === "holds") return { name, body: { ...fromPerson, message: { mid: name, text: "cam on" } }, isStandby: true };
  const message = { mid: name, is_echo: true, app_id: 263902037430900, text: "Trang đây, anh/chị đợi chút" };
  return { name, body: { sender: { id: page }, recipient: { id: person }, timestamp: at, message } };
}
