import type { BorderParameters } from "../parameters/border-parameters.ts";
import { type Measure, measuresAt, sum } from "./measure.ts";

/** People who wait on the lists of ports, by list and by city; none where there are no lists. */
export function listMeasures({ cities, sectors }: BorderParameters): Measure[] {
  const listed = sectors.flatMap(({ id, list }, sector) => (list ? [{ id, sector, city: list.city }] : []));
  return [
    ...listed.flatMap(({ id, sector }, list) => ofList(id, sector, list)),
    ...cities.flatMap(({ id }, city) => {
      const here = [...listed.keys()].filter((list) => listed[list]!.city === city);
      return here.length === 0 ? [] : ofCity(id, here);
    }),
  ];
}

function ofList(id: string, sector: number, list: number): Measure[] {
  const known = measuresAt(`list.${id}`, ({ lists }) => ({ ...lists!.all[list]!.figures, level: lists!.level(list) }));
  return known({
    "joined [persons]: Persons who came to the port and were put on its list, when they come; those there at the start included":
      ({ joined }) => joined.total,
    "called [persons]: Persons called from the list, at the call; they are then arrivals of the port": ({ called }) =>
      called.total,
    "left [persons]: Persons who gave up the list, when they do": "left",
    "waiting.mean [persons]: Mean number on the list over the run": ({ level }) => level.mean,
    "waiting.max [persons]: Largest number on the list": ({ level }) => level.max,
    "waiting.end [persons]: On the list at the end": ({ level }) => level.level,
    "person-days [person-days]: Days spent on the list; those of people still on it count": ({ level }) =>
      level.integral / 24,
    "wait.days.median [days]: Median days on the list, persons; those still on it count as waiting longer, those there at the start from then on":
      ({ waits }, { present }) => waits.median(present.onList[sector]!),
  });
}

function ofCity(id: string, all: readonly number[]): Measure[] {
  return measuresAt(`city.${id}.on-list`, ({ lists }) => all.map((list) => lists!.level(list)))({
    "mean [persons]: Mean number here on lists of ports over the run, beside those who wait for a hearing": (levels) =>
      sum(levels, ({ mean }) => mean),
    "end [persons]: Here on lists of ports at the end": (levels) => sum(levels, ({ level }) => level),
  });
}
