import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphStub, startGraphStub } from "../support/graph-stub.ts";
import { page } from "../support/messenger.ts";
import { type Program, postEntry, postEvent, postWebhook, startProgram } from "../support/program.ts";
import { enrol, firstLink, type SignedIn } from "../support/staff.ts";
import { until } from "../support/until.ts";
import { webPerson } from "../support/web-person.ts";

let graph: GraphStub;
let program: Program;
let administrator: SignedIn;
beforeAll(async () => {
  graph = await startGraphStub();
  program = await startProgram({ graphUrl: graph.url });
  administrator = await enrol(program, await firstLink(program), "truong");
});
afterAll(async () => {
  await program.kill("SIGTERM");
  await graph.close();
});

const onPhone = (sender: string) => graph.delivered.filter(({ recipient }) => recipient.id === sender).map(({ message }) => message.text);
const write = (sender: string, mid: string, text: string) => postWebhook(program, { sender, mid: `${sender}-${mid}`, text });
const waits = (sender: string, words: string) =>
  until(`“${words}” is on the phone`, () => onPhone(sender).some((text) => text.includes(words)));

async function waiting(staff: SignedIn, channel: string): Promise<string> {
  let id: string | undefined;
  await until("somebody waits", async () => {
    const { items } = (await (await staff.call("GET", "/api/console/queue")).json()) as {
      items: { id: string; channel: string; state: string }[];
    };
    id = items.find((item) => item.channel === channel && item.state === "waiting")?.id;
    return id !== undefined;
  });
  return `/api/console/cases/${id}`;
}

test("when nobody is there the person is told so, and nothing is promised", async () => {
  const deserted = await startProgram();
  const person = await webPerson(deserted);
  await person.say("cho tôi gặp tư vấn viên");
  await person.hears("Lúc này chưa có tư vấn viên trực.");
  await deserted.kill("SIGTERM");
});

test("in Messenger a counsellor takes over, answers, the bot keeps silent, and comes back when it is done", async () => {
  const staff = await colleague("lan");
  await write("person-1", "1", "toi muon gap nguoi that");
  await waits("person-1", "Hiện có tư vấn viên đang trực.");
  const path = await waiting(staff, "messenger");
  expect((await staff.call("POST", `${path}/claim`)).status).toBe(204);
  await waits("person-1", "Chị lan (tư vấn viên) đang đọc");
  await write("person-1", "2", "vay von lam an duoc bao nhieu");
  expect((await staff.call("POST", `${path}/messages`, { clientId: crypto.randomUUID(), text: "Dạ tôi đây." })).status).toBe(204);
  await waits("person-1", "Dạ tôi đây.");
  expect((await staff.call("POST", `${path}/close`, { reason: "answered" })).status).toBe(204);
  await waits("person-1", "Từ đây là máy trả lời tự động");
  await write("person-1", "3", "vay von co phai the chap khong");
  await waits("person-1", "thế chấp");
  expect(onPhone("person-1").filter((text) => text.includes("100 triệu đồng"))).toEqual([]);
});

test("when the Page's own people answer the bot is silent, the console shows it, and gives the bot its word back", async () => {
  const staff = await colleague("hue");
  await write("person-7", "1", "vay von lam an duoc bao nhieu");
  await waits("person-7", "100 triệu đồng");
  await postEvent(program, {
    sender: { id: page },
    recipient: { id: "person-7" },
    timestamp: Date.now(),
    message: { mid: "m_page", is_echo: true, app_id: 263902037430900, text: "Em ở Trang đây, để em hỏi giúp anh" },
  });
  const path = await waiting(staff, "messenger");
  const { item, messages } = (await (await staff.call("GET", path)).json()) as {
    item: { reason: string; pausedUntil: number };
    messages: unknown[];
  };
  expect(item.reason).toBe("answered-by-page");
  expect(item.pausedUntil).toBeGreaterThan(Date.now() + 11 * 3_600_000);
  expect(JSON.stringify(messages)).toContain("để em hỏi giúp anh");
  await write("person-7", "2", "vay von co phai the chap khong");
  await until("it is read and left alone", async () => JSON.stringify(await (await staff.call("GET", path)).json()).includes("the chap"));
  expect((await staff.call("POST", `${path}/resume`)).status).toBe(204);
  await write("person-7", "3", "lam lai can cuoc o dau");
  await waits("person-7", "căn cước");
  expect(onPhone("person-7").filter((text) => text.includes("thế chấp"))).toEqual([]);
  expect(onPhone("person-7").filter((text) => text.includes("Trang đây"))).toEqual([]);
  expect(await (await staff.call("GET", path)).json()).toMatchObject({ item: { state: "closed" } });
});

test("where another app holds the conversation nothing is answered, but it is recorded, and danger is still put before a person", async () => {
  const staff = await colleague("tam");
  const standby = (mid: string, text: string) => ({
    standby: [{ sender: { id: "person-8" }, recipient: { id: page }, timestamp: Date.now(), message: { mid, text } }],
  });
  await postEntry(program, standby("standby-1", "vay von lam an duoc bao nhieu"));
  const path = await waiting(staff, "messenger");
  await postEntry(program, standby("standby-2", "toi khong muon song nua"));
  await until("danger is seen", async () => {
    const { item } = (await (await staff.call("GET", path)).json()) as { item: { risk: string } };
    return item.risk === "danger";
  });
  const { messages } = (await (await staff.call("GET", path)).json()) as { messages: unknown[] };
  expect(JSON.stringify(messages)).toContain("bao nhieu");
  expect(onPhone("person-8")).toEqual([]);
  expect(graph.page.actions.filter(({ recipient }) => recipient === "person-8")).toEqual([]);
  await staff.call("POST", `${path}/claim`);
  await staff.call("POST", `${path}/close`, { reason: "answered" });
  await write("person-8", "3", "vay von lam an duoc bao nhieu");
  await waits("person-8", "100 triệu đồng");
  expect(graph.page.actions.filter(({ recipient }) => recipient === "person-8").map(({ action }) => action)).toEqual([
    "mark_seen",
    "typing_on",
  ]);
});

test("a comment under a post is answered once and in private; nobody is put in the queue for it", async () => {
  const comment = (comment_id: string, message: string) => ({
    field: "feed",
    value: {
      item: "comment",
      verb: "add",
      comment_id,
      post_id: "p_1",
      parent_id: "p_1",
      message,
      created_time: Math.floor(Date.now() / 1000),
    },
  });
  const changes = [
    comment("c_1", "vay von lam an duoc bao nhieu"),
    comment("c_2", "cho toi gap tu van vien"),
    comment("c_3", "cam on trang"),
  ];
  for (let copy = 0; copy < 2; copy++) expect(await postEntry(program, { changes })).toBe(200);
  const answers = (id: string) => graph.delivered.filter(({ recipient }) => recipient.comment_id === id);
  await until("both are answered", () => answers("c_1").length + answers("c_2").length === 2);
  expect(answers("c_1")[0]?.message.text).toContain("100 triệu đồng");
  expect(answers("c_2")[0]?.message.text).toContain("mình nói riêng");
  await until("all is quiet", async () => {
    const metrics = await (await fetch(`${program.url}/metrics`)).text();
    return /huongthien_messages_unhandled 0\n/.test(metrics) && !/deliveries\{state="queued"\}/.test(metrics);
  });
  expect([answers("c_1"), answers("c_2"), answers("c_3")].map(({ length }) => length)).toEqual([1, 1, 0]);
  const { items } = (await (await administrator.call("GET", "/api/console/queue")).json()) as { items: { channel: string }[] };
  expect(items.filter(({ channel }) => channel === "page-comments")).toEqual([]);
});

test("to somebody whose words come a day and a half late nothing goes, and the counsellor is told before writing in vain", async () => {
  const staff = await colleague("ngoc");
  const timestamp = Date.now() - 36 * 3_600_000;
  await postWebhook(program, { sender: "person-9", mid: "late", text: "toi muon gap nguoi that", timestamp });
  const path = await waiting(staff, "messenger");
  const { item } = (await (await staff.call("GET", path)).json()) as { item: { window: unknown } };
  expect(item.window).toEqual({ kind: "closed", wouldCloseAt: timestamp + 7 * 24 * 3_600_000 });
  expect((await staff.call("POST", `${path}/claim`)).status).toBe(204);
  const answer = await staff.call("POST", `${path}/messages`, { clientId: crypto.randomUUID(), text: "Dạ tôi đây." });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([409, "window-closed"]);
  expect((await staff.call("POST", `${path}/close`, { reason: "no-reply" })).status).toBe(204);
  expect(onPhone("person-9")).toEqual([]);
});

test("of two counsellors who claim at once one gets it, and only that one may answer", async () => {
  const first = await colleague("mai");
  const second = await colleague("cuc");
  const person = await webPerson(program);
  await person.say("cho tôi gặp người");
  const path = await waiting(first, "web");
  const claims = await Promise.all([first, second].map((staff) => staff.call("POST", `${path}/claim`)));
  expect(claims.map(({ status }) => status).sort()).toEqual([204, 409]);
  const loser = claims[0]?.status === 204 ? second : first;
  expect((await loser.call("POST", `${path}/messages`, { clientId: crypto.randomUUID(), text: "xin chào" })).status).toBe(409);
  expect((await loser.call("POST", `${path}/close`, { reason: "answered" })).status).toBe(409);
});

test("an answer whose acknowledgement was lost, sent again, is one answer", async () => {
  const staff = await colleague("dao");
  const person = await webPerson(program);
  await person.say("cho tôi gặp người");
  const path = await waiting(staff, "web");
  await staff.call("POST", `${path}/claim`);
  const answer = { clientId: crypto.randomUUID(), text: "chỉ một lần" };
  await Promise.all([1, 2, 3].map(() => staff.call("POST", `${path}/messages`, answer)));
  await person.hears("chỉ một lần");
  const heard = (await person.read()).filter(({ content }) => JSON.stringify(content).includes("chỉ một lần"));
  expect(heard.length).toBe(1);
});

async function colleague(login: string): Promise<SignedIn> {
  const response = await administrator.call("POST", "/api/console/staff", { role: "counsellor" });
  const { link } = (await response.json()) as { link: string };
  return await enrol(program, link, login);
}
