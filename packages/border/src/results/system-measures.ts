import type { Histogram } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import type { SectorCounts } from "../ledger/sector-counts.ts";
import { causes, dispositions } from "../parameters/vocabulary.ts";
import { whenFiled } from "./filed-measures.ts";
import { type Measure, measuresAt, merged, quantile, share, sum } from "./measure.ts";
import { heldAfterHearing, returnedPresent, underWay } from "./under-way.ts";

/** Measures of the border as a whole, and the invariants of the code. */
export function systemMeasures(): Measure[] {
  const measure = measuresAt("system");
  const everywhere =
    (read: (counts: SectorCounts) => number) =>
    (model: BorderView): number =>
      sum(model.counts.sectors, read);
  const arrivals = everywhere((sector) => sum(sector.arrivals, ({ total }) => total));
  const exits = (disposition: (typeof dispositions)[number]) =>
    everywhere((sector) => sector.exits[dispositions.indexOf(disposition)]!.total);
  const ofJourneys = "persons of all sectors; of journeys that ended in the period";
  return [
    measure("initial", "persons", "Persons of the census", (m) => m.conservation.initialPersons),
    measure(
      "initial.custody",
      "persons",
      "Of those, in United States custody and not returned before",
      everywhere(({ initialInCustody }) => initialInCustody),
    ),
    measure("arrivals", "persons", "Apprehensions, all sectors", arrivals),
    measure(
      "arrivals.again",
      "persons",
      "Of those, of persons who had left a city in Mexico to try again",
      everywhere(({ again }) => again),
    ),
    measure(
      "displaced",
      "persons",
      "Apprehended in another sector than the counts say, because of the policy",
      (m) => everywhere(({ displacedIn }) => displacedIn)(m) - m.counts.drawn,
    ),
    measure(
      "deterred",
      "persons",
      "Expected by the counts who stayed at home because of the policy: an assumption, 0 unless some stay at home anyway",
      ({ counts }) => counts.deterred,
    ),
    measure(
      "drawn",
      "persons",
      "Apprehended who would have stayed at home under the base policy: an assumption, as above",
      ({ counts }) => counts.drawn,
    ),
    measure(
      "persons.unique",
      "persons",
      "Persons of the census and persons apprehended, each counted once however often they try: initial + arrivals - arrivals.again",
      ({ conservation }) => conservation.uniquePersons,
    ),
    measure(
      "eligible",
      "persons",
      "Persons whom nationality and exemptions let return, when officers decide",
      everywhere(({ eligible }) => eligible),
    ),
    measure("enrolled.share", "share", "Persons put in a pathway over those eligible", (m) =>
      share(everywhere(({ enrolled }) => enrolled.total)(m), everywhere(({ eligible }) => eligible)(m)),
    ),
    measure(
      "enrolled",
      "persons",
      "Put in a pathway to a return",
      everywhere(({ enrolled }) => enrolled.total),
    ),
    measure(
      "interviewed",
      "persons",
      "In cases interviewed on the risk in Mexico, at the end of the interview",
      everywhere(({ interviewed }) => interviewed.total),
    ),
    measure(
      "at-risk",
      "persons",
      "In cases found at risk",
      everywhere(({ atRisk }) => atRisk.total),
    ),
    measure(
      "claimed.never-interviewed",
      "persons",
      "In cases that claimed fear and left custody without an interview",
      everywhere(({ neverInterviewed }) => neverInterviewed),
    ),
    measure(
      "returned.first",
      "persons",
      "First returns to Mexico, once an enrolment",
      everywhere(({ returnedFirst }) => returnedFirst.total),
    ),
    measure(
      "returned.first.again",
      "persons",
      "Of those, of persons returned before, who had left their city to try again",
      ({ counts }) => counts.returnedAgain,
    ),
    measure("returned.after-hearing", "persons", "Re-entries after hearings", ({ counts }) =>
      sum(counts.points, ({ afterHearing }) => afterHearing.total),
    ),
    measure(
      "court-cases.filed",
      "persons",
      `Persons in court cases filed, all courts, ${whenFiled}`,
      ({ courtCases }) => sum(courtCases.courts, ({ persons }) => persons.total),
    ),
    measure("court-cases.filed.cases", "cases", "The same in cases", ({ courtCases }) =>
      sum(courtCases.courts, ({ cases }) => cases),
    ),
    measure("released", "persons", "Released into the United States instead of returned", exits("release")),
    ...causes.map((cause, index) =>
      measure(
        `released.cause.${cause}`,
        "persons",
        `Released, with cause ${cause}`,
        everywhere((sector) => sector.causes[index]!),
      ),
    ),
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
      "journey.hours.median",
      "hours",
      `Median hours from apprehension to crossing or way out, wherever spent, ${ofJourneys}`,
      (m) => quantile(journeys(m), 0.5),
    ),
    measure("journey.hours.p95", "hours", `95th percentile of the same, ${ofJourneys}`, (m) =>
      quantile(journeys(m), 0.95),
    ),
    measure(
      "journey.over-limit.share",
      "share",
      `Share whose whole journey took more hours than the custody limit of their sector of arrival, ${ofJourneys}`,
      (m) => share(m.counts.kinds.overLimit.total({}), journeys(m).count),
    ),
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
      "Of those, held after a hearing: in the custody of a sector, and not in `system.custody.end`",
      heldAfterHearing,
    ),
    measure(
      "between-attempts.end",
      "persons",
      "Left a city to try again and not caught again at the end; in no place of the model",
      ({ conservation }) => conservation.personsBetweenAttempts,
    ),
    measure(
      "present.end",
      "persons",
      "In the model at the end: custody.end + waiting.end",
      (m) => underWay(m) + returnedPresent(m),
    ),
    measure("attempts.mean", "attempts", "Mean number of attempts of the persons apprehended, this one included", (m) =>
      share(everywhere(({ attempts }) => attempts)(m), arrivals(m)),
    ),
    measure(
      "attempts.per-person",
      "attempts",
      "Apprehensions, and attempts of the census, over unique persons: (initial + arrivals) / persons.unique",
      (m) => share(m.conservation.initialPersons + arrivals(m), m.conservation.uniquePersons),
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

function journeys({ counts }: BorderView): Histogram {
  return merged(counts.sectors.flatMap(({ journeys }) => journeys));
}
