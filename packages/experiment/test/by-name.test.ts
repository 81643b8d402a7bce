import type { BorderCatalogue, BorderParameters, Extensions, ReplicationResult } from "@mpp-sim/border";
import { describe, expect, it } from "vitest";
import { runReplications, runVariants, type Simulate } from "../src/index.ts";

const names = ["sector.tucson.released", "sector.tucson.released.family", "sector.el-paso.released", "bus.x.boarded"];
const catalogue: BorderCatalogue = {
  measures: names.map((name) => ({ name, unit: "persons", description: "" })),
  series: [],
  days: ["2019-10-01"],
  blocked: [],
};

/** A policy of the tests is the number that it adds to every measure. */
const policy = (added: number) => ({ added }) as unknown as BorderParameters;

/** Measures 0, 1, 2, 3, each one more a replication. */
const simulate: Simulate = (parameters, { replication }): ReplicationResult => ({
  replication,
  status: "complete",
  message: "",
  fingerprint: "0",
  events: 1,
  measures: Float64Array.from(
    names,
    (_, index) => index + replication + (parameters as never as { added: number }).added,
  ),
  daily: new Float64Array(),
  blocked: new Float64Array(),
});

const common = { seed: "s", replications: 3, simulate };
const run = runReplications({ ...common, parameters: policy(0), catalogue });
const variants = ["base", "more", "less"].map((name, index) => ({
  name,
  parameters: policy([0, 10, -10][index]!),
  catalogue,
}));
const compared = runVariants({ ...common, variants, reference: "base" });

describe("an estimate by its name", () => {
  it("is that of the measure", () => {
    expect(run.estimate("sector.el-paso.released")).toBe(run.estimates[2]);
    expect(run.estimate("sector.el-paso.released")).toMatchObject({ n: 3, mean: 3, unit: "persons" });
  });

  it("of a copy is that of the copy", () => {
    const doubled = { ...run, estimates: run.estimates.map((one) => ({ ...one, mean: 2 * one.mean! })) };
    expect(doubled.estimate("bus.x.boarded").mean).toBe(8);
  });

  it.each([
    ["sector.tuscon.released", ' (did you mean "sector.tucson.released"?)'],
    ["tucson.released.family.first", " (nearest: sector.tucson.released.family)"],
    ["released", " (nearest: sector.tucson.released, sector.el-paso.released, sector.tucson.released.family)"],
    ["interview.held", " (the first: sector.tucson.released, sector.tucson.released.family, sector.el-paso.released)"],
  ])("%s: the error tells the nearest names", (name, end) => {
    expect(() => run.estimate(name)).toThrow(new RangeError(`measure must be one of the run, got ${name}${end}`));
  });

  it("of a run without measures has no name to offer", () => {
    const empty = { ...run, estimates: [] };
    expect(() => empty.estimate("x")).toThrow(new RangeError("measure must be one of the run, got x"));
  });
});

describe("of variants", () => {
  it("an estimate is asked for by variant and measure, a difference by the variant compared", () => {
    expect(compared.estimate("more", "bus.x.boarded").mean).toBe(14);
    expect(compared.estimate("base", "bus.x.boarded").mean).toBe(4);
    expect(compared.difference("less", "bus.x.boarded")).toMatchObject({
      variant: "less",
      reference: "base",
      mean: -10,
    });
  });

  it("the error tells what is not there", () => {
    expect(() => compared.estimate("mroe", "bus.x.boarded")).toThrow(
      new RangeError('variant must be one of the run, got mroe (did you mean "more"?)'),
    );
    expect(() => compared.estimate("more", "bus.x.borded")).toThrow('(did you mean "bus.x.boarded"?)');
    expect(() => compared.difference("base", "bus.x.boarded")).toThrow(
      new RangeError("variant compared with the reference must be one of the run, got base (the first: more, less)"),
    );
    expect(() => compared.difference("less", "bus.x.borded")).toThrow('(did you mean "bus.x.boarded"?)');
  });
});

describe("extensions", () => {
  /** The extensions that each simulation was given, in turn. */
  const seen: (Extensions | undefined)[] = [];
  const noting: Simulate = (parameters, options) => {
    seen.push(options.extensions);
    return simulate(parameters, options);
  };
  const own: Extensions = { places: [] };
  const others: Extensions = { places: [] };
  const futures = variants.map((variant) => ({ ...variant, past: [] }));
  const asked = { seed: "s", replications: 1, simulate: noting, reference: "base" };

  it("given once reach every replication, and nothing reaches one where none are given", () => {
    seen.length = 0;
    runReplications({ ...common, simulate: noting, parameters: policy(0), catalogue, extensions: own });
    expect(seen.map((one) => one === own)).toEqual([true, true, true]);
    seen.length = 0;
    runReplications({ ...common, simulate: noting, parameters: policy(0), catalogue });
    expect(seen).toEqual([undefined, undefined, undefined]);
  });

  it("of a variant hold in place of those of the run", () => {
    seen.length = 0;
    const [base, more, less] = variants;
    runVariants({ ...asked, extensions: own, variants: [base!, { ...more!, extensions: others }, less!] });
    expect(seen.map((one) => (one === own ? "own" : one === others ? "others" : "none"))).toEqual([
      "own",
      "others",
      "own",
    ]);
  });

  it("of a future are refused, since its past is run once for several; those of the run are not", () => {
    seen.length = 0;
    runVariants({ ...asked, extensions: own, variants: futures });
    expect(seen.every((one) => one === own)).toBe(true);
    const [base, more] = futures;
    expect(() => runVariants({ ...asked, variants: [base!, { ...more!, extensions: others }] })).toThrow(
      new RangeError("runVariants: futures must have the extensions of the run, got others for more"),
    );
  });
});
