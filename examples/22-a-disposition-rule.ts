/**
 * A disposition rule from outside, laid over the screens of the scenario: in Tucson officers return single adults only while its
 * custody holds more people than so many; the others take their fallback. Run it in the folder of the repository with
 * `npx tsx examples/22-a-disposition-rule.ts`.
 */
import { type CaseRow, categories, type DispositionRule, type Ground, Screens } from "@mpp-sim/border";
import { runVariants } from "@mpp-sim/experiment";
import { openScenario } from "@mpp-sim/scenario/node";

const adult = categories.indexOf("single-adult");

/** Adults are returned only while more than so many people are in the custody of their sector. */
class WhenCrowded implements DispositionRule {
  private readonly ground: Ground;
  private readonly screens: Screens;
  private readonly persons: number;

  constructor(ground: Ground, persons: number) {
    this.ground = ground;
    this.screens = new Screens(ground);
    this.persons = persons;
  }

  decide(row: CaseRow): ReturnType<DispositionRule["decide"]> {
    const { cases, whereabouts } = this.ground;
    const inCustody = whereabouts.levels[whereabouts.custody(cases.sector[row]!)]!.level;
    if (cases.category[row] === adult && inCustody <= this.persons) return "discretion";
    return this.screens.decide(row);
  }
}

const { parameters } = openScenario("scenarios/tucson-el-paso-bus.yaml", { until: "2019-12-12" });
const thresholds = [0, 200, 250, 300].map((persons) => ({
  name: String(persons),
  parameters,
  extensions: { disposition: (ground: Ground) => new WhenCrowded(ground, persons) },
}));
const result = runVariants({ variants: thresholds, reference: "0", seed: "tucson", replications: 5 });
if (result.status !== "complete") throw new Error(result.reason);
for (const { name } of result.variants) {
  const mean = (of: string) => result.estimate(name, of).mean?.toFixed(0).padStart(5);
  console.log(
    `adults above ${name.padStart(3)} in custody: adults returned ` +
      `${mean("sector.tucson.returned.first.single-adult")}, families ${mean("sector.tucson.returned.first.family")}; ` +
      `families released ${mean("sector.tucson.released.family")}`,
  );
}
