import { type EventType, WaitingLine } from "@mpp-sim/engine";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { BorderModel } from "./border-model.ts";
import { onChange } from "./changes.ts";
import { stage } from "./stage.ts";

const custodyConstraint = constraints.indexOf("custody");

/**
 * Custody of the sectors. Beyond capacity it crowds, lets people wait where they were caught, or sends them to their
 * fallback, as the scenario says. A bus does not turn back: those who arrive by bus, or from a hearing, always get in.
 */
export class Custody {
  private readonly model: BorderModel;
  private readonly lines: readonly WaitingLine[];
  private readonly capacity: number[];
  private readonly opens: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    const { simulation, parameters } = model;
    this.lines = parameters.sectors.map(({ id }) => new WaitingLine(simulation, `outside ${id}`));
    this.capacity = parameters.sectors.map(() => 0);
    this.opens = simulation.eventType("custody opens", (sector) => this.admitWaiting(sector));
    onChange(
      simulation,
      "custody capacity",
      parameters.sectors.map(({ custody }) => custody.capacity),
      (sector) => {
        this.capacity[sector] = valueAt(parameters.sectors[sector]!.custody.capacity, simulation.now);
        this.roomIn(sector);
      },
    );
  }

  /** A case has been caught in its sector. */
  arrive(row: number): void {
    const { model } = this;
    const sector = model.cases.sector[row]!;
    const { whenFull } = model.parameters.sectors[sector]!.custody;
    const line = this.lines[sector]!;
    const fits = line.length === 0 && model.cases.size[row]! <= this.free(sector);
    if (whenFull === "crowd" || fits) this.admit(row);
    else if (whenFull === "release") {
      model.whereabouts.move(row, model.whereabouts.outside(sector));
      model.exits.fallback(row, "custody-full", { atOnce: true });
    } else {
      model.whereabouts.move(row, model.whereabouts.outside(sector));
      model.cases.stage[row] = stage.outside;
      model.cases.wait[row] = line.join(this.opens, row, model.cases.size[row]!);
      model.blocked.charge(row, custodyConstraint);
    }
  }

  /** Room may have appeared in the sector: those waiting outside come in before anything else is caught. */
  roomIn(sector: number): void {
    if (this.lines[sector]!.length > 0) this.model.simulation.schedule(0, this.opens, sector);
  }

  withdraw(row: number): void {
    this.lines[this.model.cases.sector[row]!]!.leave(this.model.cases.wait[row]!);
  }

  private admit(row: number): void {
    const { model } = this;
    model.blocked.settle(row);
    model.whereabouts.move(row, model.whereabouts.custody(model.cases.sector[row]!));
    model.processing.begin(row);
  }

  private admitWaiting(sector: number): void {
    this.lines[sector]!.take(Math.max(0, this.free(sector)), "block", (row) => this.admit(row));
  }

  private free(sector: number): number {
    return this.capacity[sector]! - this.model.whereabouts.levels[sector]!.level;
  }
}
