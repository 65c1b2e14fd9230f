import { buildKnowledge, compiledFile, libraryFolder, writeCompiled } from "../knowledge/compiled.ts";

writeCompiled(compiledFile, buildKnowledge(libraryFolder));
// Fills Node's cache of compiled files (prepare.mjs) before the first start.
await import("../server/start.ts");
