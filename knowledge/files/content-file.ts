import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** Something wrong in the library, where an editor will find it. */
export interface Fault {
  /** Path below the library folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

/** Every content file below `folder`, in a stable order. */
export function readContentFiles(folder: string): readonly ContentFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(yaml|md)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => ({
      path: relative(folder, path).split(sep).join("/"),
      text: readFileSync(path, "utf8")
        .replace(/^\ufeff/, "")
        .replace(/\r\n/g, "\n")
        .normalize("NFC"),
    }));
}

export function versionOf(files: readonly ContentFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.path).update("\0").update(file.text).update("\0");
  return hash.digest("hex").slice(0, 12);
}

/** YAML text as `Schema` has it, or every fault with its line. `firstLine` is where the text starts in its file. */
export function readYaml<Schema extends z.ZodType>(
  source: ContentFile & { readonly firstLine?: number },
  schema: Schema,
): { readonly value: z.output<Schema> } | { readonly faults: readonly Fault[] } {
  const offset = (source.firstLine ?? 1) - 1;
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        file: source.path,
        line: offset + (error.linePos?.[0].line ?? 1),
        message: `YAML: ${error.message.split("\n")[0] ?? error.code}`,
      })),
    };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data };
  return {
    faults: parsed.error.issues.map((issue) => ({
      file: source.path,
      line: offset + lineOf(issue.path),
      message: `${issue.path.join(".") || "file"}: ${issue.message}`,
    })),
  };

  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
      if (Array.isArray(range) && typeof range[0] === "number") return lines.linePos(range[0]).line;
    }
    return 1;
  }
}
