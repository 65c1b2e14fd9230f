import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = ["server", "bot", "knowledge"].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith(".ts"))
    .map((item) => relative(root, join(item.parentPath, item.name))),
);

/** Whatever opens a connection without a library that has its own door. Types, and `createServer`, call nobody. */
const waysOut: Readonly<Record<string, RegExp>> = {
  "fetch is called": /(?<![\w.])fetch\s*\(/,
  "fetch is handed on from the global object": /\b(?:globalThis|global|self)\s*\.\s*fetch\b|\bfetch\b(?=\s*[,}].*=\s*globalThis)/,
  "a socket or a stream of events": /\bnew\s+(?:WebSocket|EventSource|XMLHttpRequest)\b/,
  "node's own clients": /(?:from|import\(|require\()\s*"(?:node:)?(?:https|http2|net|tls|dgram|undici)"/,
  "requests of node:http":
    /import\s*\{[^}]*\b(?:request|get|Agent|ClientRequest)\b[^}]*\}\s*from\s*"(?:node:)?http"|\b(?:import|require)\(\s*"(?:node:)?http"|import\s+(?:\*\s+as\s+)?\w+\s+from\s*"(?:node:)?http"/,
};

function waysIn(text: string): readonly string[] {
  return Object.entries(waysOut).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []));
}

/** `import type { AddressInfo } from "node:net"` opens nothing. */
const withoutTypes = (text: string) => text.replaceAll(/^import type [^;]*;$/gm, "");

test("the egress is the only file that opens a connection to another host", () => {
  expect(sources.length).toBeGreaterThan(150);
  const found = sources.filter((path) => waysIn(withoutTypes(readFileSync(join(root, path), "utf8"))).length > 0);
  expect(found).toEqual(["server/egress.ts"]);
});

test.each([
  'const answer = await fetch("https://example.com");',
  "const call = globalThis.fetch;",
  'import { request } from "node:http";',
  'import { createServer, request as ask } from "node:http";',
  'import http from "http";',
  'import { request } from "node:https";',
  'import { connect } from "node:net";',
  'const { connect } = await import("node:tls");',
  'const line = new WebSocket("wss://example.com");',
])("a planted way out is seen: %s", (line) => {
  expect(waysIn(withoutTypes(`${line}\n`))).not.toEqual([]);
});
