/**
 * A place of a new kind, from outside: a tent at Tucson with 30 beds, where families see a doctor before anything is decided; a family
 * that finds too few goes on without. Run it in the folder of the repository with `npx tsx examples/23-a-place-of-its-own.ts`.
 */
import {
  type BorderModel,
  type CaseRow,
  categories,
  type Extensions,
  numberOf,
  outsideDraw,
  type Place,
  rowOf,
} from "@mpp-sim/border";
import { type EventType, Resource, triangular } from "@mpp-sim/engine";
import { runReplications } from "@mpp-sim/experiment";
import { openScenario } from "@mpp-sim/scenario/node";

const stay = triangular(6, 12, 24);

class Tent implements Place {
  private readonly model: BorderModel;
  /** It registers with the simulation itself; what a place keeps in fields of its own it has to register: `simulation.register`. */
  private readonly beds: Resource;
  private readonly seen: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    this.beds = new Resource(model.simulation, "tent", 30);
    this.seen = model.simulation.eventType("seen by the doctor", (number) => {
      const row = rowOf(number);
      this.beds.release(model.cases.size[row]!);
      model.places.leave(row);
    });
  }

  receives(row: CaseRow): boolean {
    const { cases } = this.model;
    return categories[cases.category[row]!] === "family" && this.beds.tryTake(cases.size[row]!);
  }

  enter(row: CaseRow): void {
    const hours = stay.quantile(this.model.draws.uniform(row, outsideDraw));
    this.model.cases.event[row] = this.model.simulation.schedule(hours, this.seen, numberOf(row));
  }

  /** The 72 hours are over: whatever the family takes up here ends. */
  withdraw(row: CaseRow): void {
    this.model.simulation.cancel(this.model.cases.event[row]!);
    this.beds.release(this.model.cases.size[row]!);
  }

  measure(): number {
    return this.beds.busy.mean / 30;
  }
}

const extensions: Extensions = {
  places: [
    {
      id: "tent",
      sector: "tucson",
      before: "disposition",
      build: (model) => new Tent(model),
      measures: [{ name: "load", unit: "share", description: "Mean share of beds taken" }],
    },
  ],
};
const { parameters } = openScenario("scenarios/tucson-el-paso-bus.yaml", { until: "2019-12-12" });
const result = runReplications({ parameters, extensions, seed: "tucson", replications: 5 });
if (result.status !== "complete") throw new Error(result.reason);
for (const { name, mean } of result.estimates)
  if (name.startsWith("place.") || name === "system.balance") console.log(name.padEnd(24), mean?.toFixed(2));
