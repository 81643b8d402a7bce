import { event } from "../ledger/tallies.ts";
import { causes } from "../parameters/vocabulary.ts";
import type { Groups, PeopleOf } from "./groups.ts";
import { type Measure, measuresAt, share, sum } from "./measure.ts";

/** Measures of the border as a whole, and the invariants of the code. */
export function systemMeasures(people: PeopleOf, groups: Groups): Measure[] {
  const { cells } = groups.by({});
  const ofMoves = measuresAt(
    "system",
    ({ tallies }) =>
      (what: number) =>
        tallies.total(cells, what),
  );
  const ofPersons = measuresAt("system", ({ conservation }) => conservation);
  const ofPresent = measuresAt("system", ({ present: { held, returned, underWay } }) => ({
    held,
    returned,
    underWay: sum(underWay, (persons) => persons),
  }));
  const assumed = "because of the policy: an assumption, 0 unless some stay at home anyway";
  return [
    ...ofPersons({ "initial [persons]: Persons of the census": "initialPersons" }),
    ...people({}, "initial.custody", "arrivals", "arrivals.again"),
    ...ofMoves({
      "displaced [persons]: Apprehended in another sector than the counts say, because of the policy, at the crossing":
        (of) => of(event.displacedIn) - of(event.drawn),
      [`deterred [persons]: Expected by the counts who stayed at home ${assumed}`]: (of) => of(event.deterred),
      "drawn [persons]: Apprehended who would have stayed at home under the base policy: an assumption, 0 unless some stay at home anyway":
        (of) => of(event.drawn),
    }),
    ...ofPersons({
      "persons.unique [persons]: Persons of the census and persons apprehended, each counted once however often they try: initial + arrivals - arrivals.again":
        "uniquePersons",
    }),
    ...people({}, "eligible", "enrolled.share", "enrolled", "interviewed", "at-risk", "claimed.never-interviewed"),
    ...people({}, "returned.first", "returned.first.again", "returned.after-hearing"),
    ...people({}, "court-cases.filed", "court-cases.filed.cases", "released"),
    ...people({}, ...causes.map((cause) => `released.cause.${cause}`), "released.after-hearing"),
    ...people({}, "exits.detention", "exits.removal", "exits.transfer"),
    ...people({}, "journey.hours.median", "journey.hours.p95", "journey.over-limit.share"),
    ...ofPresent({
      "custody.end [persons]: In custody or on a bus at the end, neither returned nor out, so without those held after a hearing: initial.custody + arrivals - returned.first - released - exits":
        "underWay",
      "waiting.end [persons]: Returned, with their case open, at the end: in Mexico, at a hearing, or held after one":
        "returned",
      "waiting.custody.end [persons]: Held after a hearing at the end: in the custody of a sector, part of `system.waiting.end`, not of `system.custody.end`":
        "held",
    }),
    ...ofPersons({
      "between-attempts.end [persons]: Left a city to try again and not caught again at the end; in no place of the model":
        "personsBetweenAttempts",
    }),
    ...ofPresent({
      "present.end [persons]: In the model at the end: custody.end + waiting.end": ({ underWay, returned }) =>
        underWay + returned,
    }),
    ...people({}, "attempts.mean"),
    ...ofPersons({
      "attempts.per-person [attempts]: Apprehensions, and attempts of the census, over unique persons: (initial + arrivals) / persons.unique":
        ({ arrivedPersons, initialPersons, uniquePersons }) => share(initialPersons + arrivedPersons, uniquePersons),
      "families-split [cases]: Cases found with another size than they crossed with: always 0, an invariant of the code":
        "familiesSplit",
      "balance [persons]: Persons, cases and places that do not balance, in attempts or in unique people: always 0":
        "balance",
    }),
  ];
}
