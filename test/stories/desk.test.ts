import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../../server/store/staff-store.ts";
import { type Program, startProgram } from "../support/program.ts";
import { enrol, firstLink, type SignedIn } from "../support/staff.ts";
import { until } from "../support/until.ts";
import { webPerson } from "../support/web-person.ts";

const desk = "/api/console/desk";
const cases = "/api/console/cases";
interface Item {
  readonly id: string;
  readonly state: string;
  readonly risk: string;
  readonly unread: number;
  readonly alarm: boolean;
  readonly awaitsApproval: boolean;
  readonly snoozedUntil?: number;
  readonly claimedBy?: { readonly id: string; readonly name: string };
  readonly offer?: { readonly to: { readonly id: string } };
  readonly near?: { readonly entry: string };
}

let program: Program;
let leader: SignedIn;
let alarms: object[];
const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    alarms.push(JSON.parse(body));
    response.setHeader("content-type", "application/json").end("{}");
  });
});
beforeAll(async () => {
  alarms = [];
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const { port } = receiver.address() as AddressInfo;
  program = await startProgram({ environment: { ALARM_WEBHOOK_URL: `http://127.0.0.1:${port}/bao-dong?khoa=1` } });
  leader = await enrol(program, await firstLink(program), "truong");
});
afterAll(async () => {
  await program.kill("SIGTERM");
  receiver.close();
});

const colleague = async (login: string, role: Role = "counsellor"): Promise<SignedIn & { id: string }> => {
  const { link } = (await (await leader.call("POST", "/api/console/staff", { role })).json()) as { link: string };
  const staff = await enrol(program, link, login);
  const { id } = (await (await staff.call("GET", "/api/console/me")).json()) as { id: string };
  return { ...staff, id };
};
const board = async (staff: SignedIn) => (await (await staff.call("GET", `${desk}/board`)).json()) as { items: Item[] };
const itemOf = async (staff: SignedIn, id: string) => (await board(staff)).items.find((item) => item.id === id);
const beside = async (staff: SignedIn, id: string) => await (await staff.call("GET", `${desk}/cases/${id}`)).json();
const statuses = async (calls: readonly Promise<Response>[]) => (await Promise.all(calls)).map(({ status }) => status).toSorted();
const settings = async (changed: object) => {
  const { settings: kept } = (await (await leader.call("GET", `${desk}/settings`)).json()) as { settings: object };
  expect((await leader.call("PUT", `${desk}/settings`, { ...kept, ...changed })).status).toBe(204);
};
/** Somebody who waits for a person, and their case. */
const waiting = async (words = "cho toi gap nguoi that") => {
  const known = new Set((await board(leader)).items.map(({ id }) => id));
  const person = await webPerson(program);
  await person.say(words);
  let id = "";
  await until("the case is there", async () => {
    id = (await board(leader)).items.find((item) => !known.has(item.id))?.id ?? "";
    return id !== "";
  });
  return { person, id };
};
const answer = (staff: SignedIn, id: string, text: string, clientId = crypto.randomUUID()) =>
  staff.call("POST", `${cases}/${id}/messages`, { clientId, text });

test("a case is passed on by its holder alone, once, and the person and the bot know who has it", async () => {
  const [hoa, binh, mai] = [await colleague("hoa1"), await colleague("binh1"), await colleague("mai1")];
  const { person, id } = await waiting();
  await hoa.call("POST", `${cases}/${id}/claim`);
  expect((await binh.call("POST", `${desk}/cases/${id}/pass`, { from: hoa.id, to: binh.id })).status).toBe(403);
  const two = [binh, mai].map(({ id: to }) => hoa.call("POST", `${desk}/cases/${id}/pass`, { from: hoa.id, to }));
  expect(await statuses(two)).toEqual([204, 409]);
  await person.hears("Chị hoa1 chuyển câu hỏi của anh/chị cho");
  expect((await answer(hoa, id, "vẫn là tôi")).status).toBe(409);
  await person.say("vay von lam an duoc bao nhieu");
  await until("it is handled", async () => ((await itemOf(mai, id))?.unread ?? 0) >= 2);
  expect(
    (await person.read()).some(
      ({ content }) => content.from === "us" && content.message.from === "bot" && content.message.parts[0].text.includes("triệu"),
    ),
  ).toBe(false);
  // A supervisor takes it from whoever has it.
  const holder = (await itemOf(leader, id))?.claimedBy?.id ?? "";
  expect((await leader.call("POST", `${desk}/cases/${id}/pass`, { from: holder, to: hoa.id })).status).toBe(204);
  expect((await itemOf(leader, id))?.claimedBy?.id).toBe(hoa.id);
}, 60_000);

test("a case put off comes back the moment the person writes; a closed one is opened again by one of two", async () => {
  const [hoa, binh] = [await colleague("hoa2"), await colleague("binh2")];
  const { person, id } = await waiting();
  await hoa.call("POST", `${cases}/${id}/claim`);
  const later = Date.now() + 3_600_000;
  expect((await binh.call("POST", `${desk}/cases/${id}/snooze`, { until: later })).status).toBe(409);
  expect((await hoa.call("POST", `${desk}/cases/${id}/snooze`, { until: later })).status).toBe(204);
  expect((await itemOf(hoa, id))?.snoozedUntil).toBe(later);
  await person.say("anh chị ơi");
  await until("it is back", async () => (await itemOf(hoa, id))?.snoozedUntil === undefined);

  await hoa.call("POST", `${cases}/${id}/close`, { reason: "answered" });
  await person.hears("Cuộc trò chuyện với tư vấn viên đã xong.");
  const closed = (await (await binh.call("GET", `${desk}/closed`)).json()) as { items: { id: string; closed: object }[] };
  expect(closed.items.find((item) => item.id === id)?.closed).toMatchObject({ why: "answered" });
  expect((await binh.call("GET", `${cases}/${id}`)).status).toBe(200);
  expect(await statuses([hoa, binh].map((each) => each.call("POST", `${desk}/cases/${id}/reopen`)))).toEqual([204, 409]);
  await person.hears("mở lại cuộc trò chuyện này");
}, 60_000);

test("a draft and a note are there on another machine and after the server was killed; the person never sees them", async () => {
  const hoa = await colleague("hoa3");
  const { person, id } = await waiting();
  await hoa.call("POST", `${cases}/${id}/claim`);
  const clientId = crypto.randomUUID();
  await hoa.call("PUT", `${desk}/cases/${id}/draft`, { clientId, text: "Chào anh, giấy tờ gồm" });
  await hoa.call("POST", `${desk}/cases/${id}/notes`, { text: "đã gọi công an xã" });
  await program.kill("SIGKILL");
  const { dataFolder } = program;
  const port = new URL(program.url).port;
  program = await startProgram({
    dataFolder,
    environment: { PORT: port, ALARM_WEBHOOK_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/` },
  });
  expect(await beside(hoa, id)).toMatchObject({
    draft: { clientId, text: "Chào anh, giấy tờ gồm" },
    notes: [{ text: "đã gọi công an xã" }],
  });
  expect(await beside(leader, id)).not.toHaveProperty("draft");
  await answer(hoa, id, "Chào anh", clientId);
  await answer(hoa, id, "Chào anh", clientId);
  await person.hears("Chào anh");
  const said = JSON.stringify(await (await webPerson(program, person)).read());
  expect(said).not.toContain("công an xã");
  expect(said).not.toContain("giấy tờ gồm");
  expect(said.split('"Chào anh"')).toHaveLength(2);
}, 60_000);

test("danger and what nobody opened is told to the address of the settings, without a word of it", async () => {
  await settings({ unseenMinutes: 1 });
  const { id } = await waiting("toi muon chet, khong muon song nua");
  await until("the alarm is told", async () => alarms.some((each) => "case" in each && each.case === id));
  expect(alarms.filter((each) => "case" in each && each.case === id)).toEqual([
    { kind: "danger", case: id, channel: "web", risk: "danger", state: "waiting", waitingMinutes: 0 },
  ]);
  expect(await itemOf(leader, id)).toMatchObject({ alarm: true, risk: "danger" });
  await leader.call("POST", `${desk}/cases/${id}/read`, { sequence: 50 });
  expect(await itemOf(leader, id)).toMatchObject({ alarm: false, unread: 0 });
  expect(program.output()).not.toContain("chet");
}, 60_000);

test("beyond the cap a claim is refused in words; who takes a break is offered nothing", async () => {
  const hoa = await colleague("hoa5");
  await settings({ cap: 1 });
  const [one, two] = [await waiting(), await waiting()];
  await hoa.call("POST", `${cases}/${one.id}/claim`);
  const refused = await hoa.call("POST", `${cases}/${two.id}/claim`);
  expect(await refused.json()).toMatchObject({ code: "cap-reached", message: expect.stringContaining("giữ đủ số cuộc") });
  const everybody = (await (await leader.call("GET", `${desk}/colleagues`)).json()) as { colleagues: { id: string; name: string }[] };
  expect(everybody.colleagues.map(({ name }) => name)).toContain("Chị hoa5");
  await settings({ cap: 10 });
  await hoa.call("PUT", `${desk}/duty`, { onDuty: false });
  const third = await waiting();
  await until("it is offered", async () => (await itemOf(leader, third.id))?.offer !== undefined);
  expect((await itemOf(leader, third.id))?.offer?.to.id).not.toBe(hoa.id);
}, 60_000);

test("one answer to several: each is claimed by itself, and what a colleague has is not answered and said so", async () => {
  const [hoa, binh] = [await colleague("hoa6"), await colleague("binh6")];
  const [one, two, three] = [await waiting(), await waiting(), await waiting()];
  await binh.call("POST", `${cases}/${two.id}/claim`);
  const together = {
    cases: [one.id, two.id, three.id],
    clientId: crypto.randomUUID(),
    text: "Phòng tư vấn nghỉ đến thứ Hai.",
    close: true,
  };
  const response = await hoa.call("POST", `${desk}/together`, together);
  expect(await response.json()).toEqual({
    results: [
      { id: one.id, kind: "sent" },
      { id: two.id, kind: "refused", code: "not-yours", message: "Việc này đang do người khác giữ." },
      { id: three.id, kind: "sent" },
    ],
  });
  for (const { person } of [one, three]) {
    await person.hears("nghỉ đến thứ Hai");
    await person.hears("Cuộc trò chuyện với tư vấn viên đã xong.");
  }
  expect(JSON.stringify(await two.person.read())).not.toContain("thứ Hai");
}, 60_000);

test("an answer on a topic marked so waits for a supervisor, goes back with a word, and goes out once", async () => {
  const [hoa, chief] = [await colleague("hoa7"), await colleague("sep7", "supervisor")];
  await settings({ approveTopics: ["quan-che"] });
  const person = await webPerson(program);
  await person.say("tôi bị quản chế có được đi làm tỉnh khác 6 tháng không");
  await until("the machine has answered", async () => (await person.read()).length >= 2);
  await person.say("cho toi gap nguoi that");
  let id = "";
  await until("the case is there", async () => {
    id = (await board(leader)).items.find(({ near }) => near?.entry === "quan-che/di-lam")?.id ?? "";
    return id !== "";
  });
  await hoa.call("POST", `${cases}/${id}/claim`);
  expect((await answer(hoa, id, "Lời chưa được duyệt")).status).toBe(202);
  expect(await itemOf(chief, id)).toMatchObject({ awaitsApproval: true });
  const heldOf = async () => ((await beside(chief, id)) as { held: { id: string; state: string; note?: string } }).held;
  const first = await heldOf();
  expect((await hoa.call("POST", `${desk}/cases/${id}/approve`, { held: first.id })).status).toBe(403);
  await chief.call("POST", `${desk}/cases/${id}/send-back`, { held: first.id, note: "thêm điều luật" });
  expect((await beside(hoa, id)) as object).toMatchObject({
    held: { state: "returned", note: "thêm điều luật", text: "Lời chưa được duyệt" },
  });
  expect((await chief.call("POST", `${desk}/cases/${id}/approve`, { held: first.id })).status).toBe(409);

  await answer(hoa, id, "Lời đã sửa");
  const { id: held } = await heldOf();
  expect(await statuses([chief, leader].map((each) => each.call("POST", `${desk}/cases/${id}/approve`, { held })))).toEqual([204, 409]);
  await person.hears("Lời đã sửa");
  expect(JSON.stringify(await person.read())).not.toContain("chưa được duyệt");
  expect((await answer(chief, id, "x")).status).toBe(409);
  await settings({ approveTopics: [] });
  expect((await answer(hoa, id, "Lời không cần duyệt")).status).toBe(204);
}, 60_000);
