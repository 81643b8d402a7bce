import type { BorderModel } from "../model/border-model.ts";
import { departures, outcomes } from "../parameters/vocabulary.ts";
import { type Measure, measuresAt, quantile, share, sum } from "./measure.ts";

/** Measures of the wait in Mexico: cities and courts. */
export function cityMeasures(id: string, city: number): Measure[] {
  const measure = measuresAt(`city.${id}`);
  const waiting = (model: BorderModel) => model.whereabouts.levels[model.whereabouts.city(city)]!;
  const sheltered = (model: BorderModel) => model.cities.sheltered[city]!;
  const declined = (model: BorderModel) => model.cities.declined[city]!;
  const full = (model: BorderModel) => model.cities.full[city]!;
  return [
    measure("waiting.mean", "persons", "Mean number waiting here for a hearing", (m) => waiting(m).mean),
    measure("waiting.end", "persons", "Waiting here at the end", (m) => waiting(m).level),
    measure("sheltered.mean", "persons", "Mean number of them in a shelter", (m) => sheltered(m).mean),
    measure("sheltered.end", "persons", "In a shelter at the end", (m) => sheltered(m).level),
    measure(
      "outside-shelter.person-days",
      "person-days",
      "Days spent here outside a shelter, by choice or for want of a bed",
      (m) => (waiting(m).integral - sheltered(m).integral) / 24,
    ),
    measure(
      "outside-shelter.declined.person-days",
      "person-days",
      "Of those, days of people who declined a bed",
      (m) => declined(m).integral / 24,
    ),
    measure(
      "outside-shelter.full.person-days",
      "person-days",
      "Of those, days of people who wanted a bed and found it full",
      (m) => full(m).integral / 24,
    ),
    measure(
      "outside-shelter.declined.end",
      "persons",
      "Outside a shelter by choice at the end",
      (m) => declined(m).level,
    ),
    measure(
      "outside-shelter.full.end",
      "persons",
      "Outside a shelter for want of a bed at the end",
      (m) => full(m).level,
    ),
    measure("left", "persons", "Left the city before their case ended", (m) =>
      sum(m.counts.left[city]!, (left) => left),
    ),
    ...departures.map((departure, index) =>
      measure(
        `left.${departure}`,
        "persons",
        `Left the city before their case ended, to: ${departure}`,
        (m) => m.counts.left[city]![index]!,
      ),
    ),
  ];
}

export function courtMeasures(id: string, court: number): Measure[] {
  const measure = measuresAt(`court.${id}`);
  const of = (model: BorderModel) => model.counts.courts[court]!;
  const missed = (model: BorderModel) => of(model).absentNotice + of(model).absentChoice + of(model).abandoned;
  return [
    measure("heard", "persons", "Persons in hearings held, at the start of the hearing", (m) => of(m).heard),
    measure("heard.cases", "cases", "Hearings held, at their start", (m) => of(m).heardCases),
    measure(
      "absent.share",
      "share",
      "Share of cases' dates in the period that passed without them: no notice, choice, or gone from the city",
      (m) => share(missed(m), missed(m) + of(m).heardCases),
    ),
    measure("absent.notice.cases", "cases", "Absent for want of notice", (m) => of(m).absentNotice),
    measure("absent.choice.cases", "cases", "Absent by choice", (m) => of(m).absentChoice),
    measure(
      "pending.end",
      "persons",
      "Persons who wait for a hearing at the end: unfinished, not lost",
      (m) => of(m).pending,
    ),
    measure("pending.end.cases", "cases", "Cases that wait for a hearing at the end", (m) => of(m).pendingCases),
    measure(
      "wait.days.median",
      "days",
      "Median days from the return to the first date, cases, at the booking, so that dates beyond the end count",
      (m) => quantile(of(m).waitDays, 0.5),
    ),
    measure("ended.in-absentia", "persons", "Persons whose case ended in their absence", (m) => of(m).inAbsentia),
    ...outcomes.flatMap((outcome, index) =>
      outcome === "continued"
        ? []
        : [
            measure(
              `ended.${outcome}`,
              "persons",
              `Persons whose case ended: ${outcome}`,
              (m) => of(m).outcomes[index]!,
            ),
          ],
    ),
  ];
}
