import type { BorderView } from "../border-view.ts";
import type { Extensions } from "../extension/extensions.ts";
import { event } from "../ledger/tallies.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { said } from "./measure.ts";
import type { SeriesDefinition } from "./replication-result.ts";

/** The days of a series in a finished model. */
type Days = (model: BorderView) => Float64Array;

/** A daily series, and how to read it from a finished model. */
export interface Series extends SeriesDefinition {
  readonly read: Days;
}

/** Series of a place, from a table of `name [kind]: definition` and how to read them. */
function seriesAt(place: string, table: Readonly<Record<string, Days>>): Series[] {
  return Object.entries(table).map(([text, read]) => {
    const { name, unit: kind, description } = said(text);
    return { name: `${place}.${name}`, unit: "persons", kind: kind as Series["kind"], description, read };
  });
}

/** Series of a sector, or of all, of which `days` has those of an event and `held` the levels of custody. */
function ofPeople(place: string, dates: string, days: (what: number) => Days, held: Days): Series[] {
  return seriesAt(place, {
    [`arrivals [flow]: Apprehensions, ${dates}`]: days(event.arrived),
    [`enrolled [flow]: Put in a pathway, ${dates}`]: days(event.enrolled),
    [`returned.first [flow]: First returns, ${dates}`]: days(event.returned),
    [`court-cases.filed [flow]: Persons in court cases filed, ${dates}`]: days(event.filed),
    [`released [flow]: Released, ${dates}`]: days(event.released),
    [`custody [stock]: Mean number in custody, ${dates}`]: held,
  });
}

/** Every daily series of a run of these parameters, with what is added from outside, in a fixed order. */
export function seriesOf(parameters: BorderParameters, { places = [] }: Extensions): readonly Series[] {
  const { sectors, buses, returnPoints, returnLimits, cities, courts, usShelters = [] } = parameters;
  const filed = "court-cases.filed [flow]: Persons in court cases filed, by local date of the";
  const together =
    (daysOf: (model: BorderView, sector: number) => Float64Array): Days =>
    (model) => {
      const all = sectors.map((_, sector) => daysOf(model, sector));
      return Float64Array.from({ length: parameters.endDay - parameters.firstDay }, (_, day) =>
        all.reduce((persons, days) => persons + days[day]!, 0),
      );
    };
  const atEach = (
    kind: string,
    all: readonly { readonly id: string }[],
    table: (index: number) => Readonly<Record<string, Days>>,
  ): Series[] => all.flatMap(({ id }, index) => seriesAt(`${kind}.${id}`, table(index)));
  return [
    ...sectors.flatMap(({ id }, sector) =>
      ofPeople(
        `sector.${id}`,
        "by local date of the sector",
        (what) => (m) => m.tallies.daily(sector, what),
        (m) => m.custody.byDay[sector]!,
      ),
    ),
    ...atEach("bus", buses, (bus) => ({
      "boarded [flow]: Boarded, by local date of departure": (m) => m.counts.buses[bus]!.boarded.daily,
    })),
    ...atEach("port", returnPoints, (point) => ({
      [`${filed} port`]: (m) => m.courtCases.points[point]!.persons.daily,
    })),
    ...atEach("court", courts, (court) => ({ [`${filed} court`]: (m) => m.courtCases.courts[court]!.persons.daily })),
    ...atEach("limit", returnLimits, (limit) => ({
      "used [flow]: Places used on the local date of the limit": (m) => m.limits.all[limit]!.figures.daily,
    })),
    ...atEach("city", cities, (city) => ({
      "waiting [stock]: Mean number waiting, by local date of the city": (m) => m.cities.byDay[city]!,
    })),
    ...atEach("shelter", usShelters, (shelter) => ({
      "occupancy [stock]: Mean number in the shelter, by local date of its sector": (m) =>
        m.usShelters!.byDay[shelter]!,
    })),
    ...ofPeople(
      "system",
      "all sectors, each by its own local date",
      (what) => together(({ tallies }, sector) => tallies.daily(sector, what)),
      together(({ custody }, sector) => custody.byDay[sector]!),
    ),
    ...atEach(
      "list",
      sectors.filter(({ list }) => list),
      (list) => ({
        "called [flow]: Called from the list, by local date of the port": (m) =>
          m.lists!.all[list]!.figures.called.daily,
        "waiting [stock]: Mean number on the list, by local date of the port": (m) => m.lists!.byDay[list]!,
      }),
    ),
    ...atEach("place", places, (place) => ({
      "present [stock]: Mean number there, by local date of its sector": (m) => m.places.byDay[place]!,
    })),
  ];
}
