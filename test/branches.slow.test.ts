import { describe, expect, it } from "vitest";
import { run, runAll, scenarioNamed, valuesOf } from "./scenario-files.ts";

describe("M22: a ruling with two outcomes, on the whole border", () => {
  const scenario = scenarioNamed("ruling-branches", { until: "2020-01-26" });
  const result = runAll(scenario, 2, "ruling");
  const of = (future: string) => result.variants.find(({ name }) => name === future)!.result;

  it("M22 each future is what the scenario with that outcome alone is", () => {
    const alone = scenario.variants.map((future) => run(future.scenario, 2, "ruling").fingerprint);
    expect(result.variants.map(({ result }) => result.fingerprint)).toEqual(alone);
    expect(of("stay").fingerprint).toBe(run(scenario, 2, "ruling").fingerprint);
    expect(of("injunction").fingerprint).not.toBe(of("stay").fingerprint);
  });

  it("M22 nobody is returned for the first time after the injunction, and days before it are the same in both", () => {
    const daily = (future: string) => of(future).daily.filter(({ measure }) => measure === "system.returned.first");
    const isAfter = (date: string) => date >= "2020-01-13";
    expect(daily("injunction").filter(({ date, mean }) => isAfter(date) && mean !== 0)).toEqual([]);
    expect(daily("stay").filter(({ date, mean }) => isAfter(date) && mean! > 0).length).toBeGreaterThan(10);
    expect(daily("injunction").filter(({ date }) => !isAfter(date))).toEqual(
      daily("stay").filter(({ date }) => !isAfter(date)),
    );
  });

  it("M22 the mixture weighs both by their probability, replication by replication", () => {
    const name = "system.released";
    const [stay, injunction] = ["stay", "injunction"].map((future) => valuesOf(of(future), name));
    const means = stay!.map((value, replication) => 0.65 * value + 0.35 * injunction![replication]!);
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    const mixed = result.mixture!.find((one) => one.name === name)!;
    expect(mixed.mean).toBeCloseTo(mean, 6);
    expect(mixed.max).toBe(Math.max(...injunction!));
    expect(result.mixture!.find((one) => one.name === "system.balance")).toMatchObject({ min: 0, max: 0 });
  });
});
