import { summaryText, variantsSummaryText } from "@mpp-sim/report";
import { describe, expect, it } from "vitest";
import { run, runAll, scenarioNamed } from "./scenario-files.ts";

/** Short periods and few replications: exact behaviour is held here, what it means elsewhere. */
const scenarios = [
  ["southwest-border-2019", { from: "2019-10-01", until: "2019-11-30" }],
  ["tucson-el-paso-bus", { until: "2019-12-15" }],
  ["tucson-no-bus", { until: "2019-12-15" }],
  ["sasabe-night", { until: "2019-11-24" }],
  ["sasabe-night-no-bus", { until: "2019-11-24" }],
  ["del-rio-limit-50", { until: "2019-11-30" }],
] as const;

const ladders = [
  ["tucson-buses", { until: "2019-12-08" }],
  ["port-list", { until: "2019-12-05" }],
  ["ruling-branches", { until: "2020-01-26" }],
  ["released-in-tucson", { until: "2019-12-20", set: [{ path: "interior.lead", value: "10 days" }] }],
] as const;

describe("the summary of each scenario, to the letter", () => {
  it.each(scenarios)("%s", async (name, period) => {
    const scenario = scenarioNamed(name, period);
    const result = run(scenario, 4, "golden");
    const text = `${summaryText(result, scenario, { color: false })}\nfingerprint ${result.fingerprint}\n`;
    await expect(text).toMatchFileSnapshot(`golden/${name}.golden.txt`);
  });

  it.each(ladders)("%s, side by side", async (name, period) => {
    const scenario = scenarioNamed(name, period);
    const result = runAll(scenario, 4, "golden");
    const text = `${variantsSummaryText(result, scenario, { color: false })}\nfingerprint ${result.fingerprint}\n`;
    await expect(text).toMatchFileSnapshot(`golden/${name}.golden.txt`);
  });
});
