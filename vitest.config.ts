import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const everything = ["test/**", "packages/*/test/**", "examples/**", "benchmarks/**"];
const filesNamed = (ending: string): string[] => everything.map((folder) => `${folder}/*${ending}`);

/**
 * Files that take longest, by seconds of a processor. They go first: a clean clone knows no times of earlier runs, and of a long file that
 * begins when the others are done all cores but one wait for its end.
 */
const longest = [
  "questions.slow",
  "factors.slow",
  "scenario-runs.slow",
  "scenarios.golden.slow",
  "resumed.slow",
  "killed.slow",
  "fold.slow",
  "slips.slow",
  "people.slow",
  "catalogue.slow",
  "never-throws.slow",
  "dates.slow",
  "readme.slow",
  "examples.slow",
  "examples-of-commands.slow",
  "faults.slow",
  "program",
  "branches",
  "variants",
  "policy",
].map((name) => `/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    // Only what never ends is a fault: how long a test takes depends on what else the machine does. Nothing is asserted about time.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    pool: "threads",
    // Files that run in one thread share the modules they import: nothing is held at module level, and loading is half of the work.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Unless told, one core is left idle, which on two is half of them.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: filesNamed(".test.ts"),
          exclude: [
            "**/node_modules/**",
            ...["slow", "browser", "cluster"].flatMap((kind) => filesNamed(`.${kind}.test.ts`)),
          ],
        },
      },
      // What is slow by nature, and what needs a browser, or Redis and Slurm, on the machine: `npm run test:slow`.
      { extends: true, test: { name: "slow", include: filesNamed(".slow.test.ts") } },
      { extends: true, test: { name: "browser", include: filesNamed(".browser.test.ts") } },
      { extends: true, test: { name: "cluster", include: filesNamed(".cluster.test.ts") } },
    ],
  },
});
