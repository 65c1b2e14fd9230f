import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lawyerReview } from "../knowledge/check/lawyer-review.ts";
import { loadLibrary } from "../knowledge/load.ts";

const loaded = loadLibrary(fileURLToPath(new URL("../knowledge/library", import.meta.url)));
if (loaded.kind === "faulty") {
  console.error("the library has faults: npm run check-knowledge names them");
  process.exit(1);
}
writeFileSync(new URL("../docs/lawyer-review.md", import.meta.url), lawyerReview(loaded.library));
console.log("docs/lawyer-review.md written");
