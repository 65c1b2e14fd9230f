import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";

function read(environment: Record<string, string>) {
  return readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), "huong-thien-config-")), ...environment });
}

test("without settings for them there are no models", () => {
  for (const environment of [{}, { LLM_BASE_URL: "", LLM_MODEL: "", LLM_API_KEY: "", EMBEDDING_MODEL: "" }]) {
    expect(read(environment)).toMatchObject({ kind: "config", config: { languageModel: undefined, embeddingModel: undefined } });
  }
});

test("a local server needs no key, one far away needs https", () => {
  const local = { LLM_BASE_URL: "http://localhost:11434/v1/", LLM_MODEL: "qwen" };
  expect(read(local)).toMatchObject({
    config: { languageModel: { baseUrl: "http://localhost:11434/v1", model: "qwen", apiKey: undefined } },
  });
  for (const LLM_BASE_URL of [
    "http://ollama:11434/v1",
    "http://127.0.0.1/v1",
    "http://10.1.2.3/v1",
    "http://[::1]:80/v1",
    "https://api.example.com/v1",
  ])
    expect(read({ ...local, LLM_BASE_URL }), LLM_BASE_URL).toMatchObject({ kind: "config" });
  for (const LLM_BASE_URL of [
    "http://api.example.com/v1",
    "http://8.8.8.8/v1",
    "http://10.example.com/v1",
    "http://localhost.example.com/v1",
  ])
    expect(read({ ...local, LLM_BASE_URL }), LLM_BASE_URL).toMatchObject({
      kind: "faulty",
      faults: [expect.stringContaining("https only")],
    });
});

test.each([{ LLM_BASE_URL: "http://localhost:1/v1" }, { LLM_MODEL: "m" }, { LLM_API_KEY: "k" }, { LLM_MODEL: "m", LLM_API_KEY: "k" }])(
  "half of the settings, as in %o, is a fault",
  (environment) => expect(read(environment)).toMatchObject({ kind: "faulty", faults: [expect.stringContaining("LLM_BASE_URL")] }),
);
