import { answerOf, type Compared } from "@mpp-sim/experiment";
import type { Answer } from "@mpp-sim/scenario";
import { describe, expect, it } from "vitest";
import { baseSentence } from "../src/answer/answer-words.ts";
import { answerJson } from "../src/files/answer-json.ts";
import { assumedText, inkOf, type Paper, verdictText } from "../src/index.ts";

const asked: Answer = {
  measure: "sector.x.released.family",
  counts: "Family members released in X",
  claim: "lower",
  against: { kind: "variant", name: "no-bus" },
  label: "without the bus",
  matters: 0.05,
  assumptions: [],
};

/** The policy always takes the same part, so intervals have no width. */
const part = (taken: number): Compared => {
  const against = [1000, 2000, 3000];
  return { own: against.map((value) => value * (1 - taken)), against };
};

const answer = (
  base: Compared,
  tried: Readonly<Record<string, readonly number[]>> = {},
  change: Partial<Answer> = {},
) =>
  answerOf({
    asked: { ...asked, ...change },
    unit: "persons",
    ranges: 12,
    base,
    trials: Object.entries(tried).flatMap(([factor, parts]) =>
      parts.map((taken, index) => ({ trial: { factor, value: `${20 * index} %`, settings: [] }, ...part(taken) })),
    ),
  });

const paper = (color = false): Paper => ({ width: 100, ink: inkOf(color), bars: false });

const said = (...given: Parameters<typeof answer>) => {
  const found = answer(...given);
  return (verdictText(found, paper()) + assumedText(found, 0, {}, paper())).trimEnd().split("\n");
};

describe("the answer as the file has it", () => {
  const text = (base: Compared, change: Partial<Answer> = {}) => baseSentence(answer(base, {}, change));

  it("says both means, the effect, and what chance leaves open", () => {
    expect(text(part(0.6))).toBe(
      "Family members released in X: 800 on average, against 2,000 without the bus, the same people: 60 % lower (60 % lower by chance alone, n = 3).",
    );
    // Falls of 10 and 30 of 100: E = 0.2, error 10 / √2 · √2 / 100 = 0.1, t with one degree of freedom 12.7.
    expect(text({ own: [90, 70], against: [100, 100] })).toContain(
      "20 % lower (from 107 % higher to 147 % lower by chance alone, n = 2)",
    );
    expect(text(part(0.6), { claim: "higher" })).toContain("60 % lower");
    expect(text(part(-0.25), { claim: "higher" })).toContain("25 % higher");
  });

  it("says where there is nothing to say", () => {
    expect(text({ own: [5], against: [10] })).toContain("50 % lower (one replication: no interval)");
    expect(text({ own: [5, 5], against: [0, 0] })).toContain("nothing to take a part of");
    expect(text({ own: [Number.NaN], against: [1] })).toContain("in no replication is there anybody to count");
  });
});

describe("the verdict", () => {
  it.each([
    ["Yes. It is lower by 90 % or more in every case tried.", 0.95, { a: [0.92, 0.99] }],
    ["Yes, mostly. It is lower by a half or more in every case tried.", 0.95, { a: [0.5, 0.99] }],
    ["Partly. It is lower in every case tried, but not by a half in all of them.", 0.6, { a: [0.31, 0.6] }],
    ["No. It is not lower by 5 % or more in every case tried.", 0, { a: [0.01, -0.3] }],
    ["It depends on a (it changes between 20 % and 40 %).", 0.6, { a: [0.6, 0.3, 0.01], b: [0.6] }],
  ] as const)("%s", (sentence, base, tried) => {
    expect(said(part(base), tried)[0]).toBe(`VERDICT    ${sentence}`);
  });

  it("with nothing tried says that it is chance alone", () => {
    expect(said(part(0.6))).toEqual([
      "VERDICT    Yes, mostly. It is lower by a half or more with everything as in the file.",
      "           None of the 12 values with a range was tried: this is chance alone.",
    ]);
  });

  it("tells of each assumption what it does, and how many agree", () => {
    expect(said(part(0.6), { a: [0.31, 0.6], b: [0.6, 0.65] })).toEqual([
      "VERDICT    Partly. It is lower in every case tried, but not by a half in all of them.",
      "           2 of 12 values with a range were tried, one at a time: 2 agree that it is lower; 1 that",
      "           it is by a half or more.",
      "",
      "ASSUMED    a, 0 % to 20 %: 31 to 60 % lower",
      "           b, 0 % to 20 %: 60 to 65 % lower",
    ]);
  });

  it("that cannot be given says how many replications would settle it", () => {
    const [first, second] = said({ own: [80, 100, 96], against: [100, 100, 100] });
    expect(`${first} ${second?.trim()}`).toMatch(
      /^VERDICT {4}Not distinguishable\. 3 replications leave it open whether it is lower by 5 %; some [\d,]+ would settle it\.$/,
    );
  });

  it("keeps its colour to the word, and lines to 100 columns", () => {
    const long = answer(part(0.6), { "sectors.tucson.eligibility.discretion.single-adult": [0.31, 0.6] });
    const colored = verdictText(long, paper(true));
    expect(colored).toContain("\u001b[1mVERDICT    \u001b[22m");
    for (const line of verdictText(long, paper()).split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });
});

it("answer.json has every figure of the answer, by name", () => {
  const document = JSON.parse(answerJson(answer(part(0.6), { a: [0.31, 0.6] })));
  expect(document).toMatchObject({
    measure: "sector.x.released.family",
    against: "without the bus",
    mean: 800,
    meanAgainst: 2000,
    effect: 0.6,
    verdict: "partly",
    ranges: { tried: 1, of: 12 },
    assumptions: [{ path: "a", agrees: true, half: false, tried: [{ value: "0 %" }, { value: "20 %", mean: 800 }] }],
  });
});
