/** Sources that Stryker changes, and the quick tests that must notice. See docs/mutation.md. */

/**
 * @typedef {object} MutatedSource
 * @property {string} name
 * @property {string} file from the root
 * @property {readonly string[]} tests from the root
 */

/** Per cent of its mutants that the tests of each source catch at least. */
export const leastScore = 80;

/** @param {...string} names of test files of the border */
const ofBorder = (...names) => names.map((name) => `packages/border/test/${name}.test.ts`);
/** Runs that stand still, event by event, and what just fits. */
const common = ["histories.golden", "exact-fits", "exact-fits-custody", "exact-fits-limits"];
/** @param {...string} names of test files of the scenario */
const ofScenario = (...names) => names.map((name) => `packages/scenario/test/${name}.test.ts`);

/** @type {readonly MutatedSource[]} */
export const mutatedSources = [
  {
    name: "return-limits",
    file: "packages/border/src/parts/returns/return-limits.ts",
    tests: ofBorder(...common, "return-limits", "return-gates", "port-hours", "mechanisms-returns", "re-entry"),
  },
  {
    name: "return-desks",
    file: "packages/border/src/parts/returns/return-desks.ts",
    tests: ofBorder(
      ...common,
      ...["return-limits", "return-gates", "port-hours", "rival-doors", "after-hearing", "closing-point"],
      ...["closings", "re-entry", "mechanisms-returns", "waiting", "dates"],
    ),
  },
  {
    name: "custody",
    file: "packages/border/src/parts/custody.ts",
    tests: ofBorder(...common, "custody", "mechanisms-custody", "waiting", "dates"),
  },
  {
    name: "bus-lines",
    file: "packages/border/src/parts/buses/bus-lines.ts",
    tests: ofBorder(...common, "pathway-bus", "mechanisms-bus", "groups-at-bus", "closings", "dates"),
  },
  {
    name: "cities",
    file: "packages/border/src/parts/cities.ts",
    tests: ofBorder(
      ...common,
      ...["waiting", "mechanisms-again", "mechanisms-returns", "after-hearing", "census", "census-elapsed", "dates"],
      ...["re-entry", "return-gates", "rival-doors"],
    ),
  },
  { name: "units", file: "packages/scenario/src/values/units.ts", tests: ofScenario("units") },
  { name: "quantity", file: "packages/scenario/src/values/quantity.ts", tests: ofScenario("units") },
  {
    name: "merge-trees",
    file: "packages/scenario/src/merge/merge-trees.ts",
    tests: ofScenario("merge-trees"),
  },
  {
    name: "estimate",
    file: "packages/experiment/src/estimate.ts",
    tests: ["packages/experiment/test/estimate.test.ts"],
  },
];
