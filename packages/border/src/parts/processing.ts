import { type EventType, Resource } from "@mpp-sim/engine";
import { Part } from "../flow/part.ts";
import { type Flow, type Holder, type Resumes, step } from "../flow/step.ts";
import { type CaseRow, numberOf, rowOf } from "../ground/case-row.ts";
import { draw } from "../ground/draws.ts";
import { remaining } from "../ground/remaining.ts";
import { stage } from "../ground/stage.ts";
import { takeOver } from "../ground/take-over.ts";
import type { Ground } from "../ground.ts";
import type { CensusCase } from "../parameters/start-parameters.ts";
import { valueAt } from "../parameters/timeline.ts";
import { constraints } from "../parameters/vocabulary.ts";

const agentConstraint = constraints.indexOf("agent");

/** Agents process each case before its disposition is decided. One agent serves one case. */
export class Processing extends Part implements Holder, Resumes {
  private readonly agents: readonly Resource[];
  private readonly granted: EventType;
  private readonly done: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    const { simulation, parameters } = ground;
    this.agents = parameters.sectors.map(
      ({ id, processing }) => new Resource(simulation, `agents ${id}`, valueAt(processing.agents, 0)),
    );
    const rosters = parameters.sectors.map(({ processing }) => processing.agents);
    ground.changes.watch("agents", rosters, (sector) =>
      this.agents[sector]!.setCapacity(valueAt(parameters.sectors[sector]!.processing.agents, simulation.now)),
    );
    this.granted = simulation.eventType("agent free", (number) => {
      const row = rowOf(number);
      ground.blocked.settle(row);
      this.serve(row);
    });
    this.done = simulation.eventType("processed", (number) => {
      const row = rowOf(number);
      this.agents[ground.cases.sector[row]!]!.release(1);
      ground.cases.event[row] = 0;
      this.flow.next(row, step.disposition);
    });
  }

  admit(row: CaseRow): void {
    const { cases, blocked } = this.ground;
    const agents = this.agents[cases.sector[row]!]!;
    if (agents.tryTake(1)) this.serve(row);
    else {
      cases.stage[row] = stage.awaitingAgent;
      cases.wait[row] = agents.request(this.granted, numberOf(row), 1);
      blocked.charge(row, agentConstraint);
    }
  }

  /** Of a case that has been with an agent since before the start, what is left is drawn given how long it has lasted. */
  resume(row: CaseRow, { serviceSince }: CensusCase): void {
    const { cases, simulation } = this.ground;
    if (serviceSince !== undefined && takeOver(this.agents[cases.sector[row]!]!))
      this.serve(row, simulation.now + serviceSince);
    else this.admit(row);
  }

  withdraw(row: CaseRow): void {
    const { cases, simulation } = this.ground;
    const agents = this.agents[cases.sector[row]!]!;
    if (cases.stage[row] === stage.awaitingAgent) agents.cancel(cases.wait[row]!);
    else {
      simulation.cancel(cases.event[row]!);
      agents.release(1);
    }
  }

  private serve(row: CaseRow, since = this.ground.simulation.now): void {
    const { cases, draws, parameters, simulation } = this.ground;
    cases.stage[row] = stage.processing;
    const time = parameters.sectors[cases.sector[row]!]!.processing.time[cases.category[row] as 0 | 1 | 2];
    const hours = remaining(time, simulation.now - since, draws.uniform(row, draw.processingTime));
    cases.serviceSince[row] = since;
    cases.event[row] = simulation.schedule(hours, this.done, numberOf(row));
  }
}
