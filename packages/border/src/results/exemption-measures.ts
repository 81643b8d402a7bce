import { event } from "../ledger/tallies.ts";
import { exemptionKinds } from "../parameters/vocabulary.ts";
import { type Groups, type PeopleOf, underOne } from "./groups.ts";
import { type Measure, measuresAt } from "./measure.ts";

/** Who is exempt by kind, and the custody of families with an infant: of sectors that tell kinds apart, and of these together. */
export function exemptionMeasures(people: PeopleOf, groups: Groups): Measure[] {
  if (groups.told.length === 0) return [];
  return [...groups.told.map((sector) => ({ sector })), {}].flatMap((where) => {
    const infants = groups.by({ ...where, exemption: underOne });
    const measure = measuresAt(infants.place, ({ tallies }) => tallies);
    return [
      ...exemptionKinds.map((kind, exemption) => {
        const { cells, who } = groups.by({ ...where, exemption });
        const name = `exempt.${kind === "underOne" ? "under-one" : kind}`;
        return measure(name, "persons", `Found exempt when officers decide; ${who}`, (tallies) =>
          tallies.total(cells, event.exempt),
        );
      }),
      measure(
        "arrivals.infants",
        "persons",
        `Apprehensions of the period, at the crossing, and people in custody at the start; ${infants.who}`,
        (tallies) => tallies.total(infants.cells, event.arrived) + tallies.total(infants.cells, event.inCustodyAtStart),
      ),
      ...people(
        { ...where, exemption: underOne },
        "journey.hours.median",
        "journey.hours.p95",
        "journey.over-limit.share",
      ),
    ];
  });
}
