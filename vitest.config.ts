import { defineConfig } from "vitest/config";

const everything = ["test/**", "packages/*/test/**", "examples/**", "benchmarks/**"];

export default defineConfig({
  test: {
    // Replications are long single calls; the machine may be busy. Nothing is asserted about time.
    testTimeout: 60_000,
    // What is packed or bundled before the tests of a file takes its time as well.
    hookTimeout: 60_000,
    pool: "threads",
    // Unless told, one core is left idle, which on two is half of them.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: everything.map((folder) => `${folder}/*.test.ts`),
          exclude: ["**/node_modules/**", "**/*.browser.test.ts"],
        },
      },
      // These need a browser on the machine: `npm test` leaves them out, and says so, where there is none.
      { extends: true, test: { name: "browser", include: everything.map((folder) => `${folder}/*.browser.test.ts`) } },
    ],
  },
});
