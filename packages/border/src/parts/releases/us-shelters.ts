import { type Distribution, type EventType, type Stateful, type StateTransfer, TimeWeighted } from "@mpp-sim/engine";
import type { CaseRow } from "../../ground/case-row.ts";
import { draw } from "../../ground/draws.ts";
import { priority } from "../../ground/priorities.ts";
import type { Ground } from "../../ground.ts";
import type { DayClock } from "../../ledger/day-clock.ts";
import type { UsShelterParameters } from "../../parameters/release-parameters.ts";
import { valueAt } from "../../parameters/timeline.ts";
import { transferFigures } from "../../state/transfer-figures.ts";

/** Number of equal shares of a distribution: with a mean of some days, each is less than a minute wide. */
const shares = 1024;

/** Nights of one shelter. A night belongs to the local date that ends with it. */
interface ShelterFigures {
  /** Persons who came to it. */
  takenIn: number;
  /** Nights with more persons than beds; persons above the beds, summed over nights. */
  nightsOver: number;
  personNightsOver: number;
}

/** Shelters in the United States at the place of release. They turn nobody away, and count the nights of people beyond their beds. */
export class UsShelters implements Stateful {
  /** Persons in each shelter, and in all. */
  readonly levels: readonly TimeWeighted[];
  readonly all: TimeWeighted;
  readonly figures: readonly ShelterFigures[];
  /** Daily means of persons in each shelter. */
  readonly byDay: readonly Float64Array[];
  private readonly ground: Ground;
  private readonly shelters: readonly UsShelterParameters[];
  /** Shelter of each sector, or -1. */
  private readonly shelterOf: readonly number[];
  /** The event of each shelter, with the number of persons who leave as subject: nothing else is needed. */
  private readonly leaves: readonly EventType[];

  constructor(ground: Ground, shelters: readonly UsShelterParameters[]) {
    const { localDays, parameters, simulation, stocks } = ground;
    this.ground = ground;
    this.shelters = shelters;
    this.levels = shelters.map(() => new TimeWeighted(simulation));
    this.all = new TimeWeighted(simulation);
    this.byDay = shelters.map(({ sector }, shelter) =>
      stocks.follow(this.levels[shelter]!, localDays.sectors[sector]!),
    );
    this.figures = shelters.map(() => ({ takenIn: 0, nightsOver: 0, personNightsOver: 0 }));
    this.shelterOf = parameters.sectors.map((_, sector) => shelters.findIndex((shelter) => shelter.sector === sector));
    this.leaves = shelters.map(({ id }, shelter) =>
      simulation.eventType(`leaves shelter ${id}`, (persons) => this.count(shelter, -persons)),
    );
    this.fillAtStart();
  }

  /** The case is released from the custody of a sector. */
  admit(row: CaseRow): void {
    const { cases, draws, simulation, whereabouts } = this.ground;
    const { kind, index } = whereabouts.placeOf(cases.place[row]!);
    const shelter = this.shelterOf[kind === "custody" || kind === "outside" ? index : cases.sector[row]!]!;
    if (shelter < 0) return;
    const { share, stay } = this.shelters[shelter]!;
    if (draws.uniform(row, draw.usShelter) >= share) return;
    const persons = cases.size[row]!;
    this.figures[shelter]!.takenIn += persons;
    this.count(shelter, persons);
    simulation.schedule(stay.quantile(draws.uniform(row, draw.usShelterStay)), this.leaves[shelter]!, persons);
  }

  /** A local date ends: its night counts for the shelters of that zone. */
  closeDay(clock: DayClock): void {
    if (clock.index < 0) return;
    this.shelters.forEach(({ beds, sector }, shelter) => {
      if (this.ground.localDays.sectors[sector] !== clock) return;
      const over = this.levels[shelter]!.level - valueAt(beds, this.ground.simulation.now);
      if (over <= 0) return;
      this.figures[shelter]!.nightsOver++;
      this.figures[shelter]!.personNightsOver += over;
    });
  }

  transfer(state: StateTransfer): void {
    const { levels, all, figures } = this;
    transferFigures(state, [levels, all, figures]);
  }

  /** Whoever is in a shelter when the first date of its sector begins leaves it one by one. */
  private fillAtStart(): void {
    const { localDays, draws, parameters, simulation } = this.ground;
    if (this.shelters.every(({ initial = 0 }) => initial === 0)) return;
    const origins = this.shelters.map(({ id }) => draws.origin(`us-shelter.${id}`));
    const fills = simulation.eventType("in a shelter at the start", (shelter) => {
      const { initial = 0, stay } = this.shelters[shelter]!;
      const rest = restOfSteadyFlow(stay);
      this.count(shelter, initial);
      for (let person = 0; person < initial; person++) {
        const uniform = draws.uniformOf(origins[shelter]!, person, 1, draw.usShelterRest);
        simulation.schedule(rest(uniform), this.leaves[shelter]!, 1);
      }
    });
    this.shelters.forEach(({ initial = 0, sector }, shelter) => {
      const { calendar } = localDays.sectors[sector]!;
      if (initial > 0) simulation.scheduleAt(calendar.midnight(parameters.firstDay), fills, shelter, priority.census);
    });
  }

  private count(shelter: number, persons: number): void {
    this.levels[shelter]!.add(persons);
    this.all.add(persons);
  }
}

/**
 * The distribution of what is left of a duration in progress, if it is not known since when it has lasted: that of a flow that has been
 * steady for long. Its share below x is the mean of min(duration, x) over the mean duration. Returns its quantile function.
 */
export function restOfSteadyFlow(duration: Distribution): (uniform: number) => number {
  const lengths = Float64Array.from({ length: shares }, (_, share) => duration.quantile((share + 0.5) / shares));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return (uniform) => {
    // From one length to the next the sum of min(length, x) grows by one for each share that lasts longer.
    let left = uniform * total;
    let from = 0;
    for (const [share, length] of lengths.entries()) {
      const lastLonger = shares - share;
      const grows = (length - from) * lastLonger;
      if (left < grows) return from + left / lastLonger;
      left -= grows;
      from = length;
    }
    return from;
  };
}
