import { expect, it } from "vitest";
import { emptyFolder } from "./support/folder.ts";
import { manifestIn, precise as measure, program, until } from "./support/precise.ts";

const few = ["--until", "2018-10-03", "--workers", "1"];

it("a run with a precision has as many replications as the second look that finds it, and says so", async () => {
  const folder = emptyFolder();
  const ended = await program(folder, ["run", "small.yaml", ...few, "--out", "precise"], until("50 %"));
  expect(ended).toMatchObject({ code: 0, err: "" });
  expect(ended.out).toContain("30 of 60 replications");
  expect(ended.out).toContain(`${measure} is known within 50 % of its mean after 30 replications, as asked.`);
  const { replications, precision, status } = manifestIn(folder, "precise");
  expect([replications, status]).toEqual([{ asked: 60, done: 30 }, "complete"]);
  expect(precision).toEqual({ measure, within: "50 %", reachedAfter: 30 });
});

it.each<[within: string, name: string, message: string]>([
  ["0 %", measure, "experiment.precision.within must be more than 0, in % of the mean or as a figure alone (got 0 %)"],
  ["-1", measure, "(got -1)"],
  ["20 persons", measure, "(got 20 persons)"],
  ["much", measure, "experiment.precision.within must be a number"],
  [
    "5 %",
    "sector.el-paso.relased",
    'experiment.precision.measure must be a measure of this scenario, as `mpp show FILE --measures` lists them (got "sector.el-paso.relased") (did you mean "sector.el-paso.released"?)',
  ],
])("within %s of %s is refused or read", async (within, name, message) => {
  const folder = emptyFolder();
  const { code, out } = await program(folder, ["validate", "small.yaml"], until(within, 60, name));
  expect([code, out.includes(message) ? message : out]).toEqual([2, message]);
});
