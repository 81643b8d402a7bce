import type { BorderView } from "../border-view.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { exemptionKinds } from "../parameters/vocabulary.ts";
import { type Measure, measuresAt, merged, quantile, share, sum } from "./measure.ts";

const words = ["under-one", "pregnant", "illness", "other"] as const satisfies { length: typeof exemptionKinds.length };

/** Who is exempt by kind, and the custody of families with an infant: of sectors that tell kinds apart, and of these together. */
export function exemptionMeasures({ sectors }: BorderParameters): Measure[] {
  const known = [...sectors.keys()].filter((sector) => sectors[sector]!.eligibility.exemptKinds !== undefined);
  if (known.length === 0) return [];
  return [
    ...known.flatMap((sector) => measuresOf(`sector.${sectors[sector]!.id}`, [sector])),
    ...measuresOf("system", known),
  ];
}

function measuresOf(place: string, sectors: readonly number[]): Measure[] {
  const measure = measuresAt(place);
  const figures = ({ exemptions }: BorderView) => sectors.map((sector) => exemptions.figures[sector]!);
  const journeys = (model: BorderView) => merged(figures(model).map((one) => one.journeys));
  const infants = "persons of families whose youngest is under one";
  const ended = "of journeys that ended in the period";
  return [
    ...words.map((word, kind) =>
      measure(`exempt.${word}`, "persons", `Found exempt, kind ${word}`, (m) =>
        sum(figures(m), (one) => one.exempt[kind]!),
      ),
    ),
    measure("arrivals.infants", "persons", `Apprehensions, ${infants}`, (m) => sum(figures(m), (one) => one.arrivals)),
    measure(
      "journey.infants.hours.median",
      "hours",
      `Median hours from apprehension to crossing or way out, ${infants}, ${ended}`,
      (m) => quantile(journeys(m), 0.5),
    ),
    measure("journey.infants.hours.p95", "hours", `95th percentile of the same, ${infants}`, (m) =>
      quantile(journeys(m), 0.95),
    ),
    measure(
      "journey.infants.over-limit.share",
      "share",
      `Share whose whole journey took longer than the custody limit, ${infants}, ${ended}`,
      (m) =>
        share(
          sum(figures(m), (one) => one.overLimit),
          journeys(m).count,
        ),
    ),
  ];
}
