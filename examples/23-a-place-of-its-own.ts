/**
 * A place of a new kind, from outside: a tent at Tucson with 30 beds, where families see a doctor before anything is decided; a family
 * that finds too few goes on without. Run it in the folder of the repository with `npx tsx examples/23-a-place-of-its-own.ts`.
 */
import {
  type CaseRow,
  type Extensions,
  type Ground,
  outsideDraw,
  type Place,
  type PlaceFlow,
  step,
} from "@mpp-sim/border";
import { type EventType, Resource, triangular } from "@mpp-sim/engine";
import { runReplications } from "@mpp-sim/experiment";
import { openScenario } from "@mpp-sim/scenario/node";

const stay = triangular(6, 12, 24);

class Tent implements Place {
  private readonly ground: Ground;
  /** It sees to its own state in snapshots; what a place keeps in fields of its own it hands through in `transfer`. */
  private readonly beds: Resource;
  private readonly seen: EventType;

  constructor(ground: Ground, flow: PlaceFlow) {
    this.ground = ground;
    this.beds = new Resource(ground.simulation, "tent", 30);
    this.seen = ground.caseEvent("seen by the doctor", (row) => {
      this.beds.release(ground.persons(row));
      flow.next(row, step.disposition);
    });
  }

  receives(row: CaseRow): boolean {
    return this.ground.categoryOf(row) === "family" && this.beds.tryTake(this.ground.persons(row));
  }

  admit(row: CaseRow): void {
    const hours = stay.quantile(this.ground.draws.uniform(row, outsideDraw));
    this.ground.plan(row, hours, this.seen);
  }

  /** The 72 hours are over: whatever the family takes up here ends. */
  withdraw(row: CaseRow): void {
    this.ground.cancelPlanned(row);
    this.beds.release(this.ground.persons(row));
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
      build: (ground, flow) => new Tent(ground, flow),
      measures: [{ name: "load", unit: "share", description: "Mean share of beds taken" }],
    },
  ],
};
const { parameters } = openScenario("scenarios/tucson-el-paso-bus.yaml", { until: "2019-12-12" });
const result = runReplications({ parameters, extensions, seed: "tucson", replications: 5 });
if (result.status !== "complete") throw new Error(result.reason);
for (const { name, mean } of result.estimates)
  if (name.startsWith("place.") || name === "system.balance") console.log(name.padEnd(24), mean?.toFixed(2));
