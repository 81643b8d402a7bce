import type { RunResult } from "@mpp-sim/experiment";
import { expect, it } from "vitest";
import { summaryText } from "../../src/index.ts";
import { fakeRun, fakeScenario, withMeasure } from "../fake-run.ts";

const run = fakeRun({ days: 100, replications: 50 });
const undefinedBus = ["trips", "load-factor", "wait.hours.median"].reduce<RunResult>(
  (before, what) => withMeasure(before, `bus.tucson-el-paso.${what}`, [what === "trips" ? 0 : Number.NaN]),
  run,
);
const truncated: RunResult = {
  ...fakeRun({ days: 100, replications: 1 }),
  replicationsAsked: 50,
  status: "truncated",
  stoppedBy: "interruption",
  reason: "interrupted: 1 of 50 replications finished",
};
const unbalanced: RunResult = {
  ...withMeasure(run, "system.balance", [0, 3]),
  status: "failed",
  stoppedBy: "imbalance",
  reason: "people do not balance in 25 of 50 replications",
  balanceViolations: 25,
};
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
