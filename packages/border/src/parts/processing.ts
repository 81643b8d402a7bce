import { type EventType, Resource } from "@mpp-sim/engine";
import type { BorderModel } from "../border-model.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { draw } from "../ground/draws.ts";
import { remaining } from "../ground/remaining.ts";
import { stage } from "../ground/stage.ts";
import { takeOver } from "../ground/take-over.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";

const agentConstraint = constraints.indexOf("agent");

/** Agents take each case's particulars before anything is decided; one agent serves one case. */
export class Processing {
  private readonly model: BorderModel;
  private readonly agents: readonly Resource[];
  private readonly granted: EventType;
  private readonly done: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    const { simulation, parameters } = model;
    this.agents = parameters.sectors.map(
      ({ id, processing }) => new Resource(simulation, `agents ${id}`, valueAt(processing.agents, 0)),
    );
    model.changes.watch(
      "agents",
      parameters.sectors.map(({ processing }) => processing.agents),
      (sector) =>
        this.agents[sector]!.setCapacity(valueAt(parameters.sectors[sector]!.processing.agents, simulation.now)),
    );
    this.granted = simulation.eventType("agent free", (number) => {
      const row = rowOf(number);
      model.blocked.settle(row);
      this.serve(row);
    });
    this.done = simulation.eventType("processed", (number) => {
      const row = rowOf(number);
      this.agents[model.cases.sector[row]!]!.release(1);
      model.cases.event[row] = 0;
      model.places.toward(row, "disposition");
    });
  }

  begin(row: CaseRow): void {
    const { cases, blocked } = this.model;
    const agents = this.agents[cases.sector[row]!]!;
    if (agents.tryTake(1)) this.serve(row);
    else {
      cases.stage[row] = stage.awaitingAgent;
      cases.wait[row] = agents.request(this.granted, numberOf(row), 1);
      blocked.charge(row, agentConstraint);
    }
  }

  /** The case has been with an agent since `since`, before the start: what is left is drawn given how long it has lasted. */
  resume(row: CaseRow, since: number): void {
    if (takeOver(this.agents[this.model.cases.sector[row]!]!)) this.serve(row, since);
    else this.begin(row);
  }

  withdraw(row: CaseRow): void {
    const { cases, simulation } = this.model;
    const agents = this.agents[cases.sector[row]!]!;
    if (cases.stage[row] === stage.awaitingAgent) agents.cancel(cases.wait[row]!);
    else {
      simulation.cancel(cases.event[row]!);
      agents.release(1);
    }
  }

  private serve(row: CaseRow, since = this.model.simulation.now): void {
    const { cases, draws, parameters, simulation } = this.model;
    cases.stage[row] = stage.processing;
    const time = parameters.sectors[cases.sector[row]!]!.processing.time[cases.category[row] as 0 | 1 | 2];
    const hours = remaining(time, simulation.now - since, draws.uniform(row, draw.processingTime));
    cases.serviceSince[row] = since;
    cases.event[row] = simulation.schedule(hours, this.done, numberOf(row));
  }
}
