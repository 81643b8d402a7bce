import type { Histogram } from "@mpp-sim/engine";
import type { BorderModel } from "../model/border-model.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { categories, causes, departures, dispositions, outcomes } from "../parameters/vocabulary.ts";
import type { MeasureDefinition } from "./replication-result.ts";

/** A measure and how it is read off a finished model. */
export interface Measure extends MeasureDefinition {
  readonly read: (model: BorderModel) => number;
}

const [release, detention, removal, transfer] = ["release", "detention", "removal", "transfer"].map((name) =>
  dispositions.findIndex((disposition) => disposition === name),
) as [number, number, number, number];

function measure(name: string, unit: string, description: string, read: Measure["read"]): Measure {
  return { name, unit, description, read };
}

/** Share of a whole, undefined where the whole is nothing. */
function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

function quantile(histogram: Histogram, p: number): number {
  return histogram.count === 0 ? Number.NaN : histogram.quantile(p);
}

function sum<T>(items: readonly T[], read: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += read(item);
  return total;
}

/** Every measure of a run of these parameters, in a fixed order. */
export function measuresOf(parameters: BorderParameters): readonly Measure[] {
  return [
    ...parameters.sectors.flatMap(({ id, custody }, sector) => sectorMeasures(`sector.${id}`, sector, custody.limitHours)),
    ...parameters.buses.flatMap(({ id }, bus) => busMeasures(`bus.${id}`, bus)),
    ...parameters.interviewUnits.flatMap(({ id }, unit) => unitMeasures(`interview.${id}`, unit)),
    ...parameters.returnLimits.flatMap(({ id }, limit) => limitMeasures(`limit.${id}`, limit)),
    ...parameters.returnPoints.flatMap(({ id }, point) => pointMeasures(`port.${id}`, point)),
    ...parameters.cities.flatMap(({ id }, city) => cityMeasures(`city.${id}`, city)),
    ...parameters.courts.flatMap(({ id }, court) => courtMeasures(`court.${id}`, court)),
    ...systemMeasures(),
  ];
}

function sectorMeasures(place: string, sector: number, limitHours: number): Measure[] {
  const of = (model: BorderModel) => model.counts.sectors[sector]!;
  const custody = (model: BorderModel) => model.whereabouts.levels[model.whereabouts.custody(sector)]!;
  const stays = (model: BorderModel) => model.whereabouts.stays[sector]!;
  const ended = "of stays that ended in the period; those still held at the end are in `.custody.end`";
  return [
    measure(`${place}.arrivals`, "persons", "Apprehensions of the period, at the crossing", (m) => sum(of(m).arrivals, ({ total }) => total)),
    ...categories.map((category, index) =>
      measure(`${place}.arrivals.${category}`, "persons", `Apprehensions of category ${category}`, (m) => of(m).arrivals[index]!.total),
    ),
    measure(`${place}.enrolled`, "persons", "Put in a pathway to a return, by sector of arrival, when the decision is made", (m) => of(m).enrolled.total),
    measure(`${place}.interviewed`, "persons", "In cases interviewed on the risk in Mexico, by sector of arrival, at the end of the interview", (m) => of(m).interviewed.total),
    measure(`${place}.at-risk`, "persons", "In cases found at risk, by sector of arrival", (m) => of(m).atRisk.total),
    measure(`${place}.returned.first`, "persons", "First returns to Mexico, by sector of arrival, at the crossing", (m) => of(m).returnedFirst.total),
    measure(`${place}.released`, "persons", "Released into the United States, by sector of arrival, when they leave custody", (m) => of(m).released.total),
    ...causes.map((cause, index) =>
      measure(`${place}.released.cause.${cause}`, "persons", `Released, with cause ${cause}`, (m) => of(m).causes[index]!),
    ),
    ...([["detention", detention], ["removal", removal], ["transfer", transfer]] as const).map(([name, index]) =>
      measure(`${place}.exits.${name}`, "persons", `Left custody by ${name}, by sector of arrival`, (m) => of(m).exits[index]!.total),
    ),
    measure(`${place}.custody.hours.median`, "hours", `Median hours in this sector's custody, persons, ${ended}`, (m) => quantile(stays(m), 0.5)),
    measure(`${place}.custody.hours.p95`, "hours", `95th percentile of hours in this sector's custody, persons, ${ended}`, (m) => quantile(stays(m), 0.95)),
    measure(`${place}.custody.over-limit.share`, "share", `Share of persons held here more than ${limitHours} hours, ${ended}`, (m) => share(stays(m).shareAbove(limitHours) * stays(m).count, stays(m).count)),
    measure(`${place}.journey.hours.median`, "hours", "Median hours from apprehension to crossing or way out, wherever spent, by sector of arrival; of journeys that ended", (m) => quantile(of(m).journey, 0.5)),
    measure(`${place}.journey.hours.p95`, "hours", "95th percentile of the same", (m) => quantile(of(m).journey, 0.95)),
    measure(`${place}.journey.over-limit.share`, "share", `Share of persons whose whole journey took more than ${limitHours} hours, by sector of arrival; of journeys that ended`, (m) => share(of(m).journey.shareAbove(limitHours) * of(m).journey.count, of(m).journey.count)),
    measure(`${place}.custody.occupancy.mean`, "persons", "Mean number in this sector's custody over the run", (m) => custody(m).mean),
    measure(`${place}.custody.occupancy.max`, "persons", "Largest number in this sector's custody", (m) => custody(m).max),
    measure(`${place}.custody.end`, "persons", "In this sector's custody at the end", (m) => custody(m).level),
  ];
}

function busMeasures(place: string, bus: number): Measure[] {
  const of = (model: BorderModel) => model.counts.buses[bus]!;
  return [
    measure(`${place}.trips`, "trips", "Departures with somebody aboard", (m) => of(m).trips),
    measure(`${place}.boarded`, "persons", "Persons boarded", (m) => of(m).boarded.total),
    measure(`${place}.load-factor`, "share", "Persons boarded over seats of the trips made", (m) => share(of(m).boarded.total, of(m).seats)),
    measure(`${place}.wait.hours.median`, "hours", "Median hours from being ready for the bus to boarding, persons who boarded", (m) => quantile(of(m).waits, 0.5)),
    measure(`${place}.person-hours`, "person-hours", "Hours spent on the bus", (m) => of(m).personHours),
  ];
}

function unitMeasures(place: string, unit: number): Measure[] {
  return [
    measure(`${place}.held`, "persons", "Persons in cases interviewed", (m) => m.counts.units[unit]!.held),
    measure(`${place}.at-risk`, "persons", "Persons in cases found at risk", (m) => m.counts.units[unit]!.atRisk),
    measure(`${place}.backlog.mean`, "cases", "Mean number of cases waiting for an officer", (m) => m.interviews.officers[unit]!.line.level.mean),
  ];
}

function limitMeasures(place: string, limit: number): Measure[] {
  const of = (model: BorderModel) => model.limits.figures[limit]!;
  return [
    measure(`${place}.days`, "days", "Local dates on which a return point of the limit was open", (m) => of(m).days),
    measure(`${place}.days-binding`, "days", "Of those, dates on which a case that could cross but for the limit had to wait", (m) => of(m).daysBinding),
    measure(`${place}.used.share`, "share", "Places used over places there were", (m) => share(of(m).used, of(m).places)),
    measure(`${place}.used.max-per-day`, "persons", "Most places used on one local date", (m) => of(m).usedMax),
    measure(`${place}.unused`, "places", "Places unused at the end of the dates", (m) => of(m).unused),
    measure(`${place}.unused.no-fit`, "places", "Of those, places left because a case that waited did not fit into them", (m) => of(m).unusedNoFit),
  ];
}

function pointMeasures(place: string, point: number): Measure[] {
  return [
    measure(`${place}.returned.first`, "persons", "First returns through this point, at the crossing", (m) => m.counts.points[point]!.first.total),
    measure(`${place}.returned.after-hearing`, "persons", "Re-entries after hearings through this point", (m) => m.counts.points[point]!.afterHearing.total),
  ];
}

function cityMeasures(place: string, city: number): Measure[] {
  const waiting = (model: BorderModel) => model.whereabouts.levels[model.whereabouts.city(city)]!;
  const days = (integral: number): number => integral / 24;
  return [
    measure(`${place}.waiting.mean`, "persons", "Mean number waiting here for a hearing", (m) => waiting(m).mean),
    measure(`${place}.waiting.end`, "persons", "Waiting here at the end", (m) => waiting(m).level),
    measure(`${place}.sheltered.mean`, "persons", "Mean number of them in a shelter", (m) => m.cities.sheltered[city]!.mean),
    measure(`${place}.sheltered.end`, "persons", "In a shelter at the end", (m) => m.cities.sheltered[city]!.level),
    measure(`${place}.outside-shelter.person-days`, "person-days", "Days spent here outside a shelter, by choice or for want of a bed", (m) => days(waiting(m).integral - m.cities.sheltered[city]!.integral)),
    measure(`${place}.outside-shelter.declined.person-days`, "person-days", "Of those, days of people who declined a bed", (m) => days(m.cities.declined[city]!.integral)),
    measure(`${place}.outside-shelter.declined.end`, "persons", "Outside a shelter by choice at the end", (m) => m.cities.declined[city]!.level),
    measure(`${place}.left`, "persons", "Left the city before their case ended", (m) => sum([...m.counts.left[city]!], (persons) => persons)),
    ...departures.map((departure, index) =>
      measure(`${place}.left.${departure}`, "persons", `Left the city, to: ${departure}`, (m) => m.counts.left[city]![index]!),
    ),
  ];
}

function courtMeasures(place: string, court: number): Measure[] {
  const of = (model: BorderModel) => model.counts.courts[court]!;
  const missed = (model: BorderModel) => of(model).absentNotice + of(model).absentChoice + of(model).abandoned;
  return [
    measure(`${place}.heard`, "cases", "Hearings held, in cases", (m) => of(m).heard),
    measure(`${place}.absent.share`, "share", "Share of dates that passed without their case: no notice, choice, or gone from the city", (m) => share(missed(m), missed(m) + of(m).heard)),
    measure(`${place}.absent.notice`, "cases", "Absent for want of notice", (m) => of(m).absentNotice),
    measure(`${place}.absent.choice`, "cases", "Absent by choice", (m) => of(m).absentChoice),
    measure(`${place}.pending.end`, "cases", "Cases that wait for a date at the end", (m) => of(m).pending),
    measure(`${place}.wait.days.median`, "days", "Median days from the return to the first date, at the booking; to within a day", (m) => quantile(of(m).waitDays, 0.5)),
    measure(`${place}.ended.in-absentia`, "persons", "Persons whose case ended in their absence", (m) => of(m).inAbsentia),
    ...outcomes.flatMap((outcome, index) =>
      outcome === "continued" ? [] : [measure(`${place}.ended.${outcome}`, "persons", `Persons whose case ended: ${outcome}`, (m) => of(m).outcomes[index]!)],
    ),
  ];
}

function systemMeasures(): Measure[] {
  const sectors = (model: BorderModel) => model.counts.sectors;
  const inCustody = (model: BorderModel): number =>
    sum([...model.cases.rows()], (row) => (model.cases.point[row]! < 0 ? model.cases.size[row]! : 0));
  const waiting = (model: BorderModel): number =>
    sum([...model.cases.rows()], (row) => (model.cases.point[row]! < 0 ? 0 : model.cases.size[row]!));
  const exits = (index: number) => (model: BorderModel): number => sum(sectors(model), (s) => s.exits[index]!.total);
  return [
    measure("system.initial", "persons", "Persons there at the start", (m) => m.conservation.initialPersons),
    measure("system.initial.custody", "persons", "Of those, in United States custody", (m) => m.counts.initialInCustody),
    measure("system.arrivals", "persons", "Apprehensions, all sectors", (m) => sum(sectors(m), (s) => sum(s.arrivals, ({ total }) => total))),
    measure("system.enrolled", "persons", "Put in a pathway to a return", (m) => sum(sectors(m), (s) => s.enrolled.total)),
    measure("system.returned.first", "persons", "First returns to Mexico", (m) => sum(sectors(m), (s) => s.returnedFirst.total)),
    measure("system.returned.after-hearing", "persons", "Re-entries after hearings", (m) => sum(m.counts.points, (p) => p.afterHearing.total)),
    measure("system.released", "persons", "Released into the United States from custody", exits(release)),
    measure("system.exits.detention", "persons", "Left custody by detention", exits(detention)),
    measure("system.exits.removal", "persons", "Left custody by another removal", exits(removal)),
    measure("system.exits.transfer", "persons", "Children alone transferred out", exits(transfer)),
    measure("system.custody.end", "persons", "In custody before a return or a way out, at the end", inCustody),
    measure("system.waiting.end", "persons", "Returned, with their case open, at the end", waiting),
    measure("system.present.end", "persons", "In the model at the end", (m) => inCustody(m) + waiting(m)),
    measure("system.attempts.mean", "attempts", "Mean number of attempts of the persons apprehended", (m) => (sum(sectors(m), (s) => sum(s.arrivals, ({ total }) => total)) === 0 ? Number.NaN : 1)),
    measure("system.families-split", "cases", "Cases found with another size than they crossed with: always 0, an invariant of the code", (m) => m.conservation.familiesSplit),
    measure("system.balance", "persons", "Persons, cases and places that do not balance: always 0", (m) => m.conservation.balance),
  ];
}
