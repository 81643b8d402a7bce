import {
  type EventType,
  type RunLimits,
  type RunResult,
  Simulation,
  type Stateful,
  type StateTransfer,
} from "@mpp-sim/engine";
import type { BorderView } from "./border-view.ts";
import type { Extensions } from "./extension/extensions.ts";
import { BorderFlow } from "./flow/flow.ts";
import { priority } from "./ground/priorities.ts";
import { Ground } from "./ground.ts";
import type { DayClock } from "./ledger/day-clock.ts";
import type { BorderParameters } from "./parameters/border-parameters.ts";

export interface BorderOptions {
  readonly seed: string;
  readonly replication: number;
  readonly limits?: RunLimits;
  /** The simulation to build the model on; a new one unless given. A fork gives its own. */
  readonly simulation?: Simulation;
  /** A run of the base policy, for another to compare with: it logs what becomes of people, and displaces nobody. */
  readonly asBase?: boolean;
  readonly extensions?: Extensions;
}

/** One replication of the border: a ground, the parts on it, and the way of a case through them. */
export class BorderModel implements Stateful {
  readonly ground: Ground;
  /** All that can be read of the run. */
  readonly view: BorderView;
  /** Hours of simulation time at which the last zone's period ends. */
  readonly horizon: number;
  private readonly flow: BorderFlow;
  private readonly midnight: EventType;
  private readonly options: BorderOptions;
  /** A run of the base policy that did not end. */
  private readonly stopped: RunResult | undefined;

  constructor(parameters: BorderParameters, options: BorderOptions) {
    const { simulation = new Simulation(options), ...others } = options;
    const { asBase = false, extensions = {} } = options;
    const ground = new Ground(simulation, parameters, asBase, extensions.places?.length ?? 0);
    this.options = options;
    this.ground = ground;
    this.horizon = ground.localDays.horizon;
    this.midnight = simulation.eventType("midnight", (index) => this.passMidnight(index));
    const base = ground.displacement && new BorderModel(ground.displacement.reference, { ...others, asBase: true });
    const ended = base?.run();
    if (ended?.status === "truncated") this.stopped = ended;
    this.flow = new BorderFlow(ground, extensions, base?.ground.outcomes);
    this.view = { ...ground, ...this.flow.parts, extensions };
    ground.localDays.all.forEach(({ calendar }, index) => {
      simulation.scheduleAt(calendar.nextMidnight(0), this.midnight, index, priority.midnight);
    });
    ground.settings.watch(ground.changes);
    simulation.register("border", this);
  }

  /** Everything in the model that changes during a run, so that `simulation.snapshot`, `restore` and `fork` hold all of it. */
  transfer(state: StateTransfer): void {
    this.ground.transfer(state);
    this.flow.transfer(state);
  }

  /**
   * A copy of this run that goes on by itself from now on. Its parameters have the same places, people and settings, and the same
   * dated values up to now. Their later dates replace those planned so far. Later changes and the next group of each source are
   * planned anew, so that their events have other rows in the event list: with the parameters of its past the copy has the same
   * history and figures, but another `stateFingerprint`.
   */
  fork(parameters: BorderParameters): BorderModel {
    const { model } = this.ground.simulation.fork(
      (simulation) => new BorderModel(parameters, { ...this.options, simulation }),
    );
    model.ground.changes.replan();
    model.flow.parts.arrivals.replan();
    return model;
  }

  /** Runs to a moment: everything before it happens. */
  runTo(time: number): RunResult {
    return this.stopped ?? this.ground.simulation.run(time);
  }

  /** Runs the period to its end. */
  run(): RunResult {
    const { localDays, parameters } = this.ground;
    const result = this.runTo(this.horizon);
    if (result.status === "complete")
      for (const clock of localDays.all) if (clock.day < parameters.endDay) this.closeDay(clock);
    return result;
  }

  private passMidnight(index: number): void {
    const { localDays, simulation } = this.ground;
    const clock = localDays.all[index]!;
    this.closeDay(clock);
    simulation.scheduleAt(clock.calendar.midnight(clock.day + 1), this.midnight, index, priority.midnight);
  }

  private closeDay(clock: DayClock): void {
    const { custody, limits, usShelters } = this.flow.parts;
    limits.closeDay(clock);
    this.ground.stocks.closeDay(clock, this.ground.simulation.now);
    custody.closeDay(clock);
    usShelters?.closeDay(clock);
    clock.day++;
  }
}
