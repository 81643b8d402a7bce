/**
 * A disposition rule from outside, laid over the screens of the scenario: in Tucson officers return single adults only while its
 * custody holds more people than so many; the others take their fallback. Run it in the folder of the repository with
 * `npx tsx examples/22-a-disposition-rule.ts`.
 */
import { type CaseRow, type DispositionRule, type Ground, Screens } from "@mpp-sim/border";
import { runVariants } from "@mpp-sim/experiment";
import { openScenario } from "@mpp-sim/scenario/node";

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
    const inCustody = this.ground.inCustody(this.ground.sectorOf(row));
    const isAdult = this.ground.categoryOf(row) === "single-adult";
    return isAdult && inCustody <= this.persons ? "discretion" : this.screens.decide(row);
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
