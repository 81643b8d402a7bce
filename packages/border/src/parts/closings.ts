import type { EventType } from "@mpp-sim/engine";
import type { Gate } from "../flow/gates.ts";
import { turnAway } from "../flow/obstacle.ts";
import { Part } from "../flow/part.ts";
import type { Flow } from "../flow/step.ts";
import { eitherChanges } from "../ground/changes.ts";
import { priority } from "../ground/priorities.ts";
import { signal } from "../ground/signals.ts";
import { stage } from "../ground/stage.ts";
import type { Ground } from "../ground.ts";
import type { Timeline } from "../parameters/timeline.ts";

// Those who wait go first: an interview that is broken off frees an officer, who must not be given to a case that is
// sent away.
const inPathway: readonly (readonly number[])[] = [
  [stage.awaitingOfficer, stage.awaitingBus, stage.awaitingReturn],
  [stage.interview],
];

/**
 * What becomes of those already enrolled when something on their pathway closes: a return point, a bus line, an interview unit, a
 * court that is a condition. With `finish` they go on, with `hold` they wait. Otherwise they take their fallback as soon as
 * nothing of the pathway is open to them; on the road or aboard, at the arrival. For want of a date or a bed they wait.
 */
export class Closings extends Part {
  private readonly closes: EventType;

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    const { gates, settings, signals, simulation } = ground;
    this.closes = simulation.eventType("pathway closes", () => this.sendAway());
    const lookAgain = (changed: readonly Gate[], index: number): void => {
      if (changed.some((gate) => gates.sendsAway(gate))) this.close(index);
      signals.say(signal.point, index);
    };
    settings.onChange("courts", (court) => lookAgain(gates.courts[court]!, court));
    settings.onChange("returnPoints", (point) => lookAgain(gates.points[point]!, point));
    const watched = [...gates.lines, ...gates.units, ...gates.courts.flat()];
    // A gate that never sends people away needs no event of its own to close.
    const dates = watched.map((gate) =>
      gate.whenClosed.some(({ value }) => value === "fallback") ? changesOf(gate) : [],
    );
    ground.changes.watch("pathway", dates, (index) => {
      if (gates.sendsAway(watched[index]!)) this.close(index);
    });
  }

  /** Acts on the dates of return points and of courts that are a condition. Its events are named after those of buses and interviews. */
  watchPoints(): void {
    const { changes, gates, parameters, signals, simulation } = this.ground;
    const closes = simulation.eventType("return point closes", () => this.sendAway());
    changes.watch("consent", parameters.returnPoints.map(changesOf), (point) => {
      if (!gates.isPointOpen(point)) simulation.schedule(0, closes, point, priority.departure);
      // If one has closed, people wait for it from now on.
      signals.say(signal.point, point);
    });
    const courts = gates.courts.flat().map(changesOf);
    changes.watch("court that is a condition", courts, (court) => signals.say(signal.point, court));
  }

  private close(index: number): void {
    this.ground.simulation.schedule(0, this.closes, index, priority.departure);
  }

  /** Something has closed: enrolled cases in custody that may neither finish nor wait leave the pathway. */
  private sendAway(): void {
    const { blocked, cases, gates } = this.ground;
    for (const stages of inPathway) {
      for (const row of cases.rows()) {
        if (!stages.includes(cases.stage[row]!)) continue;
        const missing = gates.obstacle(row);
        if (missing === undefined) continue;
        this.flow.withdraw(row);
        turnAway(blocked, this.flow, row, missing, cases.hub[row]!);
      }
    }
  }
}

function changesOf({ open, whenClosed }: Pick<Gate, "open" | "whenClosed">): Timeline<unknown> {
  return eitherChanges(open, whenClosed);
}
