import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { formatDiagnostic, loadScenario, type ScenarioReader } from "../src/index.ts";

const answer = `answer:
  measure: sector.el-paso.released.family
  claim: lower
  against: { returnLimits.el-paso.limit: 0/day }
`;

const ranged = smallBorder.replace(
  "acceptance: 60 %",
  "acceptance: { value: 60 %, source: assumption, range: [40 %, 80 %] }",
);

function load(text: string, more: Readonly<Record<string, string>> = {}) {
  const files: Readonly<Record<string, string>> = { "x.yaml": text, ...more };
  const reader: ScenarioReader = {
    read: (reference) =>
      files[reference] === undefined
        ? { file: reference, problem: "does not exist" }
        : { file: reference, text: files[reference] },
  };
  const { scenario, diagnostics } = loadScenario("x.yaml", reader);
  return { scenario, said: diagnostics.map(formatDiagnostic) };
}

describe("what a question asks", () => {
  it("is read, with what it names found", () => {
    const { scenario, said } = load(
      `${ranged}${answer}  counts: Family members released\n  label: with nobody returned\n  matters: 10 %\n  assumptions: [cities.ciudad-juarez.shelters.acceptance]\n`,
    );
    expect(said.filter((line) => line.includes("answer"))).toEqual([]);
    expect(scenario!.answer).toEqual({
      measure: "sector.el-paso.released.family",
      counts: "Family members released",
      claim: "lower",
      against: { kind: "settings", set: [{ path: "returnLimits.el-paso.limit", value: "0/day" }] },
      label: "with nobody returned",
      matters: 0.1,
      assumptions: [{ path: "cities.ciudad-juarez.shelters.acceptance", factor: scenario!.factors[0] }],
    });
  });

  it("needs no more than a measure, a claim and something to compare with", () => {
    const { scenario } = load(`${smallBorder}${answer}`);
    expect(scenario!.answer).toMatchObject({
      counts: "sector.el-paso.released.family",
      label: "with returnLimits.el-paso.limit 0/day",
      matters: 0.05,
      assumptions: [],
    });
  });

  it("may be against a file or a variant", () => {
    const with_ = (against: string, more = "") =>
      load(`${smallBorder}${answer.replace(/against: .*/, `against: ${against}`)}${more}`).scenario!.answer!;
    expect(with_("./other.yaml")).toMatchObject({
      against: { kind: "file", file: "./other.yaml" },
      label: "under ./other.yaml",
    });
    const variants = "variants: { closed: { returnLimits: { el-paso: { limit: 0/day } } } }\n";
    expect(with_("closed", variants)).toMatchObject({
      against: { kind: "variant", name: "closed" },
      label: "under closed",
    });
  });

  it("is not inherited: another scenario asks something else", () => {
    const over = "mpp: 1\nname: Another\nextends: base.yaml\n";
    expect(load(over, { "base.yaml": `${smallBorder}${answer}` }).scenario!.answer).toBeUndefined();
    expect(load(smallBorder).scenario!.answer).toBeUndefined();
  });

  it("does not try what is set from outside", () => {
    const path = "cities.ciudad-juarez.shelters.acceptance";
    const files = { read: () => ({ file: "x.yaml", text: `${ranged}${answer}  assumptions: [${path}]\n` }) };
    expect(loadScenario("x.yaml", files).scenario!.answer!.assumptions).toHaveLength(1);
    const { scenario } = loadScenario("x.yaml", files, { set: [{ path, value: "50 %" }] });
    expect(scenario!.answer!.assumptions).toEqual([]);
  });

  it("changes nothing of what is simulated", () => {
    const { scenario } = load(`${smallBorder}${answer}`);
    expect(scenario!.resolved.replace(/answer:\n(?: .*\n)+/, "")).toBe(load(smallBorder).scenario!.resolved);
  });

  it.each([
    [
      "measure: sector.el-paso.released.familly",
      /^x\.yaml:\d+:3 answer\.measure must be a measure .*did you mean "sector\.el-paso\.released\.family"/,
    ],
    ["claim: less", /^x\.yaml:\d+:3 answer\.claim must be lower or higher/],
    [
      "against: no-such",
      /^x\.yaml:\d+:3 answer\.against must be a variant, a file that ends in \.yaml, or settings by path \(got "no-such"\)/,
    ],
    ["against: {}", /^x\.yaml:\d+:3 answer\.against must change a setting \(got none\)/],
    [
      "against: { returnLimit.el-paso.limit: 0/day }",
      /answer\.against\.returnLimit\.el-paso\.limit is not a known setting \(did you mean "returnLimits\.el-paso\.limit"\?\)/,
    ],
    ["matters: 0 %", /^x\.yaml:\d+:3 answer\.matters must be more than 0/],
    [
      "assumptions: [cities.ciudad-juarez.shelters.acceptence]",
      /answer\.assumptions\[0\] must be the path of a value with a range \(got .*did you mean "cities\.ciudad-juarez\.shelters\.acceptance"/,
    ],
    ["measures: x", /^x\.yaml:\d+:3 answer\.measures is not a known setting \(did you mean "measure"\?\)/],
  ])("%s is told with its place", (line, expected) => {
    const key = line.slice(0, line.indexOf(":"));
    const changed = answer.includes(`  ${key}:`)
      ? answer.replace(new RegExp(`  ${key}: .*`), `  ${line}`)
      : `${answer}  ${line}\n`;
    const { scenario, said } = load(`${ranged}${changed}`);
    expect(scenario).toBeUndefined();
    expect(said.filter((one) => !one.includes("warning"))).toEqual([expect.stringMatching(expected)]);
  });
});
