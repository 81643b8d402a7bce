import { describe, expect, it } from "vitest";
import { scenarioJsonSchema } from "../src/index.ts";
import { loadScenario } from "../src/index.ts";
import { readerOf } from "./read-scenarios.ts";

describe("what is written about a scenario", () => {
  it("the effective scenario, every value with its origin", async () => {
    const { scenario } = loadScenario("scenarios/tucson-no-bus.yaml", readerOf());
    const tucson = scenario!.resolved.slice(scenario!.resolved.indexOf("\n  tucson:"), scenario!.resolved.indexOf("\n  yuma:"));
    await expect(tucson).toMatchFileSnapshot("golden/tucson.resolved.golden.yaml");
  });

  it("the schema that editors read", async () => {
    await expect(`${JSON.stringify(scenarioJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot("../../../scenarios/scenario.schema.json");
  });
});
