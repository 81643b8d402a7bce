import type { FiledCases } from "../ledger/court-cases.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { PeopleOf } from "./groups.ts";
import { type AddMeasure, type Measure, measuresAt, quantile, share } from "./measure.ts";
import { whenFiled } from "./words.ts";

/** Measures between custody and the border: buses, interviews, limits, ports. */
export function busMeasures(id: string, bus: number): Measure[] {
  const measure = measuresAt(`bus.${id}`, ({ counts, parameters, whereabouts }) => {
    const figures = counts.buses[bus]!;
    const aboard = whereabouts.levels[whereabouts.bus(bus)]!;
    return { figures, miles: figures.miles(parameters.buses[bus]!), personHours: aboard.integral };
  });
  const came = "first returns of people who came by this bus";
  return [
    measure("trips", "trips", "Departures with somebody aboard", ({ figures }) => figures.trips),
    measure("boarded", "persons", "Persons boarded, at the departure", ({ figures }) => figures.boarded.total),
    measure("load-factor", "share", "Persons boarded over seats of the trips made", ({ figures }) =>
      share(figures.boarded.total, figures.seats),
    ),
    measure(
      "wait.hours.median",
      "hours",
      "Median hours from being ready for the bus to boarding, persons who boarded",
      ({ figures }) => quantile(figures.waits, 0.5),
    ),
    measure("breakdowns", "trips", "Trips on which the vehicle broke down", ({ figures }) => figures.breakdowns),
    measure("returned.first", "persons", `Persons in ${came}, at the crossing`, ({ figures }) => figures.returned),
    measure("miles.per-return", "miles", `Miles of the trips made, one way, over ${came}`, ({ figures, miles }) =>
      share(miles, figures.returned),
    ),
    measure("hours.per-return", "hours", `Hours of driving on the trips made, one way, over ${came}`, ({ figures }) =>
      share(figures.hours, figures.returned),
    ),
    measure("miles", "miles", "Miles of the trips made, one way", "miles"),
    measure("hours", "hours", "Hours of driving on the trips made, one way", ({ figures }) => figures.hours),
    measure("person-hours", "person-hours", "Hours that people spent on the bus in the period", "personHours"),
  ];
}

/** Measures of interviews after a hearing; none where no unit holds them. */
export function againMeasures({ interviewUnits }: BorderParameters, people: PeopleOf): Measure[] {
  if (interviewUnits.every(({ afterHearing }) => afterHearing === undefined)) return [];
  return [
    ...interviewUnits.flatMap(({ id, afterHearing }, unit) => {
      if (afterHearing === undefined) return [];
      const measure = measuresAt(`interview.${id}`, ({ counts }) => counts.units[unit]!);
      return [
        measure(
          "held.again",
          "persons",
          "Persons in cases interviewed again after a hearing, at the end of the interview; not part of `held`",
          "heldAgain",
        ),
        measure(
          "at-risk.again",
          "persons",
          "Persons in cases found at risk after a hearing, at the end of the interview; not part of `at-risk`",
          "atRiskAgain",
        ),
      ];
    }),
    ...people({}, "exits.after-hearing"),
  ];
}

export function unitMeasures(id: string, unit: number): Measure[] {
  const measure = measuresAt(`interview.${id}`, ({ counts }) => counts.units[unit]!);
  return [
    measure("held", "persons", "Persons in cases interviewed, at the end of the interview", "held"),
    measure("at-risk", "persons", "Persons in cases found at risk, at the end of the interview", "atRisk"),
    measure(
      "backlog.mean",
      "persons",
      "Mean number of persons in cases that wait for an officer",
      (_, { interviews }) => interviews.backlog[unit]!.mean,
    ),
  ];
}

export function limitMeasures(id: string, limit: number): Measure[] {
  const measure = measuresAt(`limit.${id}`, ({ limits }) => limits.figures[limit]!);
  return [
    measure("days", "days", "Local dates on which a return point of the limit was open", "days"),
    measure(
      "days-binding",
      "days",
      "Local dates on which a case that could cross but for the limit had to wait",
      "daysBinding",
    ),
    measure("used.share", "share", "Places used over places there were on those dates", ({ used, places }) =>
      share(used, places),
    ),
    measure("used.max-per-day", "persons", "Most places used on one local date", "usedMax"),
    measure("unused", "places", "Places unused at the end of the dates on which a return point was open", "unused"),
    measure(
      "unused.no-fit",
      "places",
      "Places unused at the end of dates on which a case that waited did not fit into what was left",
      "unusedNoFit",
    ),
    measure(
      "unused.nobody-ready",
      "places",
      "The other places unused: while the port was at work nobody was ready to cross, or whoever was lacked something else",
      ({ unused, unusedNoFit }) => unused - unusedNoFit,
    ),
  ];
}

/** Measures of a hub: what happens there to its own people and to those brought by bus. */
export function hubMeasures(id: string, hub: number): Measure[] {
  return (
    [
      ["own", "people of this sector"],
      ["brought", "people brought here by bus"],
    ] as const
  ).flatMap(([which, who]) => {
    const measure = measuresAt(`hub.${id}.${which}`, ({ blocked }) => blocked.hubs[which][hub]!);
    const shared = "consent, a court date, a shelter, a limit, the port or an officer";
    const waited = `Hours that ${who} waited for ${shared}, before the first return or a way out`;
    return [
      measure("returned.first", "persons", `First returns from here of ${who}, at the crossing`, "returned"),
      measure("waited", "person-hours", waited, "waited"),
      measure("waited.per-return", "hours", `${waited}, over their first returns from here`, ({ waited, returned }) =>
        share(waited, returned),
      ),
      measure("diverted", "persons", `Not returned for want of ${shared}, of ${who}`, "diverted"),
    ];
  });
}

export function pointMeasures(id: string, point: number): Measure[] {
  const measure = measuresAt(`port.${id}`, ({ counts, courtCases }) => ({
    ...counts.points[point]!,
    filed: courtCases.points[point]!,
  }));
  const here = "through this point, at the crossing";
  return [
    measure("returned.first", "persons", `First returns ${here}`, ({ first }) => first.total),
    measure(
      "returned.after-hearing",
      "persons",
      `Re-entries after hearings ${here}`,
      ({ afterHearing }) => afterHearing.total,
    ),
    ...filedMeasures(measure, "of people returned, or to be returned, through this point"),
  ];
}

/** Court cases filed: the third meaning of "returned". */
export function filedMeasures<T extends { readonly filed: FiledCases }>(
  measure: AddMeasure<T>,
  which: string,
): Measure[] {
  return [
    measure(
      "court-cases.filed",
      "persons",
      `Persons in court cases filed, ${which}, ${whenFiled}`,
      ({ filed }) => filed.persons.total,
    ),
    measure(
      "court-cases.filed.cases",
      "cases",
      `Court cases filed, ${which}, ${whenFiled}`,
      ({ filed }) => filed.cases,
    ),
  ];
}
