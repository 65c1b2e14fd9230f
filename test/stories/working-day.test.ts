import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { type Program, postWebhook, startProgram } from "../support/program.ts";
import { enrol, firstLink, type SignedIn } from "../support/staff.ts";
import { until } from "../support/until.ts";

interface Item {
  readonly id: string;
  readonly state: string;
  readonly risk: string;
  readonly claimedBy?: { readonly id: string };
}
interface Counsellor extends SignedIn {
  readonly id: string;
  readonly name: string;
}

const people = 200;
const dangers = new Set([57, 111, 163]);
let graph: GraphStub;
let program: Program;
let leader: SignedIn;
beforeAll(async () => {
  graph = await startGraphStub();
  program = await startProgram({ graphUrl: graph.url });
  leader = await enrol(program, await firstLink(program), "truong");
});
afterAll(async () => {
  await program.kill("SIGTERM");
  await graph.close();
});

const colleague = async (login: string): Promise<Counsellor> => {
  const { link } = (await (await leader.call("POST", "/api/console/staff", { role: "counsellor" })).json()) as { link: string };
  const staff = await enrol(program, link, login);
  const me = (await (await staff.call("GET", "/api/console/me")).json()) as { id: string; name: string };
  return { ...staff, ...me };
};
const board = async (staff: SignedIn) => ((await (await staff.call("GET", "/api/console/desk/board")).json()) as { items: Item[] }).items;
const onPhone = (sender: string) => graph.delivered.filter(({ recipient }) => recipient.id === sender).map(({ message }) => message.text);

test("a working day: five counsellors, 200 conversations, three of them danger; each is answered by one, once, and danger comes first", async () => {
  const staff = await Promise.all(["chi-an", "anh-binh", "chi-chi", "anh-dung", "chi-giang"].map(colleague));
  const answered = new Map<string, string[]>();
  let [refused, passed, lateDanger] = [0, 0, 0];
  let isOver = false;

  const act = async (one: Counsellor, id: string, action: string, body?: object) =>
    (
      await one.call(
        "POST",
        `/api/console/${action.startsWith("desk/") ? `desk/cases/${id}/${action.slice(5)}` : `cases/${id}/${action}`}`,
        body,
      )
    ).status;
  const serve = async (one: Counsellor, count: number, item: Item) => {
    if (item.state === "waiting" && (await act(one, item.id, "claim")) !== 204) {
      refused += 1;
      return;
    }
    await act(one, item.id, "desk/read", { sequence: 1_000 });
    const next = staff[(staff.indexOf(one) + 1) % staff.length];
    if (item.state === "waiting" && count % 9 === 0 && next !== undefined) {
      // Two who pass on the same case at once, and the holder alone may.
      const passing = { from: one.id, to: next.id };
      const both = await Promise.all([act(one, item.id, "desk/pass", passing), act(one, item.id, "desk/pass", passing)]);
      expect(both.toSorted()).toEqual([204, 409]);
      passed += 1;
      return;
    }
    const words = { clientId: crypto.randomUUID(), text: `Lời của ${one.name} cho ${item.id}` };
    await Promise.all([act(one, item.id, "messages", words), act(one, item.id, "messages", words)]);
    answered.set(item.id, [...(answered.get(item.id) ?? []), one.name]);
    expect(await act(one, item.id, "close", { reason: "answered" })).toBe(204);
  };
  const work = async (one: Counsellor) => {
    for (let count = 1; ; count += 1) {
      const items = await board(one);
      const free = items.filter(({ state, claimedBy }) => state === "waiting" || claimedBy?.id === one.id);
      const [first] = items.filter(({ state }) => state === "waiting");
      if (items.some(({ state, risk }) => state === "waiting" && risk === "danger") && first?.risk !== "danger") lateDanger += 1;
      const [item] = free;
      if (item !== undefined) await serve(one, count, item);
      else if (isOver && items.length === 0) return;
      else await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const day = staff.map(work);
  const ask = (number: number) => (dangers.has(number) ? "toi muon chet, khong muon song nua" : "toi muon gap nguoi that");
  for (let number = 0; number < people; number++)
    expect(await postWebhook(program, { sender: `nguoi-${number}`, mid: `m-${number}`, text: ask(number) })).toBe(200);
  const asked = new Set<string>();
  await until(
    "everybody has an answer",
    async () => graph.delivered.filter(({ message }) => message.text.includes("Lời của")).length >= people,
    200_000,
  );
  isOver = true;
  await Promise.all(day);
  await until(
    "everything has gone out",
    () => graph.delivered.filter(({ message }) => message.text.includes("đã xong")).length >= people,
    60_000,
  );

  for (let number = 0; number < people; number++) {
    const texts = onPhone(`nguoi-${number}`);
    expect(
      texts.filter((text) => text.includes("Lời của")),
      `nguoi-${number}`,
    ).toHaveLength(1);
    const said = texts.find((text) => text.includes("Lời của")) ?? "";
    asked.add(said.split(" cho ").at(-1) ?? "");
  }
  expect(asked.size).toBe(people);
  expect([...answered.values()].every((names) => names.length === 1)).toBe(true);
  expect(lateDanger).toBe(0);
  expect(passed).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
  expect(await board(leader)).toEqual([]);
  const { items: closed } = (await (await leader.call("GET", "/api/console/desk/closed")).json()) as { items: Item[] };
  expect(closed).toHaveLength(100);
  expect(program.output()).not.toMatch(/"level":50|Lời của|muon chet/);
}, 300_000);
