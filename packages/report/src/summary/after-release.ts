import type { Scenario } from "@mpp-sim/scenario";
import { placeName } from "../format/names.ts";
import type { Focus } from "./focus.ts";
import type { Row, Rows } from "./section.ts";

/**
 * People released after a hearing. They are counted beside the others released, because they had been returned before.
 * No row if there are none.
 */
export function releasedAfterHearing(rows: Rows): Row[] {
  const name = "system.released.after-hearing";
  return (rows.estimate(name)?.mean ?? 0) > 0 ? rows.of("also released, after a hearing", name) : [];
}

/** Hearings of the people in focus who were released in the United States; no rows where they are not simulated. */
export function interiorHearings(rows: Rows, { sector }: Focus): Row[] {
  const prefix = sector === undefined ? "system.interior" : `interior.${sector.id}`;
  return [
    ...rows.of("released with a date in court", `${prefix}.summoned`),
    ...rows.of("in hearings held there", `${prefix}.heard`),
    ...rows.of("never told of a hearing, and absent", `${prefix}.never-told`),
    ...rows.of("cases absent for want of notice", `${prefix}.absent.notice.cases`),
    ...rows.of("cases absent by choice", `${prefix}.absent.choice.cases`),
    ...rows.of("ended in absentia", `${prefix}.ended.in-absentia`),
    ...rows.of("lost their case there", `${prefix}.lost`),
    ...rows.of("lost and removed", `${prefix}.lost.removed`, { part: true }),
    ...rows.of("lost and staying on", `${prefix}.lost.stayed`, { part: true }),
    ...rows.of("waiting for a hearing there at the end", `${prefix}.pending.end`),
  ];
}

/** Nights of those released in shelters of the sector in focus, or of all; no rows where there are none. */
export function shelterNights(
  rows: Rows,
  { sector }: Focus,
  { parameters: { sectors, usShelters = [] } }: Scenario,
): Row[] {
  const here = usShelters.filter((shelter) => sectors[shelter.sector] === sector);
  const shelters =
    sector === undefined
      ? [["the shelters", "system.shelter.us"] as const]
      : here.map(({ id }) => [placeName(id), `shelter.${id}`] as const);
  return shelters.flatMap(([name, prefix]) => [
    ...rows.of(`came to ${name} when released`, `${prefix}.taken-in`),
    ...rows.of(`in ${name} on average`, `${prefix}.occupancy.mean`),
    ...rows.of(`most in ${name} at once`, `${prefix}.occupancy.max`),
    ...rows.of(`nights with more people than beds in ${name}`, `${prefix}.over-capacity.nights`),
    ...rows.of(`person-nights beyond the beds of ${name}`, `${prefix}.over-capacity.person-nights`),
  ]);
}
