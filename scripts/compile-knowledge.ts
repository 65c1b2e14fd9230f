import { buildKnowledge, compiledFile, libraryFolder, writeCompiled } from "../knowledge/compiled.ts";

writeCompiled(compiledFile, buildKnowledge(libraryFolder));
