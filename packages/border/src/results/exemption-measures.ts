import type { BorderView } from "../border-view.ts";
import { event } from "../ledger/tallies.ts";
import { exemptionKinds } from "../parameters/vocabulary.ts";
import { type Groups, type PeopleOf, underOne } from "./groups.ts";
import { type Measure, measuresAt } from "./measure.ts";

/** Who is exempt by kind, and the custody of families with an infant: of sectors that tell kinds apart, and of these together. */
export function exemptionMeasures(people: PeopleOf, groups: Groups): Measure[] {
  if (groups.told.length === 0) return [];
  return [...groups.told.map((sector) => ({ sector })), {}].flatMap((where) => {
    const infants = { ...where, exemption: underOne };
    const { cells, place, who } = groups.by(infants);
    const measures = measuresAt(place, ({ tallies }) => tallies);
    return [
      ...exemptionKinds.flatMap((kind, exemption) => {
        const { cells, who } = groups.by({ ...where, exemption });
        const name = `exempt.${kind === "underOne" ? "under-one" : kind}`;
        return measures({
          [`${name} [persons]: Found exempt when officers decide; ${who}`]: (of) => of.total(cells, event.exempt),
        });
      }),
      ...people(infants, "arrivals").map(({ name, unit }) => ({
        name,
        unit,
        description: `Apprehensions of the period, at the crossing, and people in custody at the start; ${who}`,
        read: ({ tallies }: BorderView) =>
          tallies.total(cells, event.arrived) + tallies.total(cells, event.inCustodyAtStart),
      })),
      ...people(infants, "journey.hours.median", "journey.hours.p95", "journey.over-limit.share"),
    ];
  });
}
