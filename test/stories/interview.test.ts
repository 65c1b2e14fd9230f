import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphStub, type SendBody, startGraphStub } from "../support/graph-stub.ts";
import { page } from "../support/messenger.ts";
import { postEvent, postWebhook, startProgram } from "../support/program.ts";
import { callAs, enrol, firstLink } from "../support/staff.ts";
import { until } from "../support/until.ts";
import { webPerson } from "../support/web-person.ts";

let graph: GraphStub;
beforeAll(async () => {
  graph = await startGraphStub();
});
afterAll(() => graph.close());

const told = "bao giờ tôi được xóa án tích, tôi bị 3 năm ra tháng 5/2023";

test("on the website an interview outlives a crash and a counsellor, ends in articles that open, and leaves no answer in the clear", async () => {
  const first = await startProgram({ environment: { LOG_LEVEL: "debug" } });
  const staff = await enrol(first, await firstLink(first), "lan");
  const begun = await webPerson(first);
  await begun.say(told);
  await begun.hears("Đúng không?");
  await begun.tap("Đúng");
  await begun.hears("Có điều nào dưới đây đúng với anh/chị không?");
  await first.kill("SIGKILL");

  const program = await startProgram({ dataFolder: first.dataFolder, environment: { LOG_LEVEL: "debug" } });
  const call = callAs(program, staff.cookie);
  const person = await webPerson(program, begun);
  await person.say("khong co");
  await person.hears("Anh/chị xong án tù theo cách nào?");
  await person.say("cho tôi gặp tư vấn viên");
  await person.hears("em chuyển lời anh/chị cho tư vấn viên");
  const { items } = (await (await call("GET", "/api/console/queue")).json()) as { items: { id: string }[] };
  const path = `/api/console/cases/${items[0]?.id}`;
  expect((await call("POST", `${path}/claim`)).status).toBe(204);
  await person.say("mãn án");
  await call("POST", `${path}/messages`, { clientId: crypto.randomUUID(), text: "Dạ tôi đây." });
  expect((await call("POST", `${path}/close`, { reason: "answered" })).status).toBe(204);
  await person.hears("Phần đang tính em vẫn giữ.");
  await person.tap("Tiếp tục");
  const asked = (await person.read()).at(-1)?.content;
  expect(asked?.from === "us" && asked.message.parts[0].text).toContain("Anh/chị xong án tù theo cách nào?");
  for (const label of ["Mãn án", "Xong trước khi ra", "Không có"]) await person.tap(label);
  const result = (await person.read()).at(-1)?.content;
  if (result?.from !== "us") throw new Error("nothing was said");
  const [part] = result.message.parts;
  expect(part).toMatchObject({ outcome: "interview", result: true, inForceFrom: "2018-01-01" });
  expect(part.text).toMatch(/^Theo cách tính này, từ sau ngày 31\/5\/2025 là đã đủ thời gian\./);
  for (const { page: path } of part.citations) expect((await fetch(program.url + path)).status).toBe(200);

  expect(program.output()).toContain('"interview":"xoa-an-tich","question":"result"');
  const metrics = await (await fetch(`${program.url}/metrics`)).text();
  await person.tap("Gửi cho tư vấn viên");
  await person.hears("Kết quả: Theo cách tính này");
  await until("it waits for a counsellor", async () => {
    const queue = (await (await call("GET", "/api/console/queue")).json()) as { items: { reason: string }[] };
    return queue.items[0]?.reason === "asked";
  });
  await program.kill("SIGTERM");
  const kept = readdirSync(program.dataFolder).map((name) => readFileSync(join(program.dataFolder, name)));
  for (const answer of ["2023-05-31", "tháng 5/2023", "man-an", "Mãn án", '"confirming"']) {
    expect(first.output() + program.output() + metrics).not.toContain(answer);
    for (const bytes of kept) expect(bytes.includes(answer)).toBe(false);
  }
});

test("in Messenger a whole interview goes by quick replies, what buttons leave out stands in the text, and nothing is too long", async () => {
  const program = await startProgram({ graphUrl: graph.url });
  const sender = "person-tinh";
  const onPhone = () => graph.delivered.filter(({ recipient }) => recipient.id === sender).map(({ message }) => message);
  let step = 0;
  const answered = async (send: (mid: string) => Promise<unknown>): Promise<SendBody["message"]> => {
    const before = onPhone().length;
    step += 1;
    await send(`${sender}-${step}`);
    await until(`step ${step} is answered`, () => onPhone().slice(before).at(-1)?.quick_replies !== undefined);
    return onPhone().at(-1) ?? { text: "", metadata: "" };
  };
  const write = (text: string) => answered((mid) => postWebhook(program, { sender, mid, text }));
  const tap = async (title: string) => {
    const reply = onPhone()
      .at(-1)
      ?.quick_replies?.find((each) => each.title === title);
    if (reply === undefined)
      throw new Error(
        `no quick reply "${title}" among ${onPhone()
          .at(-1)
          ?.quick_replies?.map((each) => each.title)}`,
      );
    const message = (mid: string) => ({ mid, text: title, quick_reply: { payload: reply.payload } });
    return await answered((mid) =>
      postEvent(program, { sender: { id: sender }, recipient: { id: page }, timestamp: Date.now(), message: message(mid) }),
    );
  };
  await write("muốn được xóa án tích thì phải đủ những điều kiện gì");
  const first = onPhone()
    .at(-1)
    ?.quick_replies?.find(({ payload }) => payload === "pv:xoa-an-tich:tinh");
  const penalty = await tap(first?.title ?? "");
  expect(penalty.text).toContain("2. Án treo: phạt tù nhưng cho ở nhà thử thách");
  expect(penalty.quick_replies?.map(({ title }) => title)).toEqual(
    expect.arrayContaining(["Tù giam", "Án treo", "Thôi, để sau", "Gặp tư vấn viên"]),
  );
  await tap("Tù giam");
  await write("7");
  await tap("Mãn án");
  expect((await write("khoảng tháng 2 năm 2024")).text).toContain("tháng 2/2024, ngày chưa rõ");
  await tap("Đúng");
  await tap("Xong trước khi ra");
  await write("2 nam");
  await tap("Đúng");
  const result = await tap("Không có");
  expect(result.quick_replies?.map(({ title }) => title)).toEqual(["Gửi cho tư vấn viên", "Sửa câu trả lời", "Làm lại"]);
  const said = onPhone().map(({ text }) => text);
  expect(said.every((text) => text.length < 2000)).toBe(true);
  expect(said.join("\n")).toContain("từ sau ngày 28/2/2026 là đã đủ thời gian.");
  expect(said.join("\n")).toMatch(/Điều 70 khoản 2 điểm b Bộ luật Hình sự – http/);
  await program.kill("SIGTERM");
});
