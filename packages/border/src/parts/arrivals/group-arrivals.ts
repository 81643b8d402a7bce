import {
  Arrivals,
  type EventType,
  PiecewiseRate,
  type Stateful,
  type StateTransfer,
  type Stream,
} from "@mpp-sim/engine";
import { Part } from "../../flow/part.ts";
import { type Flow, step } from "../../flow/step.ts";
import { draw, pick } from "../../ground/draws.ts";
import type { Ground } from "../../ground.ts";
import { settingOver } from "../../parameters/later-settings.ts";
import type { ArrivalParameters } from "../../parameters/sector-parameters.ts";
import { always, type Timeline, valueAt } from "../../parameters/timeline.ts";
import type { SectorChoice } from "./sector-choice.ts";

/** A source of groups: the ordinary ones of a sector and category, or the large ones. */
interface GroupSource {
  readonly sector: number;
  /** Whether it is of people who stay at home under the base policy. */
  readonly home: boolean;
  /** Its place among the arrivals of the sector. */
  readonly index: number;
  readonly crossings: Arrivals;
  readonly sizes: Stream;
  readonly large: boolean;
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
export class GroupArrivals extends Part implements Stateful {
  private readonly choice: SectorChoice;
  private readonly sources: GroupSource[] = [];
  private readonly crosses: EventType;

  constructor(ground: Ground, flow: Flow, choice: SectorChoice) {
    super(ground, flow);
    this.choice = choice;
    const { simulation, parameters } = ground;
    this.crosses = simulation.eventType("group crosses", (index) => {
      const source = this.sources[index]!;
      this.cross(source);
      this.schedule(index, source.crossings.next());
    });
    const home = ground.displacement
      ? settingOver(parameters, "displacement", 0, ({ outsideShare }) => outsideShare)
      : always(0);
    parameters.sectors.forEach((sector, sectorIndex) => {
      sector.arrivals.forEach((arrival, index) => {
        const over = settingOver(parameters, "sectors", sectorIndex, ({ arrivals }) => arrivals[index]!);
        this.add(sectorIndex, index, "", ordinaryGroups(over));
        if (arrival.large) this.add(sectorIndex, index, ".large", arrival.large.groups);
        if (home.some(({ value }) => value > 0)) this.add(sectorIndex, index, ".home", groupsAtHome(over, home));
      });
    });
    this.sources.forEach(({ crossings }, index) => {
      this.schedule(index, crossings.next());
    });
  }

  /** Has the next group of each source cross when the rates of this ground say, in place of those that its past had in view. */
  replan(): void {
    this.sources.forEach(({ crossings, next }, index) => {
      this.ground.simulation.cancel(next);
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

  /** All sources are made here, of one shape: the compiler then reads them fast. */
  private add(sector: number, index: number, kind: "" | ".large" | ".home", rate: PiecewiseRate): void {
    const { simulation, draws, parameters } = this.ground;
    const { id, arrivals } = parameters.sectors[sector]!;
    const { category, nationality } = arrivals[index]!;
    const name = `${id}.${category}${kind}`;
    this.sources.push({
      sector,
      index,
      home: kind === ".home",
      large: kind === ".large",
      crossings: new Arrivals(rate, simulation.stream(`crossings.${name}`)),
      sizes: simulation.stream(`groups.${name}`),
      origin: draws.origin(name),
      nationality: nationality.map(({ from, value }) => ({
        from,
        value: { of: value, total: value.reduce((sum, weight) => sum + weight, 0) },
      })),
      nextOrdinal: 0,
      next: 0,
    });
  }

  private schedule(index: number, at: number): void {
    const source = this.sources[index]!;
    source.next = at < Number.POSITIVE_INFINITY ? this.ground.simulation.scheduleAt(at, this.crosses, index) : 0;
  }

  private cross(source: GroupSource): void {
    const { cases, parameters } = this.ground;
    const of = parameters.sectors[source.sector]!.arrivals[source.index]!;
    const count = source.large ? largeCases(of, source.sizes) : of.groupCases.sample(source.sizes);
    const group = count > 1 ? cases.newGroup() : 0;
    for (let i = 0; i < count; i++) this.caught(source, of, group);
  }

  private caught(source: GroupSource, { caseSize, category }: ArrivalParameters, group: number): void {
    const { choice } = this;
    const { cases, counts, draws, simulation } = this.ground;
    const row = cases.add();
    cases.category[row] = category;
    cases.sector[row] = source.sector;
    cases.source[row] = source.origin;
    cases.ordinal[row] = source.nextOrdinal++;
    cases.group[row] = group;
    const size = caseSize.variance === 0 ? caseSize.mean : caseSize.quantile(draws.uniform(row, draw.size));
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
    this.flow.next(row, step.arrival);
  }
}

/** Cases in a large group of so many persons. The fraction is decided at random, so that persons are met in expectation. */
function largeCases({ caseSize, large }: ArrivalParameters, sizes: Stream): number {
  const persons = large!.persons.sample(sizes);
  return Math.max(1, Math.floor(persons / caseSize.mean + sizes.uniform()));
}

/** Groups an hour so that, with the large groups, the expected persons are those of the table, whatever the sizes of a date. */
function ordinaryGroups(arrivals: Timeline<ArrivalParameters>): PiecewiseRate {
  const { persons, large } = arrivals[0]!.value;
  if (large === undefined && changesOf(arrivals).length === 0) {
    const divisor = personsPerGroup(arrivals[0]!.value);
    return new PiecewiseRate(
      persons.times,
      persons.rates.map((rate) => rate / divisor),
    );
  }
  return rateOver([...persons.times, ...(large?.groups.times ?? [])], arrivals, (time, arrival) => {
    const inLarge = large ? large.groups.rateAt(time) * arrival.large!.persons.mean : 0;
    return Math.max(0, persons.rateAt(time) - inLarge) / personsPerGroup(arrival);
  });
}

/** Groups an hour of those who stay at home under the base policy: a share of all who might come. */
function groupsAtHome(arrivals: Timeline<ArrivalParameters>, outside: Timeline<number>): PiecewiseRate {
  const { persons } = arrivals[0]!.value;
  return rateOver([...persons.times, ...outside.slice(1).map(({ from }) => from)], arrivals, (time, arrival) => {
    const share = valueAt(outside, time);
    return share === 0 ? 0 : persons.rateAt(time) / ((personsPerGroup(arrival) * (1 - share)) / share);
  });
}

/** A rate that is constant between given times and those at which the sizes of cases or groups change. */
function rateOver(
  times: readonly number[],
  arrivals: Timeline<ArrivalParameters>,
  rateAt: (time: number, arrival: ArrivalParameters) => number,
): PiecewiseRate {
  const all = [...new Set([...times, ...changesOf(arrivals)])].sort((a, b) => a - b);
  return new PiecewiseRate(
    all,
    all.map((time) => rateAt(time, valueAt(arrivals, time))),
  );
}

/** When the sizes of cases or groups change. */
function changesOf(arrivals: Timeline<ArrivalParameters>): number[] {
  return arrivals.slice(1).flatMap(({ from, value: { caseSize, groupCases, large } }, index) => {
    const before = arrivals[index]!.value;
    const isSame =
      caseSize === before.caseSize && groupCases === before.groupCases && large?.persons === before.large?.persons;
    return isSame ? [] : [from];
  });
}

function personsPerGroup({ groupCases, caseSize }: ArrivalParameters): number {
  return groupCases.mean * caseSize.mean;
}
