import { type RunResult, runReplications } from "@mpp-sim/experiment";
import { summaryText, variantsSummaryText } from "@mpp-sim/report";
import { describe, expect, it } from "vitest";
import { run, runAll, scenarioNamed } from "./scenario-files.ts";

/** Short periods and two replications: exact behaviour is held here, what it means elsewhere. */
const replications = 2;

const scenarios = [
  ["southwest-border-2019", { from: "2019-10-01", until: "2019-10-31" }],
  ["tucson-el-paso-bus", { until: "2019-12-08" }],
  ["tucson-no-bus", { until: "2019-12-08" }],
  ["sasabe-night", { until: "2019-11-24" }],
  ["sasabe-night-no-bus", { until: "2019-11-24" }],
  ["del-rio-limit-50", { until: "2019-11-15" }],
] as const;

const ladders = [
  ["tucson-buses", { until: "2019-12-03" }],
  ["port-list", { until: "2019-12-05" }],
  ["ruling-branches", { until: "2020-01-26" }],
  ["released-in-tucson", { until: "2019-12-20", set: [{ path: "interior.lead", value: "10 days" }] }],
] as const;

/** What a person reads of one run of each kind; of the others the measures are enough. */
const shown: readonly string[] = ["tucson-el-paso-bus", "tucson-buses", "ruling-branches"];

describe("what each scenario gives, to the last bit", () => {
  it.each(scenarios)("%s", async (name, period) => {
    const scenario = scenarioNamed(name, period);
    const result = run(scenario, replications, "golden");
    await expect(valuesOf(result)).toMatchFileSnapshot(`golden/${name}.measures.txt`);
    if (shown.includes(name)) {
      await expect(summaryText(result, scenario, { color: false })).toMatchFileSnapshot(`golden/${name}.golden.txt`);
    }
  });

  it.each(ladders)("%s, each variant by what differs from the reference", async (name, period) => {
    const scenario = scenarioNamed(name, period);
    const result = runAll(scenario, replications, "golden");
    const reference = result.variants.find((variant) => variant.name === result.reference)!;
    const own = new Set(linesOf(reference.result));
    const texts = result.variants.map(({ name, result }) =>
      name === reference.name
        ? `${name}\n${valuesOf(result)}`
        : `${name}\n${textOf(
            result,
            linesOf(result).filter((line) => !own.has(line)),
          )}`,
    );
    await expect(texts.join("\n")).toMatchFileSnapshot(`golden/${name}.measures.txt`);
    if (shown.includes(name)) {
      const text = variantsSummaryText(result, scenario, { color: false });
      await expect(text).toMatchFileSnapshot(`golden/${name}.golden.txt`);
    }
  });
});

it("the summary of a run that was interrupted, to the letter", async () => {
  const scenario = scenarioNamed("del-rio-limit-50", { until: "2019-11-05" });
  let done = 0;
  const result = runReplications({
    parameters: scenario.parameters,
    replications: 5,
    seed: "golden",
    onProgress: (count) => {
      done = count;
    },
    interrupted: () => done === replications,
  });
  await expect(summaryText(result, scenario, { color: false })).toMatchFileSnapshot("golden/incomplete.golden.txt");
});

/** Every measure in which something happened, with its value in each replication, and the fingerprint of the history. */
function valuesOf(result: RunResult): string {
  return textOf(result, linesOf(result));
}

function textOf({ fingerprint }: RunResult, lines: readonly string[]): string {
  return `${lines.join("\n")}\nfingerprint ${fingerprint}\n`;
}

function linesOf({ catalogue, replications }: RunResult): string[] {
  return catalogue.measures.flatMap(({ name }, index) => {
    const values = replications.map(({ measures }) => measures[index] as number);
    // What did not happen or is not defined is left out: it is long, and comes into the file when it does happen.
    return values.every((value) => value === 0 || Number.isNaN(value)) ? [] : [`${name} ${values.join(" ")}`];
  });
}
