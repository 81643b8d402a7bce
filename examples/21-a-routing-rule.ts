/**
 * A routing rule from outside. Question 6: people in Tucson go through Nogales, or by bus to El Paso. The model gives each the first
 * way that is open, however many queue for it. This rule gives the way whose queue in Tucson is shortest. Run it in the folder of
 * the repository with `npx tsx examples/21-a-routing-rule.ts`.
 */
import type { CaseRow, Ground, PathwayParameters, Queues, RoutingRule } from "@mpp-sim/border";
import { runVariants } from "@mpp-sim/experiment";
import { openScenario } from "@mpp-sim/scenario/node";

class ShortestQueue implements RoutingRule {
  private readonly ground: Ground;
  private readonly queues: Queues;

  constructor(ground: Ground, queues: Queues) {
    this.ground = ground;
    this.queues = queues;
  }

  order(row: CaseRow): readonly number[] {
    const { pathways = [] } = this.ground.parameters.sectors[this.ground.sectorOf(row)] ?? {};
    const queues = pathways.map((pathway, index) => ({ index, persons: this.queue(pathway) }));
    return queues.sort((a, b) => a.persons - b.persons || a.index - b.index).map(({ index }) => index);
  }

  /** Persons who wait for the bus, or to cross where there is none. */
  private queue({ bus, hub }: PathwayParameters): number {
    return bus < 0 ? this.queues.hub(hub) : this.queues.bus(bus);
  }
}

const { parameters } = openScenario("scenarios/questions/06-nogales-opens.yaml", { until: "2019-12-15" });
const result = runVariants({
  variants: [
    { name: "first that is open", parameters },
    {
      name: "shortest queue",
      parameters,
      extensions: { routing: (ground, queues) => new ShortestQueue(ground, queues) },
    },
  ],
  reference: "first that is open",
  seed: "question-06",
  replications: 5,
});
if (result.status !== "complete") throw new Error(result.reason);
for (const { name } of result.variants) {
  const mean = (of: string) => result.estimate(name, of).mean?.toFixed(0).padStart(5);
  console.log(
    `${name.padEnd(18)}  returned ${mean("sector.tucson.returned.first")}, of them through Nogales ` +
      `${mean("port.nogales.returned.first")}; released ${mean("sector.tucson.released")}`,
  );
}
