import type { Histogram } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import type { Kind } from "../ledger/by-kind.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { categories, causes } from "../parameters/vocabulary.ts";
import { type AddMeasure, type Measure, measuresAt, merged, quantile, share } from "./measure.ts";

const child = categories.indexOf("unaccompanied-child");
const journeyNote = "of journeys that ended in the period";

/** Measures of one sector by category, and its returns and releases by nationality. */
export function sectorKindMeasures(id: string, sector: number, nationalities: readonly string[]): Measure[] {
  const measure = measuresAt(`sector.${id}`);
  return [
    ...categories.flatMap((category, index) => ofCategory(measure, category, { sector, category: index })),
    ...nationalities.flatMap((code, nationality) => ofNationality(measure, code, { sector, nationality })),
  ];
}

/** Measures of the border as a whole by category, and by nationality. */
export function systemKindMeasures({ nationalities }: BorderParameters): Measure[] {
  const measure = measuresAt("system");
  return [
    ...categories.flatMap((category, index) => [
      measure(`arrivals.${category}`, "persons", `Apprehensions of category ${category}, all sectors`, (m) =>
        m.counts.kinds.arrivals.total({ category: index }),
      ),
      ...ofCategory(measure, category, { category: index }),
      ...(index === child ? [] : causes).map((cause, at) =>
        measure(
          `released.${category}.cause.${cause}`,
          "persons",
          `Released of category ${category}, with cause ${cause}`,
          (m) => m.counts.causesByCategory[index]![at]!,
        ),
      ),
    ]),
    ...nationalities.flatMap((code, nationality) => {
      const lower = code.toLowerCase();
      const of = { nationality };
      return [
        measure(`arrivals.nationality.${lower}`, "persons", `Apprehensions of nationality ${code}`, (m) =>
          m.counts.kinds.arrivals.total(of),
        ),
        measure(`enrolled.nationality.${lower}`, "persons", `Put in a pathway, of nationality ${code}`, (m) =>
          m.counts.kinds.enrolled.total(of),
        ),
        ...ofNationality(measure, code, of),
        ...journey(
          measure,
          `nationality.${lower}`,
          `nationality ${code}`,
          of,
          (m) => m.counts.journeysOf[nationality]!,
        ),
      ];
    }),
  ];
}

function ofCategory(measure: AddMeasure, category: string, of: Kind & { readonly category: number }): Measure[] {
  const journeys = ({ counts }: BorderView): Histogram =>
    merged(
      counts.sectors.flatMap(({ journeys }, sector) =>
        of.sector === undefined || of.sector === sector ? [journeys[of.category]!] : [],
      ),
    );
  const own = journey(measure, category, `category ${category}`, of, journeys);
  // A child alone is never enrolled, returned or released.
  if (of.category === child) return own;
  return [
    measure(`enrolled.${category}`, "persons", `Put in a pathway to a return, of category ${category}`, (m) =>
      m.counts.kinds.enrolled.total(of),
    ),
    measure(`returned.first.${category}`, "persons", `First returns to Mexico, of category ${category}`, (m) =>
      m.counts.kinds.returnedFirst.total(of),
    ),
    measure(`released.${category}`, "persons", `Released instead of returned, of category ${category}`, (m) =>
      m.counts.kinds.released.total(of),
    ),
    ...own,
  ];
}

function ofNationality(measure: AddMeasure, code: string, of: Kind): Measure[] {
  const lower = code.toLowerCase();
  return [
    measure(`returned.first.nationality.${lower}`, "persons", `First returns to Mexico, of nationality ${code}`, (m) =>
      m.counts.kinds.returnedFirst.total(of),
    ),
    measure(`released.nationality.${lower}`, "persons", `Released instead of returned, of nationality ${code}`, (m) =>
      m.counts.kinds.released.total(of),
    ),
  ];
}

function journey(
  measure: AddMeasure,
  what: string,
  kind: string,
  of: Kind,
  journeys: (model: BorderView) => Histogram,
): Measure[] {
  return [
    measure(
      `journey.${what}.hours.median`,
      "hours",
      `Median hours from apprehension to crossing or way out, persons of ${kind}, ${journeyNote}`,
      (m) => quantile(journeys(m), 0.5),
    ),
    measure(`journey.${what}.hours.p95`, "hours", `95th percentile of the same, persons of ${kind}`, (m) =>
      quantile(journeys(m), 0.95),
    ),
    measure(
      `journey.${what}.over-limit.share`,
      "share",
      `Share whose whole journey took longer than the custody limit, persons of ${kind}, ${journeyNote}`,
      (m) => share(m.counts.kinds.overLimit.total(of), journeys(m).count),
    ),
    measure(
      `waited.${what}`,
      "person-hours",
      `Hours of waiting in custody, for whatever constraint, persons of ${kind}`,
      (m) => m.blocked.waited.total(of),
    ),
  ];
}
