import { z } from "zod";
import { failed, type LanguageModel, longestWritten, type Prompt, type Written } from "./language-model.ts";

export interface LangchainSettings {
  /** Address of an OpenAI-compatible API, with its version: "http://localhost:11434/v1". */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | undefined;
  /** Every request goes through it. */
  readonly fetch: typeof fetch;
}

const Answer = z.strictObject({ text: z.string().trim().min(1).max(longestWritten) });
const { $schema: _, ...answerSchema } = z.toJSONSchema(Answer);
const responseFormat = { type: "json_schema", json_schema: { name: "answer", strict: true, schema: answerSchema } };

const longestStream = 4 * longestWritten;
const mostTokens = 800;

/** Any OpenAI-compatible server by way of LangChain, which is loaded here and nowhere else. */
export async function langchainModel({ baseUrl, model, apiKey, fetch }: LangchainSettings): Promise<LanguageModel> {
  const { initChatModel } = await import("langchain");
  const chat = await initChatModel(model, {
    modelProvider: "openai",
    // A local server may have no key, but the client insists on one.
    apiKey: apiKey ?? "none",
    temperature: 0,
    maxTokens: mostTokens,
    maxRetries: 0,
    streamUsage: false,
    useResponsesApi: false,
    configuration: { baseURL: baseUrl, fetch, maxRetries: 0, organization: null, project: null },
  });
  return {
    name: model,
    async write(prompt, deadline) {
      try {
        // Streamed, so that a silent server is told from a slow one; and because LangChain counts tokens over the network otherwise.
        const options = { signal: deadline, response_format: responseFormat };
        const stream = await chat.stream(messagesOf(prompt), options);
        return readAnswer(await collect(stream));
      } catch (fault) {
        return deadline.aborted ? failed("too-slow") : failureOf(fault);
      }
    },
  };
}

function messagesOf({ instructions, given }: Prompt): { role: string; content: string }[] {
  return [
    { role: "system", content: instructions },
    { role: "user", content: JSON.stringify(given) },
  ];
}

async function collect(stream: AsyncIterable<{ readonly content: unknown }>): Promise<string> {
  let written = "";
  for await (const { content } of stream) {
    if (typeof content === "string") written += content;
    if (written.length > longestStream) break;
  }
  return written;
}

function readAnswer(written: string): Written {
  const bare = written.trim().replace(/^```(?:json)?\s*([\s\S]*?)\s*```$/u, "$1");
  try {
    const parsed = Answer.safeParse(JSON.parse(bare));
    return parsed.success ? { kind: "text", text: parsed.data.text } : failed("garbled");
  } catch {
    // Not JSON: a model that does not keep to the form asked for.
    return failed("garbled");
  }
}

/** What kind of failure it was; the fault's own words may quote the prompt. */
function failureOf(fault: unknown): Written {
  const causes = causesOf(fault);
  const status = causes.map((cause) => ("status" in cause ? cause.status : undefined)).find((value) => typeof value === "number");
  if (status !== undefined) return failed("refused", String(status));
  const names = causes.map(({ name }) => name);
  if (names.includes("TimeoutError") || names.includes("APIConnectionTimeoutError")) return failed("too-slow");
  if (names.includes("AnswerTooLarge") || names.includes("SyntaxError")) return failed("garbled");
  return failed("unreachable");
}

function causesOf(fault: unknown): readonly Error[] {
  return fault instanceof Error ? [fault, ...causesOf(fault.cause)] : [];
}
