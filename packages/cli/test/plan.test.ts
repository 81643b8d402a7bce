import { describe, expect, it } from "vitest";
import { readTarget } from "../src/study/read-target.ts";
import { emptyFolder } from "./support/folder.ts";
import { rowsOf, studied, study } from "./support/study.ts";

const limit = "returnLimits.el-paso.limit";
const acceptance = "cities.ciudad-juarez.shelters.acceptance";
const plan = (replications: string, ...vary: readonly string[]): readonly string[] => [
  ...["plan", "small.yaml", "--until", "2018-10-02", "--workers", "1", "--replications", replications],
  ...["--target", "system.returned.first >= 1 with 50 %"],
  ...vary.flatMap((one) => ["--vary", one]),
];

describe("--target", () => {
  it.each([
    ["a.b <= 0 with 90 %", { measure: "a.b", sign: "<=", bound: 0, probability: 0.9 }],
    ["a.b>=5 % with 97.5%", { measure: "a.b", sign: ">=", bound: 0.05, probability: 0.975 }],
  ])("%s", (text, target) => expect(readTarget(text)).toEqual(target));

  it.each(["a.b <= 0", "a.b < 0 with 90 %", "a.b <= x with 90 %", "a.b <= 0 with 100 %", "a.b <= 0 with 0 %"])(
    "%s is refused",
    (text) => expect(() => readTarget(text)).toThrow(/--target must be MEASURE <= X with P %/),
  );
});

describe("a plan", () => {
  it("finds the smallest value that surely meets the target, and says what it took", async () => {
    const { out, files } = await studied(["plan.csv", "plan.svg"], plan("5", `${limit}=0/day,20/day`));
    // None of five: at most 1 - 0.05 ^ (1 / 5) = 45.1 %, below a half. Five of five: at least 0.05 ^ (1 / 5) = 54.9 %.
    const rows = rowsOf(files["plan.csv"] as string);
    expect(rows.map((row) => [row[limit], row.n, row.met, row.certainty])).toEqual([
      ["0/day", "5", "0", "fails"],
      ["20/day", "5", "5", "sure"],
    ]);
    expect(Number(rows[0]?.high)).toBeCloseTo(0.4507, 4);
    expect(Number(rows[1]?.low)).toBeCloseTo(0.5493, 4);
    const document = JSON.parse(files["study.json"] as string);
    expect(document).toMatchObject({
      smallest: [{ path: limit, value: "20/day" }],
      lastFailing: [{ path: limit, value: "0/day" }],
      undecided: [],
      runs: 10,
      contradictions: [],
    });
    expect(out).toContain("The smallest value that surely meets it: 20/day.");
    expect(out).toContain("The probability is over chance alone");
  });

  it("of two settings gives the edge", async () => {
    const { code, files } = await study(emptyFolder(), plan("5", `${limit}=0/day,20/day`, `${acceptance}=20 %,60 %`));
    expect(code).toBe(0);
    const { frontier } = JSON.parse(files["study.json"] as string);
    // Any acceptance will do, at 20 a day; none at 0.
    expect(frontier).toMatchObject([
      {
        set: [
          { path: limit, value: "20/day" },
          { path: acceptance, value: "20 %" },
        ],
        certainty: "sure",
      },
    ]);
  });

  it("refuses what too few replications could not show", async () => {
    const { code, err } = await study(emptyFolder(), plan("4", `${limit}=0/day,20/day`));
    expect([code, err]).toEqual([2, "--replications must be at least 5 to show 50 % (got 4)\n"]);
  });
});
