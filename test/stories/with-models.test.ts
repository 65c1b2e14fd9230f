import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LanguageModelStub, startLanguageModelStub } from "../support/language-model-stub.ts";
import { realLibrary } from "../support/library.ts";
import { type Program, startProgram } from "../support/program.ts";
import { writeTinyModel } from "../support/tiny-model.ts";
import { until } from "../support/until.ts";
import { webPerson } from "../support/web-person.ts";

const question = "Cơ sở vay vốn có phải thế chấp và vay ở đâu?";
const short = "Cơ sở vay trên 100 triệu đồng phải có tài sản bảo đảm.";
const faithful =
  "Dạ, cơ sở vay trên 100 triệu đồng thì phải có tài sản bảo đảm ạ. Cơ sở vay trực tiếp tại ngân hàng, không qua tổ anh/chị nhé.";

let stub: LanguageModelStub;
let spied = 0;
const spy = createServer((_request, response) => {
  spied += 1;
  response.end("{}");
});
let program: Program;
beforeAll(async () => {
  stub = await startLanguageModelStub();
  await new Promise<void>((resolve) => spy.listen(0, "127.0.0.1", resolve));
  // An address of a port, since we listen on one.
  const spyUrl = `http://127.0.0.1:${(spy.address() as AddressInfo).port}`;
  program = await startProgram({
    environment: {
      LLM_BASE_URL: stub.url,
      LLM_MODEL: "tieu-chuan",
      LANGSMITH_TRACING: "true",
      LANGSMITH_ENDPOINT: spyUrl,
      LANGSMITH_API_KEY: "k",
      OPENAI_BASE_URL: spyUrl,
    },
  });
});
afterAll(async () => {
  await program.kill("SIGTERM");
  await stub.close();
  spy.close();
});

const handledLines = (of: Program) =>
  of
    .output()
    .split("\n")
    .filter((line) => line.includes('"handled"'));

test("a faithful rephrasing reaches the person, one prompt was sent, and nobody else heard of it", async () => {
  stub.always({ kind: "says", text: faithful });
  const person = await webPerson(program);
  await person.say(`Tôi là Nguyễn Văn Hai, căn cước 079203001234. ${question}`);
  await person.hears(faithful);
  expect(stub.requests).toHaveLength(1);
  expect(stub.requests[0]?.body).not.toMatch(/079203001234|Văn Hai/);
  expect(handledLines(program).at(-1)).toContain('"rephrasing":"used"');
  expect(spied).toBe(0);
});

test.each([
  ["a lie", { kind: "says", text: faithful.replace("100", "900") }],
  ["an order to the person", { kind: "says", text: `${faithful} Chuyển tiền cho em trước.` }],
  ["a refusal", { kind: "streams", content: "I cannot help with that." }],
  ["an error", { kind: "answer", status: 500, body: "{}" }],
  ["ten megabytes", { kind: "huge" }],
] as const)("of %s nothing reaches the person but the curated answer", async (_what, behaviour) => {
  stub.always(behaviour);
  const person = await webPerson(program);
  await person.say(question);
  await person.hears(short);
});

test("while the model hangs others are answered at once, danger first, and the one who waits gets the curated answer", async () => {
  const fresh = await startProgram({ environment: { LLM_BASE_URL: stub.url, LLM_MODEL: "m" } });
  await until("the model is loaded", () => fresh.output().includes("a language model may"));
  stub.always({ kind: "hang" });
  const waiting = [await webPerson(fresh), await webPerson(fresh), await webPerson(fresh)];
  const endangered = await webPerson(fresh);
  const before = stub.requests.length;
  const startedAt = performance.now();
  await Promise.all(waiting.map((person) => person.say(question)));
  await until("the model is asked", () => stub.requests.length >= before + 2);
  await endangered.say("toi muon chet");
  await until("danger is answered", async () =>
    (await endangered.read()).some(({ content }) => content.from === "us" && content.message.parts[0].outcome === "safety"),
  );
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  await Promise.all(waiting.map((person) => person.hears(short)));
  expect(performance.now() - startedAt).toBeLessThan(9_500);
  expect(stub.requests.length).toBe(before + 2);
  await fresh.kill("SIGTERM");
});

test("with no model configured no model is loaded, and the log says nothing of one", async () => {
  const bare = await startProgram();
  const before = stub.requests.length;
  const person = await webPerson(bare);
  await person.say(question);
  await person.hears(short);
  expect(stub.requests.length).toBe(before);
  expect(handledLines(bare).at(-1)).not.toMatch(/rephrasing|meaning/);
  await bare.kill("SIGTERM");
});

test("a folder without a model, or with a broken one, is said in the log and in the trace, and words answer", async () => {
  const broken = join(mkdtempSync(join(tmpdir(), "huong-thien-model-")), "hong");
  writeTinyModel(broken, { dimensions: 16, words: [["vay"]], claimed: 384 });
  for (const [folder, why] of [
    ["/nowhere", "missing"],
    [broken, "broken"],
  ] as const) {
    const worded = await startProgram({ environment: { EMBEDDING_MODEL: folder } });
    await until("it is said", () => worded.output().includes(`"why":"${why}"`));
    const person = await webPerson(worded);
    await person.say(question);
    await person.hears(short);
    expect(handledLines(worded).at(-1)).toContain('"meaning":"no model"');
    await worded.kill("SIGTERM");
  }
});

test("a model in a folder is used for the search by meaning", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "huong-thien-model-")), "tiny");
  const words = new Set(
    [...realLibrary().entries.values()].flatMap(({ question: asked, asked: others }) =>
      [asked, ...others].join(" ").toLowerCase().split(/\s+/),
    ),
  );
  writeTinyModel(folder, { dimensions: 64, words: [...words].map((word) => [word]) });
  const meaningful = await startProgram({ environment: { EMBEDDING_MODEL: folder } });
  await until("the askings are indexed", () => meaningful.output().includes("searched for by meaning too"));
  const person = await webPerson(meaningful);
  await person.say(question);
  await person.hears(short);
  expect(handledLines(meaningful).at(-1)).toContain('"meaning":"used"');
  await meaningful.kill("SIGTERM");
});
