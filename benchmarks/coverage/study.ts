/** `npx tsx benchmarks/coverage/study.ts`: how often intervals of 95 % hold the truth, by figure and by number of replications. */
import { coverageOf } from "./coverage.ts";
import { figures } from "./figures.ts";

const experiments = 1_000;
const percent = (part: number): string => `${((100 * part) / experiments).toFixed(1)} %`;
console.log("| figure | replications | low to high | Student's t | of t, impossible |\n|---|---|---|---|---|");
for (const figure of figures) {
  for (const replications of [10, 20, 50]) {
    const { held, heldByT, impossibleByT } = coverageOf(figure, experiments, replications, `study ${replications}`);
    const cells = [figure.name, replications, percent(held), percent(heldByT), percent(impossibleByT)];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
