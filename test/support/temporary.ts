import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Everything the tests write goes into one folder, gone when they are done. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "huong-thien-test-"));
  // The database server runs as another user, who must be able to walk through.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
