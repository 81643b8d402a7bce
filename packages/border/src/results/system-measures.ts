import type { BorderView } from "../border-view.ts";
import { event } from "../ledger/tallies.ts";
import { causes } from "../parameters/vocabulary.ts";
import type { Groups, PeopleOf } from "./groups.ts";
import { type Measure, measuresAt, share } from "./measure.ts";
import { heldAfterHearing, returnedPresent, underWay } from "./under-way.ts";

/** Measures of the border as a whole, and the invariants of the code. */
export function systemMeasures(people: PeopleOf, groups: Groups): Measure[] {
  const measure = measuresAt("system", (model) => model);
  const { cells } = groups.by({});
  const total =
    (what: number) =>
    ({ tallies }: BorderView) =>
      tallies.total(cells, what);
  const [drawn, displaced, arrived] = [total(event.drawn), total(event.displacedIn), total(event.arrived)];
  return [
    measure("initial", "persons", "Persons of the census", (m) => m.conservation.initialPersons),
    ...people({}, "initial.custody", "arrivals", "arrivals.again"),
    measure(
      "displaced",
      "persons",
      "Apprehended in another sector than the counts say, because of the policy, at the crossing",
      (m) => displaced(m) - drawn(m),
    ),
    measure(
      "deterred",
      "persons",
      "Expected by the counts who stayed at home because of the policy: an assumption, 0 unless some stay at home anyway",
      total(event.deterred),
    ),
    measure(
      "drawn",
      "persons",
      "Apprehended who would have stayed at home under the base policy: an assumption, 0 unless some stay at home anyway",
      drawn,
    ),
    measure(
      "persons.unique",
      "persons",
      "Persons of the census and persons apprehended, each counted once however often they try: initial + arrivals - arrivals.again",
      (m) => m.conservation.uniquePersons,
    ),
    ...people({}, "eligible", "enrolled.share", "enrolled", "interviewed", "at-risk", "claimed.never-interviewed"),
    ...people({}, "returned.first", "returned.first.again", "returned.after-hearing"),
    ...people({}, "court-cases.filed", "court-cases.filed.cases", "released"),
    ...people({}, ...causes.map((cause) => `released.cause.${cause}`), "released.after-hearing"),
    ...people({}, "exits.detention", "exits.removal", "exits.transfer"),
    ...people({}, "journey.hours.median", "journey.hours.p95", "journey.over-limit.share"),
    measure(
      "custody.end",
      "persons",
      "In custody or on a bus at the end, neither returned nor out, so without those held after a hearing: " +
        "initial.custody + arrivals - returned.first - released - exits",
      (m) => underWay(m),
    ),
    measure(
      "waiting.end",
      "persons",
      "Returned, with their case open, at the end: in Mexico, at a hearing, or held after one",
      returnedPresent,
    ),
    measure(
      "waiting.custody.end",
      "persons",
      "Held after a hearing at the end: in the custody of a sector, part of `system.waiting.end`, not of `system.custody.end`",
      heldAfterHearing,
    ),
    measure(
      "between-attempts.end",
      "persons",
      "Left a city to try again and not caught again at the end; in no place of the model",
      (m) => m.conservation.personsBetweenAttempts,
    ),
    measure(
      "present.end",
      "persons",
      "In the model at the end: custody.end + waiting.end",
      (m) => underWay(m) + returnedPresent(m),
    ),
    ...people({}, "attempts.mean"),
    measure(
      "attempts.per-person",
      "attempts",
      "Apprehensions, and attempts of the census, over unique persons: (initial + arrivals) / persons.unique",
      (m) => share(m.conservation.initialPersons + arrived(m), m.conservation.uniquePersons),
    ),
    measure(
      "families-split",
      "cases",
      "Cases found with another size than they crossed with: always 0, an invariant of the code",
      (m) => m.conservation.familiesSplit,
    ),
    measure(
      "balance",
      "persons",
      "Persons, cases and places that do not balance, in attempts or in unique people: always 0",
      (m) => m.conservation.balance,
    ),
  ];
}
