import { fields, moves } from "../../server/http/tools/sent-step.ts";

/** A page of a calculator as a reader without script has it: its words, its hidden fields, its buttons. */
export interface ToolPage {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** The values of its buttons. */
  readonly buttons: readonly string[];
  readonly ticks: readonly string[];
  /** Names of the fields one writes into. */
  readonly writes: readonly string[];
  /** Presses a button, with what was written. */
  press(button: string, written?: readonly (readonly [string, string])[]): Promise<ToolPage>;
}

export async function openTool(address: string, headers: Readonly<Record<string, string>> = {}): Promise<ToolPage> {
  return await send(address, headers, [[fields.move, moves.begin]]);
}

async function send(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: readonly (readonly [string, string])[],
): Promise<ToolPage> {
  const response = await fetch(address, { method: "POST", headers, body: new URLSearchParams(body.map(([name, value]) => [name, value])) });
  const html = await response.text();
  const values = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value = ""]) => withoutEntities(value));
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = "", value = ""]) => [name, withoutEntities(value)] as const,
  );
  return {
    status: response.status,
    html,
    headers: response.headers,
    buttons: values(/<button[^>]* name="nut" value="([^"]*)"/g),
    ticks: values(/<input type="checkbox"[^>]* name="muc" value="([^"]*)"/g),
    writes: values(/<input (?!type)[^>]*name="([^"]*)"/g),
    press: (button, written = []) => send(address, headers, [...hidden, ...written, [fields.move, button]]),
  };
}

function withoutEntities(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}
