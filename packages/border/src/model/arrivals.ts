import {
  Arrivals,
  type Distribution,
  type EventType,
  PiecewiseRate,
  type Stateful,
  type StateTransfer,
  type Stream,
} from "@mpp-sim/engine";
import type { ArrivalParameters } from "../parameters/sector-parameters.ts";
import { type Timeline, valueAt } from "../parameters/timeline.ts";
import type { BorderModel } from "./border-model.ts";
import { draw, pick } from "./draws.ts";

/** A source of groups: the ordinary ones of a sector and category, or the large ones. */
interface GroupSource {
  readonly sector: number;
  /** Whether these are people who stay at home under the base policy. */
  readonly home: boolean;
  readonly parameters: ArrivalParameters;
  readonly crossings: Arrivals;
  readonly sizes: Stream;
  /** Cases in a group. */
  readonly cases: Distribution | "large";
  readonly origin: number;
  readonly nationality: Timeline<Weights>;
  nextOrdinal: number;
  /** The event of its next group, 0 for none. */
  next: number;
}

interface Weights {
  readonly of: readonly number[];
  readonly total: number;
}

/** People cross in groups of cases, at rates that vary by month, weekday and hour. */
export class GroupArrivals implements Stateful {
  private readonly model: BorderModel;
  private readonly sources: GroupSource[] = [];
  private readonly crosses: EventType;

  constructor(model: BorderModel) {
    this.model = model;
    const { simulation, parameters } = model;
    this.crosses = simulation.eventType("group crosses", (index) => {
      const source = this.sources[index]!;
      this.cross(source);
      this.schedule(index, source.crossings.next());
    });
    parameters.sectors.forEach((sector, sectorIndex) => {
      for (const arrival of sector.arrivals) {
        const name = `${sector.id}.${arrival.category}`;
        this.add(sectorIndex, arrival, name, ordinaryGroups(arrival), arrival.groupCases);
        if (arrival.large) this.add(sectorIndex, arrival, `${name}.large`, arrival.large.groups, "large");
        const { outsideShare = 0 } = model.displacement ?? {};
        if (outsideShare > 0) {
          const atHome = divided(arrival.persons, (personsPerGroup(arrival) * (1 - outsideShare)) / outsideShare);
          this.add(sectorIndex, arrival, `${name}.home`, atHome, arrival.groupCases, true);
        }
      }
    });
    this.sources.forEach(({ crossings }, index) => {
      this.schedule(index, crossings.next());
    });
  }

  /** Has the next group of each source cross when the rates of this model say, in place of those that its past had in view. */
  replan(): void {
    this.sources.forEach(({ crossings, next }, index) => {
      this.model.simulation.cancel(next);
      this.schedule(index, crossings.latest);
    });
  }

  /** The streams belong to the simulation. */
  transfer(state: StateTransfer): void {
    for (const source of this.sources) {
      source.crossings.transfer(state);
      source.nextOrdinal = state.number(source.nextOrdinal);
      source.next = state.number(source.next);
    }
  }

  private add(
    sector: number,
    parameters: ArrivalParameters,
    name: string,
    rate: PiecewiseRate,
    cases: Distribution | "large",
    home = false,
  ): void {
    const { simulation, draws } = this.model;
    this.sources.push({
      sector,
      home,
      parameters,
      crossings: new Arrivals(rate, simulation.stream(`crossings.${name}`)),
      sizes: simulation.stream(`groups.${name}`),
      cases,
      origin: draws.origin(name),
      nationality: parameters.nationality.map(({ from, value }) => ({
        from,
        value: { of: value, total: value.reduce((sum, weight) => sum + weight, 0) },
      })),
      nextOrdinal: 0,
      next: 0,
    });
  }

  private schedule(index: number, at: number): void {
    const source = this.sources[index]!;
    source.next = at < Number.POSITIVE_INFINITY ? this.model.simulation.scheduleAt(at, this.crosses, index) : 0;
  }

  private cross(source: GroupSource): void {
    const count = source.cases === "large" ? largeCases(source) : source.cases.sample(source.sizes);
    const group = count > 1 ? this.model.cases.newGroup() : 0;
    for (let i = 0; i < count; i++) this.caught(source, group);
  }

  private caught(source: GroupSource, group: number): void {
    const { cases, choice, counts, draws, simulation } = this.model;
    const { parameters } = source;
    const row = cases.add();
    cases.category[row] = parameters.category;
    cases.sector[row] = source.sector;
    cases.source[row] = source.origin;
    cases.ordinal[row] = source.nextOrdinal++;
    cases.group[row] = group;
    const size =
      parameters.caseSize.variance === 0
        ? parameters.caseSize.mean
        : parameters.caseSize.quantile(draws.uniform(row, draw.size));
    cases.size[row] = size;
    cases.originSize[row] = size;
    const weights = valueAt(source.nationality, simulation.now);
    cases.nationality[row] = pick(weights.of, draws.uniform(row, draw.nationality), weights.total);
    if (choice.active) {
      const origin = source.home ? choice.home : source.sector;
      const sector = choice.first(row, origin);
      if (sector !== origin) counts.displace(row, origin, sector);
      if (sector === choice.home) {
        cases.remove(row);
        return;
      }
      cases.sector[row] = sector;
    }
    this.model.come(row);
  }
}

/** Cases in a large group of so many persons; the fraction is settled at random, so that persons are met in expectation. */
function largeCases(source: GroupSource): number {
  const persons = source.parameters.large!.persons.sample(source.sizes);
  return Math.max(1, Math.floor(persons / source.parameters.caseSize.mean + source.sizes.uniform()));
}

/** Groups an hour so that, with the large groups, the expected persons are those of the table. */
function ordinaryGroups(arrival: ArrivalParameters): PiecewiseRate {
  const { persons, large } = arrival;
  const perGroup = personsPerGroup(arrival);
  if (!large) return divided(persons, perGroup);
  const times = [...new Set([...persons.times, ...large.groups.times])].sort((a, b) => a - b);
  const rates = times.map(
    (time) => Math.max(0, persons.rateAt(time) - large.groups.rateAt(time) * large.persons.mean) / perGroup,
  );
  return new PiecewiseRate(times, rates);
}

function personsPerGroup({ groupCases, caseSize }: ArrivalParameters): number {
  return groupCases.mean * caseSize.mean;
}

function divided({ times, rates }: PiecewiseRate, divisor: number): PiecewiseRate {
  return new PiecewiseRate(
    times,
    rates.map((rate) => rate / divisor),
  );
}
