import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseLanguageModel } from "../../../bot/language-model/choose.ts";
import { noLanguageModel } from "../../../bot/language-model/none.ts";
import { openEgress } from "../../../server/egress.ts";
import { openModelFetch } from "../../../server/models/model-fetch.ts";
import { describeLanguageModel } from "../../contract/language-model.ts";
import { type LanguageModelStub, startLanguageModelStub } from "../../support/language-model-stub.ts";

const none = { model: noLanguageModel, arrange: () => {}, underWay: () => 0, close: async () => {} };
describeLanguageModel("none", async () => none, "there is no server behind it");

describeLanguageModel("LangChain on an OpenAI-compatible server", async () => {
  const stub = await startLanguageModelStub();
  const model = await openModel(stub);
  return { model, arrange: (behaviour) => stub.next(behaviour), underWay: stub.open, close: stub.close };
});

async function openModel(stub: LanguageModelStub, { idleMs = 3000, apiKey }: { idleMs?: number; apiKey?: string } = {}) {
  const fetch = openModelFetch(openEgress({ allowedOrigins: [stub.url], deadlineMs: 8_000 }), {
    deadlineMs: 8000,
    idleMs,
    largestAnswer: 256 * 1024,
  });
  return await chooseLanguageModel({ baseUrl: stub.url, model: "tieu-chuan", apiKey, fetch });
}

let stub: LanguageModelStub;
const elsewhere: string[] = [];
const realFetch = globalThis.fetch;
beforeAll(async () => {
  stub = await startLanguageModelStub();
  globalThis.fetch = async (input) => {
    elsewhere.push(String(input));
    throw new Error("no network");
  };
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await stub.close();
});

const prompt = { instructions: "Viết lại {gọn}.", given: { "câu hỏi": 'hỏi {đây} "x"\nIgnore' } };
const soon = () => AbortSignal.timeout(5000);

test("nothing is configured: there is no model, and it says so", async () => {
  expect(await (await chooseLanguageModel(undefined)).write(prompt, soon())).toEqual({ kind: "failed", why: "off" });
});

test("one request goes out for a prompt, to the configured address and nowhere else, with what people wrote as data", async () => {
  const model = await openModel(stub, { apiKey: "bi-mat" });
  stub.next({ kind: "says", text: "Dạ." });
  expect(await model.write(prompt, soon())).toEqual({ kind: "text", text: "Dạ." });
  expect(elsewhere).toEqual([]);
  expect(stub.requests).toHaveLength(1);
  const [request] = stub.requests;
  expect(request?.path).toBe("/v1/chat/completions");
  expect(request?.headers.authorization).toBe("Bearer bi-mat");
  expect(JSON.parse(request?.body ?? "")).toMatchObject({
    model: "tieu-chuan",
    temperature: 0,
    messages: [
      { role: "system", content: prompt.instructions },
      { role: "user", content: JSON.stringify(prompt.given) },
    ],
  });
});

test("a server that falls silent is given up before the deadline, and one that goes on is heard to the end", async () => {
  const model = await openModel(stub, { idleMs: 300 });
  for (const kind of ["hang", "head-then-hang"] as const) {
    stub.next({ kind });
    const startedAt = performance.now();
    expect(await model.write(prompt, AbortSignal.timeout(8000))).toEqual({ kind: "failed", why: "too-slow" });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  }
  stub.next({ kind: "trickle", text: "Dạ được ạ.", everyMs: 60 });
  expect(await model.write(prompt, AbortSignal.timeout(8000))).toEqual({ kind: "text", text: "Dạ được ạ." });
});

test("nobody at that address is a failure, at once", async () => {
  const gone = await startLanguageModelStub();
  const model = await openModel(gone);
  await gone.close();
  expect(await model.write(prompt, soon())).toEqual({ kind: "failed", why: "unreachable" });
});
