import { readFileSync } from "node:fs";
import path from "node:path";
import { estimateMean } from "@mpp-sim/experiment";
import { describe, expect, it } from "vitest";
import { daysOf, root, run, runAll, scenarioNamed, valuesOf } from "./scenario-files.ts";

const table = readFileSync(path.join(root, "scenarios/data/sector-month-apprehensions.csv"), "utf8")
  .split("\n")
  .slice(1)
  .map((line) => line.split(","));
const counted = (sector: string, month: string, category?: string): number =>
  table.reduce((sum, [name = "", when, what, count]) => {
    const here = name.toLowerCase().replaceAll(" ", "-") === sector && when === month;
    return here && (category === undefined || category === what) ? sum + Number(count) : sum;
  }, 0);

describe("the base scenario, October 2019, 50 replications", () => {
  const result = run(
    scenarioNamed("southwest-border-2019", { from: "2019-10-01", until: "2019-10-31" }),
    50,
    "october",
  );

  it.each([
    "big-bend",
    "del-rio",
    "el-centro",
    "el-paso",
    "laredo",
    "rio-grande-valley",
    "san-diego",
    "tucson",
    "yuma",
  ])("arrivals in %s are within 3 %% of the table or inside its 99.9 %% interval", (sector) => {
    const published = counted(sector, "2019-10");
    const { mean, halfWidth } = estimateMean(valuesOf(result, `sector.${sector}.arrivals`), 0.999);
    const off = Math.abs(mean! - published);
    expect(off <= 0.03 * published || off <= halfWidth!, `${mean} ± ${halfWidth} of ${published}`).toBe(true);
  });

  it("nobody is lost and no family split", () => {
    expect(result.status).toBe("complete");
    expect(valuesOf(result, "system.balance")).toEqual(Array(50).fill(0));
    expect(valuesOf(result, "system.families-split")).toEqual(Array(50).fill(0));
  });

  it("Tucson's family members rose by a third since May, as the article says", () => {
    const may = run(scenarioNamed("southwest-border-2019", { from: "2019-05-01", until: "2019-05-31" }), 20, "may");
    const inMay = estimateMean(valuesOf(may, "sector.tucson.arrivals.family"), 0.999);
    const inOctober = estimateMean(valuesOf(result, "sector.tucson.arrivals.family"), 0.999);
    expect(Math.abs(inMay.mean! - counted("tucson", "2019-05", "family"))).toBeLessThan(inMay.halfWidth!);
    expect(Math.abs(inOctober.mean! - counted("tucson", "2019-10", "family"))).toBeLessThan(inOctober.halfWidth!);
    expect(inOctober.mean! - inOctober.halfWidth!).toBeGreaterThan(inMay.mean! + inMay.halfWidth!);
  });
});

describe("Tucson with and without its bus, the same people", () => {
  const period = { until: "2019-12-31" };
  const bus = run(scenarioNamed("tucson-el-paso-bus", period), 10, "pair");
  const none = run(scenarioNamed("tucson-no-bus", period), 10, "pair");
  const difference = (name: string): number[] => {
    const without = valuesOf(none, name);
    return valuesOf(bus, name).map((value, replication) => without[replication]! - value);
  };

  it("more are released without it, on every replication", () => {
    expect(Math.min(...difference("sector.tucson.released"))).toBeGreaterThan(0);
    expect(Math.min(...difference("system.released"))).toBeGreaterThan(0);
  });

  it("who arrives does not depend on it", () => {
    for (const what of ["arrivals", "arrivals.family", "arrivals.single-adult"]) {
      expect(difference(`sector.tucson.${what}`)).toEqual(Array(10).fill(0));
    }
  });

  it("the difference is, to the person, that in returns, other exits and people still in custody", () => {
    const others = [
      "system.returned.first",
      "system.exits.detention",
      "system.exits.removal",
      "system.exits.transfer",
      "system.custody.end",
    ].map(difference);
    difference("system.released").forEach((released, replication) => {
      expect(released).toBe(-others.reduce((sum, one) => sum + one[replication]!, 0));
    });
  });
});

describe("Del Rio's limit of 50 a day under synthetic demand", () => {
  const scenario = scenarioNamed("del-rio-limit-50");
  const result = run(scenario, 10, "limit");

  it("is labelled as synthetic", () => {
    expect(scenario.notes.join(" ")).toMatch(/synthetic/);
  });

  it("no local day exceeds it, and it binds on most", () => {
    expect(Math.max(...daysOf(result, "limit.del-rio.used").flat())).toBeLessThanOrEqual(50);
    const days = valuesOf(result, "limit.del-rio.days");
    valuesOf(result, "limit.del-rio.days-binding").forEach((binding, replication) => {
      expect(binding).toBeGreaterThan(days[replication]! / 2);
    });
  });

  it("every unused place is one that a waiting family did not fit into", () => {
    expect(valuesOf(result, "limit.del-rio.unused.no-fit")).toEqual(valuesOf(result, "limit.del-rio.unused"));
    expect(Math.max(...valuesOf(result, "limit.del-rio.unused"))).toBeGreaterThan(0);
  });

  it("nobody is lost and no family split", () => {
    expect(result.status).toBe("complete");
    expect(result.balanceViolations).toBe(0);
  });
});

describe("a ladder of buses from Tucson, the same people", () => {
  const scenario = scenarioNamed("tucson-buses", {
    until: "2019-12-15",
    set: [{ path: "variants.twin", value: "{}" }],
  });
  const result = runAll(scenario, 5, "ladder");
  const of = (variant: string) => result.variants.find(({ name }) => name === variant)!.result;
  const mean = (variant: string, measure: string): number =>
    of(variant).estimates.find(({ name }) => name === measure)!.mean!;

  it("a variant that changes nothing has the history of the scenario as written, and differs by exactly 0", () => {
    expect(of("twin").fingerprint).toBe(of("base").fingerprint);
    const own = result.differences.filter(({ variant }) => variant === "twin");
    expect(own.length).toBe(of("base").estimates.length);
    for (const { n, min, max, distinguishable } of own) {
      expect([n === 0 ? 0 : min, n === 0 ? 0 : max, distinguishable]).toEqual([0, 0, false]);
    }
  });

  it("has the results of each scenario alone", () => {
    expect(of("no-bus").fingerprint).toBe(
      run(scenarioNamed("tucson-no-bus", { until: "2019-12-15" }), 5, "ladder").fingerprint,
    );
  });

  it("who arrives does not depend on it", () => {
    const arrivals = result.differences.filter(({ name }) => /^sector\.[a-z-]+\.arrivals/.test(name));
    expect(arrivals.length).toBeGreaterThan(4 * 9);
    for (const { min, max } of arrivals) expect([min, max]).toEqual([0, 0]);
  });

  it("the more buses, the fewer released", () => {
    const released = ["no-bus", "base", "two-buses", "three-buses"].map((name) => mean(name, "sector.tucson.released"));
    expect(released).toEqual([...released].sort((a, b) => b - a));
    expect(
      result.differences.find(({ variant, name }) => variant === "no-bus" && name === "sector.tucson.released"),
    ).toMatchObject({ distinguishable: true });
  });
});

describe("people released in Tucson, with the bus and without", () => {
  const scenario = scenarioNamed("released-in-tucson", { until: "2019-12-20" });
  const soon = scenarioNamed("released-in-tucson", {
    until: "2019-12-20",
    set: [{ path: "interior.lead", value: "10 days" }],
  });
  const result = runAll(soon, 5, "released");
  const of = (variant: string, measure: string): number[] =>
    valuesOf(result.variants.find(({ name }) => name === variant)!.result, measure);

  it("the bus lowers nights beyond the beds and the number who are never told of their hearing, in every replication", () => {
    for (const what of [
      "shelter.casa-alitas.over-capacity.person-nights",
      "shelter.casa-alitas.occupancy.max",
      "interior.tucson.never-told",
    ]) {
      const [without, withBus] = [of("no-bus", what), of("base", what)];
      without.forEach((persons, replication) => {
        expect(persons, what).toBeGreaterThan(withBus[replication]!);
      });
    }
  });

  it("whoever is summoned is decided, absent for good, or still waits: nothing beyond the period counts as zero", () => {
    const ended = ["in-absentia", "granted", "denied", "closed"].map((how) =>
      of("no-bus", `interior.tucson.ended.${how}`),
    );
    const pending = of("no-bus", "interior.tucson.pending.end");
    expect(of("no-bus", "interior.tucson.summoned")).toEqual(
      pending.map((persons, replication) => ended.reduce((sum, values) => sum + values[replication]!, persons)),
    );
    const late = run(scenario, 2, "released");
    expect(valuesOf(late, "interior.tucson.pending.end").every((persons) => persons > 0)).toBe(true);
  });

  it("follows them without a change to anything before their release", () => {
    const followed = runAll(soon, 2, "same").variants.find(({ name }) => name === "base")!.result;
    const plain = run(scenarioNamed("tucson-el-paso-bus", { until: "2019-12-20" }), 2, "same");
    for (const { name } of plain.catalogue.measures)
      expect(valuesOf(followed, name), name).toEqual(valuesOf(plain, name));
  });
});
