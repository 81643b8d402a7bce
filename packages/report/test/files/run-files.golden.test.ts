import { expect, it } from "vitest";
import { bottlenecksJson, dailyCsv, replicationsCsv, resultJson, summaryJson } from "../../src/index.ts";
import { fakeRun, fakeScenario, withMeasure } from "../fake-run.ts";

const run = withMeasure(fakeRun({ days: 3, replications: 3 }), "bus.tucson-el-paso.load-factor", [Number.NaN]);

it.each([
  ["summary.json", () => summaryJson(run)],
  ["replications.csv", () => [...replicationsCsv(run)].join("")],
  ["daily.csv", () => dailyCsv(run)],
  ["bottlenecks.json", () => bottlenecksJson(run)],
  ["result.json", () => resultJson(run, fakeScenario, { directory: "runs/tucson" })],
])("%s is as recorded", async (file, write) => {
  const text = write();
  expect(write()).toBe(text);
  await expect(text).toMatchFileSnapshot(`../golden/${file}`);
});
