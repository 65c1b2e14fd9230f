import type { OpenKnowledge } from "../../knowledge/compiled.ts";
import type { StaffMember } from "../../server/store/staff-store.ts";
import { openChaos } from "./chaos.ts";
import { acknowledged, findBreaches } from "./check.ts";
import { counsellor } from "./counsellors.ts";
import type { SharedDatabase } from "./database.ts";
import { type Dump, dumpOf, keyOf } from "./dump.ts";
import { type FakeGraph, openGraph } from "./graph.ts";
import { type Instance, type Moods, openInstance } from "./instance.ts";
import { pageStaff } from "./page-staff.ts";
import { messengerPerson, type WebPage, webPerson } from "./people.ts";
import type { Plant } from "./planted.ts";
import { type Chance, seeded } from "./random.ts";
import { beginning, type Happening, openWorld, type World } from "./world.ts";

export interface Simulation {
  readonly seed: number;
  readonly shared: SharedDatabase;
  readonly knowledge: OpenKnowledge;
  readonly plant?: Plant | undefined;
}

export interface Outcome {
  readonly seed: number;
  readonly breaches: readonly string[];
  readonly history: readonly Happening[];
  /** Two runs with one digest were the same run. */
  readonly digest: string;
  readonly messages: number;
}

const second = 1_000;
/** After the faults have stopped: everything is answered or in front of a person. */
const answeredWithin = 60 * second;
/** And everything that may leave has left: an unknown outcome waits a minute for its echo, a provider in trouble is tried once a minute. */
const settledWithin = 150 * second;

/** A service and its people through a bad time, all of it in one process and decided by one number; then the faults stop. */
export async function simulate({ seed, shared, knowledge, plant }: Simulation): Promise<Outcome> {
  const world = openWorld(seeded(seed));
  const staff = await enrol(shared, world);
  const chaos = openChaos(world);
  const { instances, graph } = openService({ world, chaos, shared, knowledge, plant });
  chaos.begin(instances);
  const pages = openPeople({ world, chaos, instances, graph });
  for (const member of staff) counsellor(member, { world, chaos, instances });

  await world.runUntil(beginning + world.chance.whole(20, 60) * second);
  chaos.heal();
  const breaches = [...(await settle({ world, shared, graph, pages }))];
  const dump = await world.really(dumpOf(shared.database));
  breaches.push(...findBreaches(world.history, dump));
  for (const page of pages) page.close();
  for (const instance of instances) instance.crash("the end");
  await world.runUntil(world.now());
  return { seed, breaches, history: world.history, digest: world.digest(), messages: acknowledged(world.history).size };
}

interface Service {
  readonly world: World;
  readonly chaos: ReturnType<typeof openChaos>;
  readonly shared: SharedDatabase;
  readonly knowledge: OpenKnowledge;
  readonly plant: Plant | undefined;
}

function openService({ world, chaos, shared, knowledge, plant }: Service) {
  const { chance } = world;
  const mood = chance.fork();
  const bot: Moods = {
    isFaulty: () => chaos.isOn() && mood.happens(0.02),
    thinksMs: () => (chaos.isOn() && mood.happens(0.25) ? mood.whole(50, mood.happens(0.2) ? 16_000 : 8_000) : 1),
  };
  const instances: Instance[] = [];
  const graph = openGraph({ world, chaos, instances });
  const names = ["a", "b", "c"].slice(0, chance.whole(2, 3));
  instances.push(...names.map((name) => openInstance({ name, world, shared, knowledge, egress: graph.egress, plant, bot })));
  // Two or three.
  return { instances: instances as unknown as readonly [Instance, ...Instance[]], graph };
}

interface Around {
  readonly world: World;
  readonly chaos: ReturnType<typeof openChaos>;
  readonly instances: readonly [Instance, ...Instance[]];
  readonly graph: FakeGraph;
}

function openPeople(parts: Around): readonly WebPage[] {
  const { world, chaos, graph } = parts;
  const { chance } = world;
  const repeat = (write: () => void, often: Chance) => {
    if (!chaos.isOn()) return;
    write();
    world.after(often.whole(1_000, 20_000), () => repeat(write, often));
  };
  const begin = (write: () => void) => void world.after(chance.whole(100, 8_000), () => repeat(write, chance.fork()));
  const ids = ["psid-1", "psid-2", "psid-3", "psid-4"].slice(0, chance.whole(1, 4)) as [string, ...string[]];
  for (const id of ids) {
    if (chance.happens(0.1)) graph.blocked.add(id);
    begin(messengerPerson(id, parts).write);
  }
  if (chance.happens(0.5)) pageStaff(ids, parts);
  const pages = Array.from({ length: chance.whole(1, 2) }, (_, number) => webPerson(`web-0${number}`, parts));
  for (const page of pages) begin(page.write);
  return pages;
}

async function enrol(shared: SharedDatabase, world: World): Promise<readonly StaffMember[]> {
  const login = ["lan", "mai"];
  const common = { role: "counsellor" as const };
  for (const [position, name] of login.entries()) {
    const row = { id: `staff-${name}`, login: name, name: `Chị ${name}`, ...common, password_hash: "", totp_secret: "", last_totp_step: 0 };
    await shared.database
      .insertInto("staff")
      .values({ ...row, created_at: world.now() + position })
      .execute();
  }
  return login.map((name) => ({ id: `staff-${name}`, login: name, name: `Chị ${name}`, ...common }));
}

interface Settling {
  readonly world: World;
  readonly shared: SharedDatabase;
  readonly graph: FakeGraph;
  readonly pages: readonly WebPage[];
}

/** Runs on until all is done, or the time for it is over; what is not done by then is a breach. */
async function settle({ world, shared, graph, pages }: Settling): Promise<readonly string[]> {
  const healed = world.now();
  let late: readonly string[] = [];
  for (let waited = 0; waited <= settledWithin; waited += 2 * second) {
    await world.runUntil(healed + waited);
    const dump = await world.really(dumpOf(shared.database));
    const unanswered = [...unhandled(dump, world.history), ...unheard(graph, pages), ...unshown(dump, pages, world.now() - 5 * second)];
    const undelivered = dump.deliveries.filter((delivery) => isOpen(delivery));
    if (unanswered.length + undelivered.length + graph.openEchoes() === 0) return [];
    if (waited >= answeredWithin && unanswered.length > 0)
      return unanswered.map((what) => `liveness: ${waited / second} s after the faults ${what}`);
    late = undelivered.map(({ id, state }) => `liveness: ${waited / second} s after the faults ${id} is ${state}`);
  }
  return late;
}

function isOpen({ state, from_counsellor }: Dump["deliveries"][number]): boolean {
  return state === "queued" || state === "sending" || (state === "unknown" && from_counsellor === 1);
}

/** No turn was ever made of these. Whoever takes the words back, or erases the conversation at once, wants none. */
function unhandled({ messages }: Dump, history: readonly Happening[]): readonly string[] {
  const keys = acknowledged(history);
  const takenBack = new Set(history.flatMap(({ what, fields }) => (what === "amendMessage" && fields.takenBack ? [fields.provider] : [])));
  const open = messages.filter(
    (message) => message.from_person === 1 && keys.has(keyOf(message)) && !takenBack.has(keyOf(message)) && message.outcome === null,
  );
  return open.map((message) => `${keyOf(message)} is neither answered nor handed over`);
}

function unheard(graph: FakeGraph, pages: readonly WebPage[]): readonly string[] {
  const count = graph.open() + pages.reduce((sum, page) => sum + page.unsent(), 0);
  return count === 0 ? [] : [`${count} requests have had no answer`];
}

/** A page shows all of its conversation, each message once and in order. */
function unshown({ conversations, messages }: Dump, pages: readonly WebPage[], before: number): readonly string[] {
  const living = conversations.filter(({ channel, erased_at }) => channel === "web" && erased_at === null);
  const sequencesOf = (id: string) =>
    messages.filter((message) => message.conversation_id === id && message.at <= before).map(({ sequence }) => sequence);
  const wanted = living.map(({ id }) => sequencesOf(id).join());
  const shown = pages.map((page) => page.shown.join()).filter((sequences) => sequences !== "");
  return wanted
    .filter((sequences) => !shown.some((each) => each === sequences || each.startsWith(`${sequences},`)))
    .map((sequences) => `no page shows ${sequences}; they show ${shown.join(" | ")}`);
}
