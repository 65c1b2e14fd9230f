import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/temporary.ts", "test/support/postgres.ts", "test/support/chromium.ts"],
    // Instead of the linter's rule, which takes our `fit` for a focused test.
    allowOnly: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
