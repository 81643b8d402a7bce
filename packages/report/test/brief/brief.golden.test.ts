import { answerOf, type RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { describe, expect, it } from "vitest";
import { assumedText, briefText, inkOf, oneMoreText, type Paper, verdictText } from "../../src/index.ts";
import { run, truncated, unbalanced } from "../ended-runs.ts";
import { fakeScenario } from "../fake-run.ts";
import { fakeVariants, fakeVariantsScenario, fewPolicies, futures, ladder } from "../fake-variants.ts";

const nothing: RunResult = { ...truncated, replications: [], replicationsDone: 0, estimates: [] };
const measures = ["sector.tucson.released", "bus.tucson-el-paso.load-factor", "interview.el-paso.held"];
const asking: Scenario = { ...fakeScenario, focus: { ...fakeScenario.focus, measures } };
const besides: Scenario = { ...fakeScenario, focus: { ...fakeScenario.focus, also: ["interview.el-paso.held"] } };
const few = [fakeVariants(fewPolicies), fakeVariantsScenario(fewPolicies)] as const;
const many = [fakeVariants(ladder), fakeVariantsScenario(ladder, { ...fakeScenario.focus, measures })] as const;
const branched = [fakeVariants(futures), fakeVariantsScenario(futures)] as const;

const paper = (width = 100, { color = false, bars = false } = {}): Paper => ({ width, ink: inkOf(color), bars });

const move = (name: string, unit: string, mean: number, halfWidth: number) => ({
  ...{ name, unit, n: 15, mean, halfWidth, q05: mean, q50: mean, q95: mean, min: mean, max: mean },
  ...{ low: mean - halfWidth, high: mean + halfWidth },
});

/** Three replications: 59 % lower, and 30 to 60 % over one assumption. */
const against = [6800, 6830, 6850];
const part = (taken: number) => ({ own: against.map((value, index) => value * (1 - taken) + index), against });
const answer = answerOf({
  asked: {
    measure: "sector.tucson.released.family",
    counts: "Family members released in Tucson",
    claim: "lower",
    against: { kind: "settings", set: [{ path: "buses.tucson-el-paso.inService", value: "no" }] },
    label: "without the bus",
    matters: 0.05,
    assumptions: [],
  },
  unit: "persons",
  ranges: 117,
  base: part(0.59),
  trials: [0.6, 0.3].map((taken, index) => ({
    trial: { factor: "sectors.tucson.eligibility.discretion.family", value: `${60 * index} %`, settings: [] },
    ...part(taken),
  })),
  elsewhere: [
    move("sector.el-paso.custody.person-hours", "person-hours", 14_200.4, 812.3),
    move("hub.el-paso.own.diverted", "persons", 2.4, 3.1),
    move("city.ciudad-juarez.outside-shelter.person-days", "person-days", 41_400, 2_600),
    move("system.released", "persons", -4_013.2, 41.7),
  ],
  oneMore: [
    {
      path: "buses.tucson-el-paso.seats",
      label: "a seat on every trip",
      moves: [
        move("sector.tucson.released", "persons", -46.4, 22.1),
        move("sector.tucson.returned.first", "persons", 45.1, 20.3),
        move("system.custody.person-hours", "person-hours", -1_834, 640),
      ],
    },
    {
      path: "interviews.el-paso.officers",
      label: "an officer",
      moves: [move("sector.tucson.released", "persons", 0.2, 3.4)],
    },
  ],
});

const answered = (width: number, bars = false): string => {
  const on = paper(width, { bars });
  return [
    briefText(run, fakeScenario, on, answer),
    oneMoreText(answer, 0, on),
    assumedText(answer, 0, fakeScenario, on),
    "\n",
    verdictText(answer, on),
  ].join("");
};

const kinds: readonly (readonly [file: string, write: (width: number) => string])[] = [
  ["run", (width) => briefText(run, fakeScenario, paper(width))],
  ["answer", answered],
  ["truncated", (width) => briefText(truncated, fakeScenario, paper(width))],
  ["unbalanced", (width) => briefText(unbalanced, fakeScenario, paper(width))],
  ["nothing", (width) => briefText(nothing, fakeScenario, paper(width))],
  ["all-sectors", (width) => briefText(run, { ...fakeScenario, focus: {} }, paper(width))],
  ["measures", (width) => briefText(run, asking, paper(width))],
  ["also", (width) => briefText(run, besides, paper(width))],
  ["variants", (width) => briefText(...few, paper(width))],
  ["ladder", (width) => briefText(...many, paper(width))],
  ["futures", (width) => briefText(...branched, paper(width))],
];

describe.each(kinds)("the summary of the kind %s", (name, write) => {
  it("is as recorded, wide and narrow", async () => {
    await expect(write(100)).toMatchFileSnapshot(`../golden/brief-${name}.txt`);
    if (["answer", "variants", "ladder"].includes(name))
      await expect(write(40)).toMatchFileSnapshot(`../golden/brief-${name}-40.txt`);
  });

  it("has no line wider than its paper, down to 40 columns", () => {
    const tooWide = [40, 41, 47, 52, 59, 60, 72, 79, 80, 99, 100].flatMap((width) =>
      write(width)
        .split("\n")
        // A path or a name is not broken.
        .filter((line) => line.trim().includes(" ") && line.length > width),
    );
    expect(tooWide).toEqual([]);
  });

  it("has a true minus and no escapes", () => {
    const text = write(100);
    expect(text.match(/(?<![\w-])-\d/)).toBeNull();
    expect(text).not.toContain("\u001b");
  });
});

it("on a terminal it has bars and colour", async () => {
  const on = paper(100, { bars: true, color: true });
  await expect(briefText(run, fakeScenario, on, answer)).toMatchFileSnapshot("../golden/brief-terminal.txt");
});

it("an answer goes on line by line, the word once", () => {
  const on = paper();
  const all = oneMoreText(answer, 0, on);
  const [first, second] = answer.oneMore;
  const parts = oneMoreText({ ...answer, oneMore: [first!] }, 0, on) + oneMoreText({ ...answer, oneMore: [first!, second!] }, 1, on);
  expect(parts).toBe(all);
  expect(all.match(/ONE MORE/g)).toHaveLength(1);
  expect(oneMoreText(answer, 2, on)).toBe("");
});
