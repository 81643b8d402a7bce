import type { FiledCases } from "../ledger/court-cases.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { PeopleOf } from "./groups.ts";
import { type Measure, type MeasuresAt, measuresAt, quantile, share } from "./measure.ts";
import { whenFiled } from "./words.ts";

/** Measures between custody and the border: buses, interviews, limits, ports. */
export function busMeasures(id: string, bus: number): Measure[] {
  const measures = measuresAt(`bus.${id}`, ({ counts }) => counts.buses[bus]!);
  const miles = "Miles of the trips made, one way";
  const hours = "Hours of driving on the trips made, one way";
  const came = "first returns of people who came by this bus";
  return measures({
    "trips [trips]: Departures with somebody aboard": "trips",
    "boarded [persons]: Persons boarded, at the departure": ({ boarded }) => boarded.total,
    "load-factor [share]: Persons boarded over seats of the trips made": (of) => share(of.boarded.total, of.seats),
    "wait.hours.median [hours]: Median hours from being ready for the bus to boarding, persons who boarded": (of) =>
      quantile(of.waits, 0.5),
    "breakdowns [trips]: Trips on which the vehicle broke down": "breakdowns",
    [`returned.first [persons]: Persons in ${came}, at the crossing`]: "returned",
    [`miles.per-return [miles]: ${miles}, over ${came}`]: (of, { parameters }) =>
      share(of.miles(parameters.buses[bus]!), of.returned),
    [`hours.per-return [hours]: ${hours}, over ${came}`]: (of) => share(of.hours, of.returned),
    [`miles [miles]: ${miles}`]: (of, { parameters }) => of.miles(parameters.buses[bus]!),
    [`hours [hours]: ${hours}`]: "hours",
    "person-hours [person-hours]: Hours that people spent on the bus in the period": (_, { whereabouts }) =>
      whereabouts.levels[whereabouts.bus(bus)]!.integral,
  });
}

/** Measures of interviews after a hearing; none where no unit holds them. */
export function againMeasures({ interviewUnits }: BorderParameters, people: PeopleOf): Measure[] {
  const those = interviewUnits.flatMap(({ id, afterHearing }, unit) => (afterHearing ? [{ id, unit }] : []));
  if (those.length === 0) return [];
  const again = "after a hearing, at the end of the interview; not part of";
  return [
    ...those.flatMap(({ id, unit }) =>
      measuresAt(
        `interview.${id}`,
        ({ counts }) => counts.units[unit]!,
      )({
        [`held.again [persons]: Persons in cases interviewed again ${again} \`held\``]: "heldAgain",
        [`at-risk.again [persons]: Persons in cases found at risk ${again} \`at-risk\``]: "atRiskAgain",
      }),
    ),
    ...people({}, "exits.after-hearing"),
  ];
}

export function unitMeasures(id: string, unit: number): Measure[] {
  return measuresAt(
    `interview.${id}`,
    ({ counts }) => counts.units[unit]!,
  )({
    "held [persons]: Persons in cases interviewed, at the end of the interview": "held",
    "at-risk [persons]: Persons in cases found at risk, at the end of the interview": "atRisk",
    "backlog.mean [persons]: Mean number of persons in cases that wait for an officer": (_, { interviews }) =>
      interviews.backlog[unit]!.mean,
  });
}

export function limitMeasures(id: string, limit: number): Measure[] {
  return measuresAt(
    `limit.${id}`,
    ({ limits }) => limits.all[limit]!.figures,
  )({
    "days [days]: Local dates on which a return point of the limit was open": "days",
    "days-binding [days]: Local dates on which a case that could cross but for the limit had to wait": "daysBinding",
    "used.share [share]: Places used over places there were on those dates": ({ used, places }) => share(used, places),
    "used.max-per-day [persons]: Most places used on one local date": "usedMax",
    "unused [places]: Places unused at the end of the dates on which a return point was open": "unused",
    "unused.no-fit [places]: Places unused at the end of dates on which a case that waited did not fit into what was left":
      "unusedNoFit",
    "unused.nobody-ready [places]: The other places unused: while the port was at work nobody was ready to cross, or whoever was lacked something else":
      ({ unused, unusedNoFit }) => unused - unusedNoFit,
  });
}

/** Measures of a hub: what happens there to its own people and to those brought by bus. */
export function hubMeasures(id: string, hub: number): Measure[] {
  const origins = [
    ["own", "people of this sector"],
    ["brought", "people brought here by bus"],
  ] as const;
  const shared = "consent, a court date, a shelter, a limit, the port or an officer";
  return origins.flatMap(([which, who]) => {
    const waited = `Hours that ${who} waited for ${shared}, before the first return or a way out`;
    return measuresAt(
      `hub.${id}.${which}`,
      ({ blocked }) => blocked.hubs[which][hub]!,
    )({
      [`returned.first [persons]: First returns from here of ${who}, at the crossing`]: "returned",
      [`waited [person-hours]: ${waited}`]: "waited",
      [`waited.per-return [hours]: ${waited}, over their first returns from here`]: (of) =>
        share(of.waited, of.returned),
      [`diverted [persons]: Not returned for want of ${shared}, of ${who}`]: "diverted",
    });
  });
}

export function pointMeasures(id: string, point: number): Measure[] {
  const measures = measuresAt(`port.${id}`, ({ counts, courtCases }) => ({
    ...counts.points[point]!,
    filed: courtCases.points[point]!,
  }));
  const here = "through this point, at the crossing";
  return [
    ...measures({
      [`returned.first [persons]: First returns ${here}`]: ({ first }) => first.total,
      [`returned.after-hearing [persons]: Re-entries after hearings ${here}`]: ({ afterHearing }) => afterHearing.total,
    }),
    ...filedMeasures(measures, "of people returned, or to be returned, through this point"),
  ];
}

/** Court cases filed: the third meaning of "returned". */
export function filedMeasures<T extends { readonly filed: FiledCases }>(
  measures: MeasuresAt<T>,
  which: string,
): Measure[] {
  return measures({
    [`court-cases.filed [persons]: Persons in court cases filed, ${which}, ${whenFiled}`]: ({ filed }) =>
      filed.persons.total,
    [`court-cases.filed.cases [cases]: Court cases filed, ${which}, ${whenFiled}`]: ({ filed }) => filed.cases,
  });
}
