import type { BorderView } from "../border-view.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { categories, causes, dispositions } from "../parameters/vocabulary.ts";
import { filedMeasures } from "./filed-measures.ts";
import { type Measure, measuresAt, merged, quantile, share, sum } from "./measure.ts";
import { underWay } from "./under-way.ts";

const release = dispositions.indexOf("release");
const noSeat = causes.indexOf("no-seat");

/** Persons returned though at risk, under the error of the screening that is assumed; none where no error is. */
export function screeningMeasures({ interviewUnits, sectors }: BorderParameters): Measure[] {
  if (interviewUnits.every(({ screeningError }) => screeningError === undefined)) return [];
  const returnedAtRisk = (place: string, read: Measure["read"]): Measure =>
    measuresAt(place)(
      "returned.at-risk",
      "persons",
      "First returns of people who claimed fear, were interviewed and not found at risk, though they are, under the assumed error of the screening",
      read,
    );
  return [
    ...sectors.map(({ id }, sector) => returnedAtRisk(`sector.${id}`, (m) => m.counts.sectors[sector]!.returnedAtRisk)),
    returnedAtRisk("system", (m) => sum(m.counts.sectors, ({ returnedAtRisk: persons }) => persons)),
  ];
}

/** Measures of a sector, by sector of arrival but for custody, which is by place. `limitHours` is the custody limit, if it never changes. */
export function sectorMeasures(id: string, sector: number, limitHours: number | undefined): Measure[] {
  const measure = measuresAt(`sector.${id}`);
  const of = (model: BorderView) => model.counts.sectors[sector]!;
  const custody = (model: BorderView) => model.whereabouts.levels[model.whereabouts.custody(sector)]!;
  const nights = (model: BorderView) => model.custody.nights[sector]!;
  const stays = (model: BorderView) => model.whereabouts.stays[sector]!;
  const ofStays =
    "of stays that ended in the period, nights after a hearing left out; those still held are in `custody.end`";
  const journey = (model: BorderView) => merged(of(model).journeys);
  const ofJourneys = "by sector of arrival; of journeys that ended in the period";
  const overLimit =
    limitHours === undefined ? "longer than the custody limit of that moment" : `more than ${limitHours} hours`;
  return [
    measure("arrivals", "persons", "Apprehensions of the period, at the crossing", (m) =>
      sum(of(m).arrivals, ({ total }) => total),
    ),
    ...categories.map((category, index) =>
      measure(
        `arrivals.${category}`,
        "persons",
        `Apprehensions of category ${category}`,
        (m) => of(m).arrivals[index]!.total,
      ),
    ),
    measure(
      "arrivals.again",
      "persons",
      "Apprehensions of persons who had left a city in Mexico to try again",
      (m) => of(m).again,
    ),
    measure(
      "displaced.in",
      "persons",
      "Apprehended here instead of in another sector, or of staying at home, because of the policy",
      (m) => of(m).displacedIn,
    ),
    measure(
      "displaced.out",
      "persons",
      "Expected here by the counts who crossed in another sector, or stayed at home, because of the policy",
      (m) => of(m).displacedOut,
    ),
    measure(
      "eligible",
      "persons",
      "Persons whom nationality and exemptions let return, by sector of arrival, when officers decide; at the limit of custody they may not come to that",
      (m) => of(m).eligible,
    ),
    measure("enrolled.share", "share", "Persons put in a pathway over those eligible", (m) =>
      share(of(m).enrolled.total, of(m).eligible),
    ),
    measure(
      "enrolled",
      "persons",
      "Put in a pathway to a return, by sector of arrival, when the decision is made",
      (m) => of(m).enrolled.total,
    ),
    measure(
      "interviewed",
      "persons",
      "In cases interviewed on the risk in Mexico, by sector of arrival, at the end of the interview",
      (m) => of(m).interviewed.total,
    ),
    measure("at-risk", "persons", "In cases found at risk, by sector of arrival", (m) => of(m).atRisk.total),
    measure(
      "claimed.never-interviewed",
      "persons",
      "In cases that claimed fear and left custody without an interview, by sector of arrival",
      (m) => of(m).neverInterviewed,
    ),
    measure(
      "returned.first",
      "persons",
      "First returns to Mexico, by sector of arrival, at the crossing",
      (m) => of(m).returnedFirst.total,
    ),
    measure(
      "returned.after-hearing",
      "persons",
      "Re-entries after hearings, by sector of arrival, at the crossing",
      (m) => of(m).returnedAfterHearing,
    ),
    ...filedMeasures(measure, "by sector of arrival", (m) => m.courtCases.sectors[sector]!),
    measure(
      "released",
      "persons",
      "Released into the United States instead of returned, by sector of arrival, when they leave custody",
      (m) => of(m).exits[release]!.total,
    ),
    ...causes.map((cause, index) =>
      measure(`released.cause.${cause}`, "persons", `Released, with cause ${cause}`, (m) => of(m).causes[index]!),
    ),
    measure(
      "released.no-seat.any",
      "share",
      "1 if anybody was released with cause no-seat, else 0: its mean is the probability",
      (m) => (of(m).causes[noSeat]! > 0 ? 1 : 0),
    ),
    ...(["detention", "removal", "transfer"] as const).map((name) =>
      measure(
        `exits.${name}`,
        "persons",
        `Left custody by ${name}, by sector of arrival`,
        (m) => of(m).exits[dispositions.indexOf(name)]!.total,
      ),
    ),
    measure("custody.hours.median", "hours", `Median hours in this sector's custody, persons, ${ofStays}`, (m) =>
      quantile(stays(m), 0.5),
    ),
    measure(
      "custody.hours.p95",
      "hours",
      `95th percentile of hours in this sector's custody, persons, ${ofStays}`,
      (m) => quantile(stays(m), 0.95),
    ),
    measure("custody.over-limit.share", "share", `Share of persons held here ${overLimit}, ${ofStays}`, (m) =>
      share(m.whereabouts.staysOverLimit[sector]!, stays(m).count),
    ),
    measure(
      "journey.hours.median",
      "hours",
      `Median hours from apprehension to crossing or way out, wherever spent, persons, ${ofJourneys}`,
      (m) => quantile(journey(m), 0.5),
    ),
    measure("journey.hours.p95", "hours", `95th percentile of the same, persons, ${ofJourneys}`, (m) =>
      quantile(journey(m), 0.95),
    ),
    measure(
      "journey.over-limit.share",
      "share",
      `Share of persons whose whole journey took ${overLimit}, ${ofJourneys}`,
      (m) => share(m.counts.kinds.overLimit.total({ sector }), journey(m).count),
    ),
    measure(
      "custody.occupancy.mean",
      "persons",
      "Mean number in this sector's custody over the run",
      (m) => custody(m).mean,
    ),
    measure("custody.occupancy.max", "persons", "Largest number in this sector's custody", (m) => custody(m).max),
    measure(
      "custody.fullness.mean",
      "times",
      "Persons in this sector's custody over its capacity of that moment, at local midnight, on average: 1 is full",
      (m) => share(nights(m).fullness, nights(m).counted),
    ),
    measure("custody.fullness.max", "times", "The same on the fullest night", (m) =>
      nights(m).counted === 0 ? Number.NaN : nights(m).fullest,
    ),
    measure(
      "custody.over-capacity.nights",
      "nights",
      "Nights, at local midnight, with more persons in this sector's custody than it is made for",
      (m) => nights(m).over,
    ),
    measure(
      "custody.over-capacity.person-nights",
      "person-nights",
      "Persons beyond its capacity, summed over those nights",
      (m) => nights(m).personsOver,
    ),
    measure(
      "custody.end",
      "persons",
      "In this sector's custody at the end, whoever they are: also brought by bus, or held after a hearing",
      (m) => custody(m).level,
    ),
    measure(
      "initial.custody",
      "persons",
      "Persons of the census who were apprehended here, in custody anywhere and not returned before",
      (m) => of(m).initialInCustody,
    ),
    measure(
      "under-way.end",
      "persons",
      "Apprehended here and at the end in custody anywhere or on a bus: initial.custody + arrivals - returned.first - released - exits",
      (m) => underWay(m, sector),
    ),
  ];
}
