import type { RunResult } from "@mpp-sim/experiment";
import { expect, it } from "vitest";
import { summaryText } from "../../src/index.ts";
import { run, truncated, unbalanced } from "../ended-runs.ts";
import { fakeScenario, withMeasure } from "../fake-run.ts";

const undefinedBus = ["trips", "load-factor", "wait.hours.median"].reduce<RunResult>(
  (before, what) => withMeasure(before, `bus.tucson-el-paso.${what}`, [what === "trips" ? 0 : Number.NaN]),
  run,
);
const everywhere = { ...fakeScenario, focus: {} };

it.each([
  ["summary.txt", () => summaryText(run, fakeScenario, { color: false })],
  ["summary-colour.txt", () => summaryText(run, fakeScenario, { color: true })],
  ["summary-no-bus.txt", () => summaryText(undefinedBus, fakeScenario, { color: false })],
  ["summary-truncated.txt", () => summaryText(truncated, fakeScenario, { color: false })],
  ["summary-unbalanced.txt", () => summaryText(unbalanced, fakeScenario, { color: false })],
  ["summary-all-sectors.txt", () => summaryText(run, everywhere, { color: false })],
])("%s is as recorded", async (file, write) => {
  const text = write();
  expect(write()).toBe(text);
  await expect(text).toMatchFileSnapshot(`../golden/${file}`);
});
