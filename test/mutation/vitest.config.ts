import { defineConfig } from "vitest/config";

/** For Stryker: the tests of one source alone. */
export default defineConfig({
  test: {
    include: JSON.parse(process.env.MUTATION_TESTS ?? "[]") as string[],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    isolate: false,
  },
});
