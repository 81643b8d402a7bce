import { describe, expect, it } from "vitest";
import { antithetic, exponential, Simulation, Stream, streamKey } from "../../src/index.ts";
import { expectInside } from "../support/interval.ts";
import { Mrg32k3a } from "../support/mrg32k3a.ts";

function draws(source: { uniform(): number }, n: number): number[] {
  return Array.from({ length: n }, () => source.uniform());
}

/** The third stream of the package, which its test programs print from. */
const g3 = [1015873554, 1310354410, 2249465273, 994084013, 2912484720, 3876682925] as const;

describe("MRG32k3a, a generator from outside", () => {
  it("gives its published numbers", () => {
    expect(draws(new Mrg32k3a(), 5)).toEqual([
      0.12701112204657714, 0.3185275653967945, 0.3091860155832701, 0.8258468629271136, 0.2216299157820229,
    ]);
    const third = draws(new Mrg32k3a(g3), 101);
    [0.7285097861965, 0.9655872822837, 0.9961841304801, 0.1149884161813, 0.9731454191297].forEach((value, i) => {
      expect(third[i]).toBeCloseTo(value, 12);
    });
    // The published sum of a hundred begins at the second number: the test program had drawn one before.
    expect(third.slice(1).reduce((sum, u) => sum + u, 0)).toBeCloseTo(53.98590159232, 11);
    const integers = new Mrg32k3a();
    expect(Array.from({ length: 35 }, () => integers.integer(1, 10)).reduce((sum, n) => sum + n, 0)).toBe(186);
    expect(integers.uniform()).toBeCloseTo(0.07941673614985, 13);
  });

  it("is sampled by inversion to the last bit, one uniform a draw", () => {
    const [source, same] = [new Mrg32k3a(), new Mrg32k3a()];
    // -2 log(1 - u) of the published uniforms, worked out to 40 digits and rounded.
    expect(Array.from({ length: 5 }, () => exponential(2).sample(source))).toEqual([
      0.27166492650826635, 0.7669989535760411, 0.7397693782299306, 3.495640537413677, 0.5011063625025574,
    ]);
    draws(same, 5);
    expect(source.uniform()).toBe(same.uniform());
  });

  it("drives a queue: Lindley's waits are those of the calendar", () => {
    // W' = max(0, W + S - A) by hand; the calendar must agree to rounding, since it adds up times instead.
    const customers = 200;
    const [gaps, services] = [new Mrg32k3a(), new Mrg32k3a(g3)];
    const [between, service] = [exponential(1.25), exponential(1)];
    const simulation = new Simulation({ seed: "not used" });
    const waits: number[] = [];
    const arrivedAt: number[] = [];
    let freeAt = 0;
    const begins = simulation.eventType("begins", (customer) => {
      waits[customer] = simulation.now - arrivedAt[customer]!;
    });
    const arrives = simulation.eventType("arrives", (customer) => {
      arrivedAt[customer] = simulation.now;
      const at = Math.max(simulation.now, freeAt);
      freeAt = at + service.sample(services);
      simulation.scheduleAt(at, begins, customer);
      if (customer + 1 < customers) simulation.schedule(between.sample(gaps), arrives, customer + 1);
    });
    simulation.schedule(0, arrives, 0);
    simulation.run();

    const [a, s] = [new Mrg32k3a(), new Mrg32k3a(g3)];
    let wait = 0;
    for (let customer = 0; customer < customers; customer++) {
      expect(waits[customer]).toBeCloseTo(wait, 9);
      wait = Math.max(0, wait + service.sample(s) - between.sample(a));
    }
    expect(Math.max(...waits)).toBeGreaterThan(1);
  });
});

describe("antithetic", () => {
  it("mirrors a source, draw by draw", () => {
    const [source, mirrored] = [new Mrg32k3a(), antithetic(new Mrg32k3a())];
    for (let i = 0; i < 100; i++) expect(source.uniform() + mirrored.uniform()).toBe(1);
  });

  it("stays inside the open interval for our own streams", () => {
    const least = { uniform: () => 2 ** -53 };
    expect(antithetic(least).uniform()).toBe(1 - 2 ** -53);
    expect(antithetic(antithetic(least)).uniform()).toBe(2 ** -53);
  });

  it("pairs exponentials of correlation 1 - pi^2 / 6", () => {
    const simulation = new Simulation({ seed: "pairs" });
    const [source, mirrored] = [simulation.stream("gaps"), antithetic(new Stream(streamKey("pairs", 0, "gaps")))];
    const law = exponential(1);
    const products = Array.from({ length: 30 }, () => {
      let sum = 0;
      for (let i = 0; i < 2000; i++) sum += (law.sample(source) - 1) * (law.sample(mirrored) - 1);
      return sum / 2000;
    });
    expectInside(products, 1 - Math.PI ** 2 / 6);
  });
});
