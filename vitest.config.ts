import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "packages/*/test/**/*.test.ts", "examples/**/*.test.ts", "benchmarks/**/*.test.ts"],
    // Replications are long single calls; the machine may be busy. Nothing is asserted about time.
    testTimeout: 60_000,
    pool: "threads",
  },
});
