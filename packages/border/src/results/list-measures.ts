import type { BorderView } from "../border-view.ts";
import { stage } from "../ground/stage.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { type Measure, measuresAt, sum } from "./measure.ts";

/** People who wait on the lists of ports, by list and by city; none where there are no lists. */
export function listMeasures({ cities, sectors }: BorderParameters): Measure[] {
  const listed = sectors.flatMap(({ id, list }, sector) => (list ? [{ id, sector, city: list.city }] : []));
  const inCity = (city: number) => [...listed.keys()].filter((list) => listed[list]!.city === city);
  return [
    ...listed.flatMap(({ id, sector }, list) => ofList(id, sector, list)),
    ...cities.flatMap(({ id }, city) => (inCity(city).length === 0 ? [] : ofCity(id, inCity(city)))),
  ];
}

function ofList(id: string, sector: number, list: number): Measure[] {
  const measure = measuresAt(`list.${id}`);
  const figures = ({ lists }: BorderView) => lists!.all[list]!.figures;
  const level = ({ lists }: BorderView) => lists!.level(list);
  return [
    measure(
      "joined",
      "persons",
      "Persons who came to the port and were put on its list; those there at the start included",
      (m) => figures(m).joined.total,
    ),
    measure(
      "called",
      "persons",
      "Persons called from the list; they are then arrivals of the port",
      (m) => figures(m).called.total,
    ),
    measure("left", "persons", "Persons who gave up the list", (m) => figures(m).left),
    measure("waiting.mean", "persons", "Mean number on the list over the run", (m) => level(m).mean),
    measure("waiting.max", "persons", "Largest number on the list", (m) => level(m).max),
    measure("waiting.end", "persons", "On the list at the end", (m) => level(m).level),
    measure(
      "person-days",
      "person-days",
      "Days spent on the list; those of people still on it count",
      (m) => level(m).integral / 24,
    ),
    measure(
      "wait.days.median",
      "days",
      "Median days on the list, persons; those still on it count as waiting longer, those there at the start from then on",
      (m) => figures(m).waits.median(openWaits(m, sector)),
    ),
  ];
}

function ofCity(id: string, lists: readonly number[]): Measure[] {
  const measure = measuresAt(`city.${id}.on-list`);
  return [
    measure("mean", "persons", "Mean number here on lists of ports, beside those who wait for a hearing", (m) =>
      sum(lists, (list) => m.lists!.level(list).mean),
    ),
    measure("end", "persons", "Here on lists of ports at the end", (m) =>
      sum(lists, (list) => m.lists!.level(list).level),
    ),
  ];
}

function* openWaits(
  { cases, simulation }: BorderView,
  sector: number,
): Generator<readonly [hours: number, persons: number]> {
  for (const row of cases.rows()) {
    if (cases.stage[row] !== stage.onList || cases.sector[row] !== sector) continue;
    yield [simulation.now - cases.placeSince[row]!, cases.size[row]!];
  }
}
