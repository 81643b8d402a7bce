import type { EventType } from "../core/events.ts";
import type { Handle } from "../core/handle.ts";
import { wholeNumber } from "../core/refuse.ts";
import type { Simulation } from "../core/simulation.ts";
import type { Stateful, StateTransfer } from "../core/stateful.ts";
import type { Command } from "../process/process.ts";
import type { WaitingPlace } from "../process/waiting-place.ts";
import { Tally } from "../statistics/tally.ts";
import { WaitingLine } from "./waiting-line.ts";

/**
 * Which groups board while seats are left. `strict`: in order, up to the first that does not fit. `together`: each that
 * fits, in order. `split`: in order; of the group that does not fit, as many as there are seats, and the rest stay
 * first in line.
 */
export type GroupRule = "strict" | "together" | "split";

/** When a batch departs, and who boards. */
export interface BatchOptions {
  /** Seats of one departure, from 1. */
  readonly seats: number;
  /** It departs when so many wait; the number of seats unless given, or 0 with a timetable. */
  readonly minimumLoad?: number;
  /** It departs when the first in line has waited so long, whatever the load. */
  readonly maximumWait?: number;
  /**
   * It departs only at these times, if enough wait or the first has waited long enough: ascending, in simulation time.
   */
  readonly timetable?: readonly number[];
  /** `strict` unless given. */
  readonly groups?: GroupRule;
  /** Called after the events of a departure have been scheduled, with how many left in it. */
  readonly departs?: (load: number) => void;
  /** Called with the subject of each group that left because its patience was over. */
  readonly reneges?: (subject: number) => void;
}

const due = 0;
const waitedLong = 1;

/**
 * Groups that leave together, as by a vehicle that is always there. It departs by load, by waiting time or by
 * timetable. The event (type, subject) of each group that boards fires at the instant of departure; for a group that
 * was split, when the last of it depart. Registered as `batch` and its name, its line as `line` and its name.
 */
export class Batch implements Stateful, WaitingPlace {
  /** Those who wait; the level counts persons. */
  readonly line: WaitingLine;
  /** Loads of the departures. */
  readonly loads: Tally = new Tally();
  /** How many one departure takes. */
  readonly seats: number;
  private readonly simulation: Simulation;
  private readonly minimumLoad: number;
  private readonly maximumWait: number;
  private readonly timetable: readonly number[] | undefined;
  private readonly groups: GroupRule;
  private readonly departs: ((load: number) => void) | undefined;
  private readonly clock: EventType;
  /** The event at which the first in line has waited long enough, or 0, and who that is. */
  private alarm: Handle = 0;
  private alarmOf: Handle = 0;
  private nextInTimetable = 0;

  /**
   * @throws RangeError if the seats are not a whole number from 1, the minimum load not one from 0 to the seats, the maximum wait
   * negative, the timetable not ascending from now on, or another batch or line has the name
   */
  constructor(simulation: Simulation, name: string, options: BatchOptions) {
    const { seats, timetable, reneges } = options;
    this.simulation = simulation;
    this.seats = wholeNumber("seats", seats, 1);
    this.minimumLoad = wholeNumber("minimumLoad", options.minimumLoad ?? (timetable ? 0 : seats), timetable ? 0 : 1);
    if (this.minimumLoad > seats)
      throw new RangeError(`minimumLoad must be at most the ${seats} seats, got ${this.minimumLoad}`);
    this.maximumWait = options.maximumWait ?? Number.POSITIVE_INFINITY;
    if (!(this.maximumWait >= 0)) throw new RangeError(`maximumWait must not be negative, got ${this.maximumWait}`);
    this.timetable = timetable;
    this.groups = options.groups ?? "strict";
    this.departs = options.departs;
    const leaves = reneges && { reneges: this.leaving(reneges) };
    this.line = new WaitingLine(simulation, name, { owner: this, ...leaves });
    this.clock = simulation.eventType(`departure, batch ${name}`, (reason) => this.depart(reason));
    simulation.register(`batch ${name}`, this);
    timetable?.forEach((time, i) => {
      if (i > 0 && !(time > timetable[i - 1]!))
        throw new RangeError(`timetable must ascend, got ${time} after ${timetable[i - 1]}`);
    });
    this.scheduleNext();
  }

  /**
   * A group waits to board: the event (type, subject) fires when it departs. The handle can withdraw it until then.
   * @throws RangeError if the size is not a whole number from 1, or more than the seats of one departure and not to be split
   */
  request(type: EventType, subject: number, size = 1, patience?: number): Handle {
    if (size > this.seats && this.groups !== "split")
      throw new RangeError(`size must be at most the ${this.seats} seats, got ${size}`);
    const handle = this.line.join(type, subject, size, patience === undefined ? undefined : { patience });
    this.settle();
    return handle;
  }

  /** For processes: `yield bus.board(4)`. @throws RangeError as `request` and `Simulation.mustBeProcess` do */
  board(size = 1): Command {
    return this.request(this.simulation.resume, this.simulation.mustBeProcess(), size);
  }

  /**
   * Withdraws a group that waits, or that departs at this instant if its event has yet to fire: then its seats stay
   * empty.
   */
  cancel(handle: Handle): boolean {
    const done = this.line.cancel(handle);
    this.settle();
    return done;
  }
  isPending(handle: Handle): boolean {
    return this.line.isPending(handle);
  }
  isGranted(handle: Handle): boolean {
    return this.line.isGranted(handle);
  }

  /** Begins its statistics anew; those who wait stay. */
  reset(): void {
    this.loads.reset();
  }

  transfer(state: StateTransfer): void {
    this.loads.transfer(state);
    this.alarm = state.number(this.alarm);
    this.alarmOf = state.number(this.alarmOf);
    this.nextInTimetable = state.number(this.nextInTimetable);
  }

  private leaving(reneges: (subject: number) => void): (subject: number) => void {
    return (subject) => {
      this.settle();
      reneges(subject);
    };
  }

  private depart(reason: number): void {
    if (reason === due) {
      this.nextInTimetable++;
      this.scheduleNext();
      if (this.line.amountWaiting >= this.minimumLoad || this.firstHasWaited()) this.leave();
    } else {
      this.alarm = 0;
      this.alarmOf = 0;
      this.leave();
    }
    this.settle();
  }

  /** Departs as often as the load demands, then sets the alarm of the first in line. */
  private settle(): void {
    if (this.timetable !== undefined) return;
    while (this.line.amountWaiting >= this.minimumLoad && this.leave() > 0);
    const first = this.line.first();
    if (first === this.alarmOf || this.maximumWait === Number.POSITIVE_INFINITY) return;
    this.simulation.cancel(this.alarm);
    this.alarmOf = first;
    this.alarm = first === 0 ? 0 : this.simulation.scheduleAt(this.latest(first), this.clock, waitedLong);
  }

  /** Boards those for whom there are seats, and reports the departure. Returns how many. */
  private leave(): number {
    const { line, groups, seats } = this;
    let left = line.fill(seats, groups === "together" ? "skip" : "block");
    if (groups === "split") left -= line.shrinkFirst(left);
    const load = seats - left;
    this.loads.add(load);
    this.departs?.(load);
    return load;
  }

  private latest(handle: Handle): number {
    return Math.max(this.simulation.now, this.line.since(handle) + this.maximumWait);
  }

  private firstHasWaited(): boolean {
    const first = this.line.first();
    return first !== 0 && this.latest(first) <= this.simulation.now;
  }

  private scheduleNext(): void {
    const time = this.timetable?.[this.nextInTimetable];
    if (time !== undefined) this.simulation.scheduleAt(time, this.clock, due, -1);
  }
}
