import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { errorTable } from "../server/errors.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const documents = [
  "README.md",
  "README.vi.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...readdirSync(at("docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

test("docs/errors.md and the table of codes agree", () => {
  const written = [...readFileSync(at("docs/errors.md"), "utf8").matchAll(/^\| `([a-z-]+)`/gm)].map((match) => match[1]);
  expect(written).toEqual(Object.keys(errorTable));
});

test("every path, link and script a document names is there", () => {
  const { scripts } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  for (const document of documents) {
    const text = readFileSync(at(document), "utf8");
    const folder = document.includes("/") ? "docs/" : "";
    for (const [, link = ""] of text.matchAll(/\]\(([^)#]+)\)/g))
      if (!link.includes("://")) expect(existsSync(at(folder + link)), `${document}: ${link}`).toBe(true);
    for (const [, path = ""] of text.matchAll(/(?<![\w/.-])((?:knowledge|bot|server|web|scripts|test|docs)\/[\w./-]*[\w/])/g))
      expect(existsSync(at(path)), `${document}: ${path}`).toBe(true);
    for (const [, script = ""] of text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g))
      expect(scripts, `${document}: npm run ${script}`).toHaveProperty(script);
  }
});

test("README stays short enough to be read", () => {
  for (const document of ["README.md", "README.vi.md"])
    expect(readFileSync(at(document), "utf8").split("\n").length).toBeLessThanOrEqual(80);
});

test("each line of the security list has its own number and says how it is seen, why it does not apply, or that it is not met", () => {
  const rows = [...readFileSync(at("docs/asvs.md"), "utf8").matchAll(/^\| ([\d., ]+) \| .* \| (.*) \|$/gm)];
  const ids = rows.flatMap(([, written = ""]) => written.split(", "));
  expect(ids.length).toBeGreaterThan(100);
  expect(ids.filter((id) => !/^\d+\.\d+\.\d+$/.test(id))).toEqual([]);
  expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
  for (const [line, , seen = ""] of rows)
    expect(seen, line).toMatch(
      /`(?:test|server|docs)\/[\w./-]+`|\]\(\w+\.md\)|does not apply|not met|by rule|partly|left to|rule:|lock file|reader/,
    );
  for (const [, path = ""] of readFileSync(at("docs/asvs.md"), "utf8").matchAll(/`(test\/[^`]+)`/g))
    expect(existsSync(at(path)), path).toBe(true);
});
