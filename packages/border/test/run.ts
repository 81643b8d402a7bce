import { isoDate } from "@mpp-sim/engine";
import {
  BorderModel,
  type BorderParameters,
  type constraints,
  describeBorder,
  type ReplicationResult,
  type SimulateOptions,
  simulateBorder,
} from "../src/index.ts";
import { PeopleRows } from "../src/ledger/people-rows.ts";
import { event, type PeopleEvent } from "../src/ledger/tallies.ts";

/** A finished run whose figures are asked for by name. */
export interface Run {
  readonly result: ReplicationResult;
  /** A measure, for example "system.arrivals". */
  readonly measure: (name: string) => number;
  /** A daily series: one number a date, in order. */
  readonly daily: (name: string) => readonly number[];
  /** Person-hours, persons who waited, persons diverted for one constraint. */
  readonly blocked: (sector: string, constraint: (typeof constraints)[number]) => readonly number[];
  /** Person-hours in which one constraint held, alone or with others. */
  readonly held: (sector: string, constraint: (typeof constraints)[number]) => number;
}

export function run(parameters: BorderParameters, options: Partial<SimulateOptions> = {}): Run {
  const result = simulateBorder(parameters, { seed: "test", replication: 0, ...options });
  const catalogue = describeBorder(parameters, options.extensions);
  const rows = (list: readonly { readonly name: string }[]): ReadonlyMap<string, number> =>
    new Map(list.map(({ name }, row) => [name, row]));
  const [measures, series] = [rows(catalogue.measures), rows(catalogue.series)];
  const index = (list: ReadonlyMap<string, number>, name: string): number => {
    const found = list.get(name);
    if (found === undefined) throw new RangeError(`name must be in the catalogue, got ${name}`);
    return found;
  };
  const ledger: (sector: string, constraint: string) => Float64Array = (sector, constraint) => {
    const row = catalogue.blocked.findIndex((entry) => entry.sector === sector && entry.constraint === constraint);
    return result.blocked.subarray(4 * row, 4 * row + 4);
  };
  return {
    result,
    measure: (name) => result.measures[index(measures, name)]!,
    daily: (name) => {
      const column = index(series, name);
      return catalogue.days.map((_, day) => result.daily[day * catalogue.series.length + column]!);
    },
    blocked: (sector, constraint) => [...ledger(sector, constraint).subarray(0, 3)],
    held: (sector, constraint) => ledger(sector, constraint)[3]!,
  };
}

/** How often something has happened to people so far, of all or by sector of arrival. */
export function counted({ ground: { given, tallies } }: BorderModel, what: PeopleEvent, sector?: number): number {
  const cells = new PeopleRows(given).of(sector === undefined ? {} : { sectors: [sector] });
  return tallies.total(cells, event[what]);
}

/** A model that can be stopped at moments: `until(8)` runs what happens before 8 hours. */
export function stepping(
  parameters: BorderParameters,
  seed = "test",
): { model: BorderModel; until: (time: number) => void } {
  const model = new BorderModel(parameters, { seed, replication: 0 });
  return { model, until: (time) => void model.ground.simulation.run(time) };
}

/** Runs and checks at every hour that everyone is accounted for. */
export function runChecked(parameters: BorderParameters, seed = "test", replication = 0): BorderModel {
  const model = new BorderModel(parameters, { seed, replication });
  for (let hour = 1; hour < model.horizon; hour++) {
    model.ground.simulation.run(hour);
    const { balance, familiesSplit } = model.ground.conservation;
    if (balance !== 0 || familiesSplit !== 0) {
      const where = `${isoDate(parameters.firstDay)} + ${hour} h`;
      throw new Error(`people must balance at ${where}, got ${balance} astray and ${familiesSplit} families split`);
    }
  }
  model.run();
  return model;
}
