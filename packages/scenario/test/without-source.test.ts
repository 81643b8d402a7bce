import { describe, expect, it } from "vitest";
import { head, loadText } from "./read-scenarios.ts";

describe("what a scenario rests on is listed", () => {
  it("lists what is given on the command line in place of a sourced value", () => {
    const path = "sectors.tucson.eligibility.discretion.family";
    const { sourced } = loadText(head, { set: [{ path, value: "80 %" }] }).scenario!;
    expect(sourced.filter((value) => value.path === path)).toEqual([
      { path, text: "80 %", source: "", grade: "given", range: "", note: "", origin: "--set" },
    ]);
  });

  /** What is listed without a source: grade, path, value and origin. */
  const withoutSource = (text: string, set: { path: string; value: string }[] = []): string[] =>
    loadText(head + text, { set })
      .scenario!.sourced.filter(({ source }) => source === "")
      .map(({ grade, path, text, origin }) => `${grade} ${path}: ${text} (${origin})`);

  it("lists what it writes without a source, each value of a calendar and of the policy at its date", () => {
    const text = [
      "returnLimits: { laredo: { limit: 7/day }, el-paso: { limit: { before: 200/day, 2019-11-25: 13/day } } }",
      "sectors: { tucson: { processing: { time: { family: { lognormal: { mean: 2 h, cv: 0.5 } } } } } }",
      "policy:",
      "  - { on: 2019-11-27, close: brownsville, whenClosed: hold }",
      "  - { on: 2019-11-28, set: { sectors.tucson.custody.limit: 48 h } }",
      "  - { on: 2019-11-29, set: { returnLimits.laredo.limit: { value: 9/day, source: assumption, range: [1/day, 20/day] } } }",
    ].join("\n");
    expect(withoutSource(text)).toEqual([
      "unsourced sectors.tucson.custody.limit.2019-11-28: 48 h (scenarios/x.yaml:8)",
      "unsourced sectors.tucson.processing.time.family: { lognormal: { mean: 2 h, cv: 0.5 } } (scenarios/x.yaml:5)",
      "unsourced returnPoints.brownsville.whenClosed.2019-11-27: hold (scenarios/x.yaml:7)",
      "unsourced returnPoints.brownsville.open.2019-11-27: no (scenarios/x.yaml:7)",
      "unsourced returnLimits.el-paso.limit.before: 200/day (scenarios/x.yaml:4)",
      "unsourced returnLimits.el-paso.limit.2019-11-25: 13/day (scenarios/x.yaml:4)",
      "unsourced returnLimits.laredo.limit.before: 7/day (scenarios/x.yaml:4)",
    ]);
  });

  it("lists no definition, no name and nothing of the run as without a source", () => {
    const text = [
      "question: what?",
      "period: { from: 2019-11-22, to: 2019-12-15 }",
      "start: empty",
      "experiment: { replications: 3 }",
      "focus: { sector: laredo }",
      "sectors: { laredo: { pathways: [{ points: { laredo: 0 h } }] } }",
    ].join("\n");
    expect(withoutSource(text)).toEqual([]);
    expect(withoutSource(text.replace("0 h", "1 h"))).toEqual([
      "unsourced sectors.laredo.pathways[0].points: { laredo: 1 h } (scenarios/x.yaml:9)",
    ]);
  });

  it("lists what variants write without a source, and how likely futures are said to be", () => {
    expect(withoutSource("variants: { fewer: { returnLimits: { laredo: { limit: 7/day } } } }")).toEqual([
      "unsourced variants.fewer.returnLimits.laredo.limit: 7/day (scenarios/x.yaml:4)",
    ]);
    const branch = "a: { probability: 40 % }, b: { probability: 60 %, close: laredo }";
    expect(withoutSource(`policy: [{ on: 2020-01-06, branch: { ${branch} } }]`)).toEqual([
      "unsourced policy[0].branch.a.probability: 40 % (scenarios/x.yaml:4)",
      "unsourced policy[0].branch.b.probability: 60 % (scenarios/x.yaml:4)",
      "unsourced futures.b.returnPoints.laredo.open.2020-01-06: no (scenarios/x.yaml:4)",
    ]);
  });

  it("lists calendars and distributions of the command line as given on it, and no sources that stand there", () => {
    const [limit, time] = ["returnLimits.laredo.limit", "sectors.tucson.processing.time.family"];
    expect(
      withoutSource("", [
        {
          path: limit,
          value: "{ before: 7/day, 2019-11-25: { value: 9/day, source: assumption, range: [1/day, 20/day] } }",
        },
        { path: time, value: "{ lognormal: { mean: 2 h, cv: 0.5 } }" },
      ]),
    ).toEqual([`given ${time}: { lognormal: { mean: 2 h, cv: 0.5 } } (--set)`, `given ${limit}.before: 7/day (--set)`]);
  });
});
