import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LanguageModel, longestWritten, modelFailures, type Prompt } from "../../bot/language-model/language-model.ts";
import type { ModelBehaviour } from "../support/language-model-stub.ts";

export interface OpenedModel {
  readonly model: LanguageModel;
  /** What the server does next. */
  readonly arrange: (behaviour: ModelBehaviour) => void;
  /** Requests it has not been told to give up. */
  readonly underWay: () => number;
  close(): Promise<void>;
}

const prompt: Prompt = { instructions: "Viết lại.", given: { "câu hỏi": 'được không? {x} "y"', "câu trả lời": "Được." } };
const soon = () => AbortSignal.timeout(5_000);

/** What every language model must do; `unserved` says why nothing can be arranged for it. */
export function describeLanguageModel(name: string, open: () => Promise<OpenedModel>, unserved?: string): void {
  describe(`the language model ${name}`, () => {
    let opened: OpenedModel;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    test("a prompt gets a text or one of the named failures", async () => {
      const written = await opened.model.write(prompt, soon());
      if (written.kind === "text") expect(written.text.length).toBeGreaterThan(0);
      else expect(modelFailures).toContain(written.why);
    });

    test("it is named", () => expect(opened.model.name).toMatch(/\S/));

    test("after its deadline it answers nothing but that, at once", async () => {
      const startedAt = performance.now();
      const written = await opened.model.write(prompt, AbortSignal.abort());
      expect(written.kind).toBe("failed");
      expect(performance.now() - startedAt).toBeLessThan(500);
    });

    arranged("what the server says comes out as it is", { kind: "says", text: "Dạ được ạ." }, { kind: "text", text: "Dạ được ạ." });
    arranged(
      "a fence around the answer is taken off",
      { kind: "streams", content: '```json\n{"text":"Dạ."}\n```' },
      { kind: "text", text: "Dạ." },
    );
    for (const status of [400, 401, 404, 429, 500, 502, 503])
      arranged(
        `status ${status} is a refusal`,
        { kind: "answer", status, body: "{}" },
        { kind: "failed", why: "refused", detail: `${status}` },
      );
    arranged(
      "a redirect is not followed",
      { kind: "answer", status: 307, body: "", headers: { location: "/v1/other" } },
      { kind: "failed" },
    );
    const garbled = { kind: "failed", why: "garbled" } as const;
    arranged("an empty text is garbled", { kind: "says", text: "  " }, garbled);
    arranged("an empty stream is garbled", { kind: "streams", content: "" }, garbled);
    arranged("words instead of JSON are garbled", { kind: "streams", content: "I cannot help with that." }, garbled);
    arranged("JSON of another form is garbled", { kind: "streams", content: '{"answer":"Dạ."}' }, garbled);
    arranged("JSON with more than was asked for is garbled", { kind: "streams", content: '{"text":"Dạ.","tool":"rm"}' }, garbled);
    arranged("an answer that breaks off is garbled", { kind: "half-then-end" }, garbled);
    arranged("a text too long is garbled", { kind: "says", text: "x".repeat(longestWritten + 1) }, garbled);
    arranged(
      "a web page is a failure",
      { kind: "answer", status: 200, body: "<html>", headers: { "content-type": "text/html" } },
      { kind: "failed" },
    );
    arranged("ten megabytes are a failure", { kind: "huge" }, garbled);
    arranged("a broken connection is a failure", { kind: "reset" }, { kind: "failed", why: "unreachable" });

    const slow: readonly ModelBehaviour[] = [
      { kind: "hang" },
      { kind: "head-then-hang" },
      { kind: "trickle", text: "Dạ được ạ.", everyMs: 200 },
    ];
    for (const behaviour of slow)
      served(`at its deadline a server that does “${behaviour.kind}” is given up, and the connection with it`, async () => {
        opened.arrange(behaviour);
        const startedAt = performance.now();
        expect(await opened.model.write(prompt, AbortSignal.timeout(400))).toEqual({ kind: "failed", why: "too-slow" });
        expect(performance.now() - startedAt).toBeLessThan(1_500);
        await expect.poll(opened.underWay).toBe(0);
      });

    function served(title: string, run: () => Promise<void>): void {
      if (unserved !== undefined) test.skip(`${title} (skipped: ${unserved})`);
      else test(title, run);
    }

    function arranged(title: string, behaviour: ModelBehaviour, wanted: object): void {
      served(title, async () => {
        opened.arrange(behaviour);
        expect(await opened.model.write(prompt, soon())).toMatchObject(wanted);
      });
    }
  });
}
