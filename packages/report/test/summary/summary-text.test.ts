import { describeBorder } from "@mpp-sim/border";
import { foldMeasures } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summaryText } from "../../src/index.ts";
import { summarySections } from "../../src/summary/sections.ts";
import { viewSections } from "../../src/summary/views.ts";
import { datedLimit, fakeRun, fakeScenario, withMeasure } from "../fake-run.ts";

const run = fakeRun({ days: 100, replications: 50 });
const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g");
const text = (result = run, scenario = fakeScenario) => summaryText(result, scenario, { color: false });

describe("the summary", () => {
  it("is the same text with colour and without", () => {
    const coloured = summaryText(run, fakeScenario, { color: true });
    expect(coloured).toMatch(escapes);
    expect(coloured.replace(escapes, "")).toBe(text());
  });

  it("is at most 100 columns wide, and no text of the scenario can command the terminal", () => {
    const words = fc.array(fc.string({ maxLength: 30, unit: "binary-ascii" })).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 3 }), (name, question, notes) => {
        const written = text(run, { ...fakeScenario, name, question, notes });
        expect(written.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
        for (const line of written.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 25 },
    );
  });

  it("gives causes of release largest first and leaves out those that did not occur", () => {
    const lines = text().split("\n");
    const released = lines.findIndex((line) => line.startsWith("  released "));
    expect(lines.slice(released + 1, released + 5).map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      "no seat on the bus before the custody limit",
      "nationality is not returned",
      "found at risk",
      "no bus leaving before the custody limit",
    ]);
    expect(text()).not.toContain("exempt");
  });

  it("names those released after a hearing beside the others, where there are any", () => {
    const row = /^ {2}released +30,\d+ ± \d+\n {2}also released, after a hearing +4\d(\.\d)? ± /m;
    const everywhere: Scenario = { ...fakeScenario, focus: {} };
    const inView = (result: typeof run): readonly string[] =>
      viewSections(result, fakeScenario).flatMap(({ rows }) => rows.map(({ label }) => label));
    expect(text()).toMatch(row);
    expect(text(run, everywhere)).toMatch(row);
    expect(inView(run)).toContain("also released, after a hearing, all sectors");
    const none = withMeasure(run, "system.released.after-hearing", [0]);
    expect(text(none)).not.toContain("also released");
    expect(text(none, everywhere)).not.toContain("also released");
    expect(inView(none).join()).not.toContain("also released");
  });

  it("an undefined figure is none, with why", () => {
    const none = withMeasure(run, "bus.tucson-el-paso.load-factor", [Number.NaN]);
    expect(text(none)).toMatch(/seats taken +none \(no bus left\)\n/);
    const stays = ["hours.median", "hours.p95", "over-limit.share"].map((what) => `sector.el-paso.custody.${what}`);
    const empty = stays.reduce((before, name) => withMeasure(before, name, [Number.NaN]), run);
    expect(text(empty)).toMatch(/all held at El Paso +none \(none ended in the period\)\n/);
    expect(text(empty)).not.toContain("NaN");
  });

  it("a figure defined in fewer replications says in how many", () => {
    const some = withMeasure(run, "bus.tucson-el-paso.load-factor", [0.5, Number.NaN]);
    expect(text(some)).toMatch(/seats taken +50 ± 0 % \(n = 25\)\n/);
  });

  it("ranks by people diverted beside the hours where the two differ, and only there", () => {
    expect(text()).toContain("By people who left the pathway while they waited, the order is: a seat on the bus");
    const agreeing = run.bottlenecks.filter(({ constraint }) => constraint === "seat" || constraint === "agent");
    expect(text({ ...run, bottlenecks: agreeing })).not.toContain("By people who left");
  });

  it("holds the measures in focus alone, under the words they have or by name", () => {
    const measures = ["interview.el-paso.held", "sector.tucson.journey.over-limit.share", "sector.tucson.released"];
    const written = text(run, { ...fakeScenario, focus: { ...fakeScenario.focus, measures } });
    const [figures = ""] = written.split("Where people");
    const lines = figures.split("\n").filter((line) => /^ {2}.* ± /.test(line));
    expect(lines.map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      "released",
      "whole journey, over 72 h",
      "interview.el-paso.held",
    ]);
  });

  it("holds measures asked for besides after all it holds anyway, each once", () => {
    const asked = ["interview.el-paso.held", "sector.tucson.released", "sector.tucson.arrivals.family"];
    const titles = (written: string): string[] => written.split("\n").filter((line) => /^[A-Z]/.test(line));
    const written = text(run, { ...fakeScenario, focus: { ...fakeScenario.focus, also: asked } });
    const [before, after] = [titles(text()), titles(written)];
    expect(after.filter((title) => !before.includes(title))).toEqual(["Measures by name"]);
    const [, named = ""] = written.split("Measures by name\n");
    const lines = named.split("\n\n")[0]!.split("\n");
    expect(lines.map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      "interview.el-paso.held",
      "sector.tucson.arrivals.family",
    ]);
    const alone = { ...fakeScenario.focus, measures: ["sector.tucson.released"], also: asked };
    expect(text(run, { ...fakeScenario, focus: alone })).toContain("  sector.tucson.arrivals.family");
  });

  it("names the custody limit by its hours only where it never changes", () => {
    expect(text()).toMatch(/ over 72 h\n/);
    expect(text(run, datedLimit)).toMatch(/ over the custody limit\n/);
    expect(text(run, datedLimit)).not.toContain("72 h");
  });

  it("says so when nobody waited", () => {
    expect(text({ ...run, bottlenecks: [] })).toContain("  Nobody waited.\n");
  });

  it("leads with the reason when a run failed before its first replication, and shows no figure", () => {
    const reason = "replication 0 failed: seats must be positive, got 0; 0 of 50 replications finished";
    const failed = { ...run, status: "failed", stoppedBy: "error", reason, replicationsDone: 0 } as const;
    expect(text(failed).replaceAll("\n", " ")).toMatch(
      `Failed: ${reason}. There are no figures.  Tucson to El Paso by bus `,
    );
    expect(text(failed)).toContain("0 of 50 replications");
    expect(text(failed)).not.toContain("arrived");
  });
});

describe("measures", () => {
  it("the model reports every figure that summary and views ask for", () => {
    const catalogue = describeBorder(fakeScenario.parameters);
    const one = { ...run.replications[0]!, measures: new Float64Array(catalogue.measures.length).fill(1) };
    const real = { ...run, catalogue, estimates: foldMeasures(catalogue, [one]) };
    const labels = (result: typeof run) =>
      [...summarySections(result, fakeScenario), ...viewSections(result, fakeScenario)].map(({ title, rows }) => ({
        title,
        rows: rows.filter(({ part }) => !part).map(({ label }) => label),
      }));
    expect(labels(real)).toMatchObject(labels(run));
  });
});
