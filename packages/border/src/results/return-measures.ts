import type { BorderView } from "../border-view.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { filedMeasures } from "./filed-measures.ts";
import { type Measure, measuresAt, quantile, share } from "./measure.ts";

/** Measures of what lies between custody and the border: buses, interviews, limits, ports. */
export function busMeasures(id: string, bus: number): Measure[] {
  const measure = measuresAt(`bus.${id}`);
  const of = (model: BorderView) => model.counts.buses[bus]!;
  const miles = (model: BorderView) => of(model).miles(model.parameters.buses[bus]!);
  const aboard = (model: BorderView) => model.whereabouts.levels[model.whereabouts.bus(bus)]!;
  return [
    measure("trips", "trips", "Departures with somebody aboard", (m) => of(m).trips),
    measure("boarded", "persons", "Persons boarded, at the departure", (m) => of(m).boarded.total),
    measure("load-factor", "share", "Persons boarded over seats of the trips made", (m) =>
      share(of(m).boarded.total, of(m).seats),
    ),
    measure(
      "wait.hours.median",
      "hours",
      "Median hours from being ready for the bus to boarding, persons who boarded",
      (m) => quantile(of(m).waits, 0.5),
    ),
    measure("breakdowns", "trips", "Trips on which the vehicle broke down", (m) => of(m).breakdowns),
    measure(
      "returned.first",
      "persons",
      "First returns of people who came by this bus, at the crossing",
      (m) => of(m).returned,
    ),
    measure(
      "miles.per-return",
      "miles",
      "Miles of the trips made, one way, over first returns of people who came by this bus",
      (m) => share(miles(m), of(m).returned),
    ),
    measure(
      "hours.per-return",
      "hours",
      "Hours of driving on the trips made, one way, over first returns of people who came by this bus",
      (m) => share(of(m).hours, of(m).returned),
    ),
    measure("miles", "miles", "Miles of the trips made, one way", miles),
    measure("hours", "hours", "Hours of driving on the trips made, one way", (m) => of(m).hours),
    measure(
      "person-hours",
      "person-hours",
      "Hours that people spent on the bus in the period",
      (m) => aboard(m).integral,
    ),
  ];
}

/** Measures of interviews after a hearing; none where no unit holds them. */
export function againMeasures({ interviewUnits }: BorderParameters): Measure[] {
  if (interviewUnits.every(({ afterHearing }) => afterHearing === undefined)) return [];
  return [
    ...interviewUnits.flatMap(({ id, afterHearing }, unit) => {
      if (afterHearing === undefined) return [];
      const measure = measuresAt(`interview.${id}`);
      const of = (model: BorderView) => model.counts.units[unit]!;
      return [
        measure(
          "held.again",
          "persons",
          "Persons in cases interviewed again after a hearing, at the end of the interview; not part of `held`",
          (m) => of(m).heldAgain,
        ),
        measure(
          "at-risk.again",
          "persons",
          "Of those, persons found at risk; not part of `at-risk`",
          (m) => of(m).atRiskAgain,
        ),
      ];
    }),
    measuresAt("system")(
      "exits.after-hearing",
      "persons",
      "Left custody after a hearing by detention, another removal or transfer, having been returned before; not part of other `exits`",
      ({ counts }) => counts.outAfterHearing,
    ),
  ];
}

export function unitMeasures(id: string, unit: number): Measure[] {
  const measure = measuresAt(`interview.${id}`);
  const of = (model: BorderView) => model.counts.units[unit]!;
  return [
    measure("held", "persons", "Persons in cases interviewed, at the end of the interview", (m) => of(m).held),
    measure("at-risk", "persons", "Persons in cases found at risk", (m) => of(m).atRisk),
    measure(
      "backlog.mean",
      "persons",
      "Mean number of persons in cases that wait for an officer",
      (m) => m.interviews.backlog[unit]!.mean,
    ),
  ];
}

export function limitMeasures(id: string, limit: number): Measure[] {
  const measure = measuresAt(`limit.${id}`);
  const of = (model: BorderView) => model.limits.figures[limit]!;
  return [
    measure("days", "days", "Local dates on which a return point of the limit was open", (m) => of(m).days),
    measure(
      "days-binding",
      "days",
      "Of those, dates on which a case that could cross but for the limit had to wait",
      (m) => of(m).daysBinding,
    ),
    measure("used.share", "share", "Places used over places there were", (m) => share(of(m).used, of(m).places)),
    measure("used.max-per-day", "persons", "Most places used on one local date", (m) => of(m).usedMax),
    measure("unused", "places", "Places unused at the end of the dates", (m) => of(m).unused),
    measure(
      "unused.no-fit",
      "places",
      "Of those, places of dates on which a case that waited did not fit into what was left",
      (m) => of(m).unusedNoFit,
    ),
    measure(
      "unused.nobody-ready",
      "places",
      "The others: while the port was at work nobody was ready to cross, or whoever was lacked something else",
      (m) => of(m).unused - of(m).unusedNoFit,
    ),
  ];
}

/** Measures of a sector to which a bus leads: what its own people and those brought find there. */
export function hubMeasures(id: string, hub: number): Measure[] {
  return (
    [
      ["own", "people of this sector"],
      ["brought", "people brought here by bus"],
    ] as const
  ).flatMap(([which, who]) => {
    const measure = measuresAt(`hub.${id}.${which}`);
    const of = ({ blocked }: BorderView) => blocked.hubs[which][hub]!;
    const shared = "consent, a court date, a shelter, a limit, the port or an officer";
    return [
      measure("returned.first", "persons", `First returns from here of ${who}`, (m) => of(m).returned),
      measure(
        "waited",
        "person-hours",
        `Hours that ${who} waited for ${shared}, before the first return or a way out`,
        (m) => of(m).waited,
      ),
      measure("waited.per-return", "hours", `The same over first returns from here of ${who}`, (m) =>
        share(of(m).waited, of(m).returned),
      ),
      measure("diverted", "persons", `Not returned for want of ${shared}, of ${who}`, (m) => of(m).diverted),
    ];
  });
}

export function pointMeasures(id: string, point: number): Measure[] {
  const measure = measuresAt(`port.${id}`);
  const of = (model: BorderView) => model.counts.points[point]!;
  return [
    measure("returned.first", "persons", "First returns through this point, at the crossing", (m) => of(m).first.total),
    measure(
      "returned.after-hearing",
      "persons",
      "Re-entries after hearings through this point, at the crossing",
      (m) => of(m).afterHearing.total,
    ),
    ...filedMeasures(
      measure,
      "of people returned, or to be returned, through this point",
      (m) => m.courtCases.points[point]!,
    ),
  ];
}
