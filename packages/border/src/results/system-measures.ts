import type { BorderModel } from "../model/border-model.ts";
import { stage } from "../model/stage.ts";
import { dispositions } from "../parameters/vocabulary.ts";
import { type Measure, measuresAt, share, sum } from "./measure.ts";

const returnedStages: readonly number[] = [stage.city, stage.atHearing, stage.awaitingReEntry];

/** Measures of the border as a whole, and the invariants of the code. */
export function systemMeasures(): Measure[] {
  const measure = measuresAt("system");
  const arrivals = ({ counts }: BorderModel): number =>
    sum(counts.sectors, (sector) => sum(sector.arrivals, ({ total }) => total));
  const exits =
    (disposition: (typeof dispositions)[number]) =>
    ({ counts }: BorderModel): number =>
      sum(counts.sectors, (sector) => sector.exits[dispositions.indexOf(disposition)]!.total);
  const present =
    (returned: boolean) =>
    ({ cases }: BorderModel): number =>
      sum(cases.rows(), (row) => (returnedStages.includes(cases.stage[row]!) === returned ? cases.size[row]! : 0));
  return [
    measure("initial", "persons", "Persons of the census", (m) => m.conservation.initialPersons),
    measure(
      "initial.custody",
      "persons",
      "Of those, in United States custody and not returned before",
      (m) => m.counts.initialInCustody,
    ),
    measure("arrivals", "persons", "Apprehensions, all sectors", arrivals),
    measure("enrolled", "persons", "Put in a pathway to a return", ({ counts }) =>
      sum(counts.sectors, ({ enrolled }) => enrolled.total),
    ),
    measure("returned.first", "persons", "First returns to Mexico", ({ counts }) =>
      sum(counts.sectors, ({ returnedFirst }) => returnedFirst.total),
    ),
    measure("returned.after-hearing", "persons", "Re-entries after hearings", ({ counts }) =>
      sum(counts.points, ({ afterHearing }) => afterHearing.total),
    ),
    measure("released", "persons", "Released into the United States instead of returned", exits("release")),
    measure(
      "released.after-hearing",
      "persons",
      "Released from custody after a hearing, having been returned before; not part of `system.released`",
      ({ counts }) => counts.releasedAfterHearing,
    ),
    measure("exits.detention", "persons", "Left custody by detention", exits("detention")),
    measure("exits.removal", "persons", "Left custody by another removal", exits("removal")),
    measure("exits.transfer", "persons", "Left custody by transfer: children alone", exits("transfer")),
    measure(
      "custody.end",
      "persons",
      "In custody or on a bus at the end, neither returned nor out: initial.custody + arrivals - returned.first - released - exits",
      present(false),
    ),
    measure("waiting.end", "persons", "Returned, with their case open, at the end", present(true)),
    measure("present.end", "persons", "In the model at the end", (m) => present(false)(m) + present(true)(m)),
    measure("attempts.mean", "attempts", "Mean number of attempts of the persons apprehended, this one included", (m) =>
      share(
        sum(m.counts.sectors, ({ attempts }) => attempts),
        arrivals(m),
      ),
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
      "Persons, cases and places that do not balance: always 0",
      (m) => m.conservation.balance,
    ),
  ];
}
