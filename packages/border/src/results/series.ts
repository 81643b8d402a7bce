import type { BorderView } from "../border-view.ts";
import type { Extensions } from "../extension/extensions.ts";
import { event } from "../ledger/tallies.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { SeriesDefinition } from "./replication-result.ts";

/** A daily series, and how to read a day of it from a finished model. */
export interface Series extends SeriesDefinition {
  readonly read: (model: BorderView, day: number) => number;
}

type Read = Series["read"];

/** Every daily series of a run of these parameters, with what is added from outside, in a fixed order. */
export function seriesOf(parameters: BorderParameters, { places = [] }: Extensions): readonly Series[] {
  const { sectors, buses, returnPoints, returnLimits, cities, courts, usShelters = [] } = parameters;
  const series = (name: string, kind: Series["kind"], description: string, read: Read): Series => ({
    name,
    unit: "persons",
    kind,
    description,
    read,
  });
  const counted = (what: number) => (sector: number) => (model: BorderView, day: number) =>
    model.tallies.daily(sector, what)[day]!;
  const bySector: readonly (readonly [string, Series["kind"], string, (sector: number) => Read])[] = [
    ["arrivals", "flow", "Apprehensions", counted(event.arrived)],
    ["enrolled", "flow", "Put in a pathway", counted(event.enrolled)],
    ["returned.first", "flow", "First returns", counted(event.returned)],
    ["court-cases.filed", "flow", "Persons in court cases filed", counted(event.filed)],
    ["released", "flow", "Released", counted(event.released)],
    ["custody", "stock", "Mean number in custody", (s) => (m, day) => m.custody.byDay[s]![day]!],
  ];
  return [
    ...sectors.flatMap(({ id }, sector) =>
      bySector.map(([what, kind, description, read]) =>
        series(`sector.${id}.${what}`, kind, `${description}, by local date of the sector`, read(sector)),
      ),
    ),
    ...buses.map(({ id }, bus) =>
      series(
        `bus.${id}.boarded`,
        "flow",
        "Boarded, by local date of departure",
        (m, day) => m.counts.buses[bus]!.boarded.daily[day]!,
      ),
    ),
    ...(
      [
        ["port", returnPoints, (m: BorderView) => m.courtCases.points],
        ["court", courts, (m: BorderView) => m.courtCases.courts],
      ] as const
    ).flatMap(([kind, places, filed]) =>
      places.map(({ id }, place) =>
        series(
          `${kind}.${id}.court-cases.filed`,
          "flow",
          `Persons in court cases filed, by local date of the ${kind}`,
          (m, day) => filed(m)[place]!.persons.daily[day]!,
        ),
      ),
    ),
    ...returnLimits.map(({ id }, limit) =>
      series(
        `limit.${id}.used`,
        "flow",
        "Places used on the local date of the limit",
        (m, day) => m.limits.figures[limit]!.daily[day]!,
      ),
    ),
    ...cities.map(({ id }, city) =>
      series(
        `city.${id}.waiting`,
        "stock",
        "Mean number waiting, by local date of the city",
        (m, day) => m.cities.byDay[city]![day]!,
      ),
    ),
    ...usShelters.map(({ id }, shelter) =>
      series(
        `shelter.${id}.occupancy`,
        "stock",
        "Mean number in the shelter, by local date of its sector",
        (m, day) => m.usShelters!.byDay[shelter]![day]!,
      ),
    ),
    ...bySector.map(([what, kind, description, read]) => {
      const reads = sectors.map((_, sector) => read(sector));
      return series(`system.${what}`, kind, `${description}, all sectors, each by its own local date`, (m, day) =>
        reads.reduce((persons, of) => persons + of(m, day), 0),
      );
    }),
    ...sectors
      .filter(({ list }) => list)
      .flatMap(({ id }, list) => [
        series(
          `list.${id}.called`,
          "flow",
          "Called from the list, by local date of the port",
          (m, day) => m.lists!.all[list]!.figures.called.daily[day]!,
        ),
        series(
          `list.${id}.waiting`,
          "stock",
          "Mean number on the list, by local date of the port",
          (m, day) => m.lists!.byDay[list]![day]!,
        ),
      ]),
    ...places.map(({ id }, index) =>
      series(
        `place.${id}.present`,
        "stock",
        "Mean number there, by local date of its sector",
        (m, day) => m.places.byDay[index]![day]!,
      ),
    ),
  ];
}
