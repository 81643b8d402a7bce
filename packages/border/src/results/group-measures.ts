import type { BorderView } from "../border-view.ts";
import { constraints, dispositions } from "../parameters/vocabulary.ts";
import { type Measure, measuresAt } from "./measure.ts";
import { blockedFigures } from "./replication-result.ts";

/** Measures of a group that the scenario writes down and names. */
export function groupMeasures(id: string, group: number): Measure[] {
  const measure = measuresAt(`group.${id}`);
  const of = (model: BorderView) => model.groups.groups[group]!;
  const since = "hours from the moment of the group, those who cross later included";
  return [
    measure("persons", "persons", "Persons of the group who have crossed", (m) => of(m).crossed),
    measure(
      "placed",
      "persons",
      "Of those, placed: returned to Mexico, or out of custody by another way",
      (m) => of(m).placed.persons,
    ),
    measure("unplaced.end", "persons", "Of those, still in custody or on a bus at the end", (m) => {
      const { crossed, placed } = of(m);
      return crossed - placed.persons;
    }),
    measure("placed.hours.first", "hours", `Until the first person is placed, ${since}`, (m) => of(m).placed.until(1)),
    measure("placed.hours.half", "hours", `Until half of the group is placed, ${since}`, (m) =>
      of(m).placed.until(of(m).crossed / 2),
    ),
    measure(
      "placed.hours.last",
      "hours",
      `Until the last person is placed, ${since}; not defined while somebody is in custody`,
      (m) => of(m).placed.until(Math.max(1, of(m).crossed)),
    ),
    measure(
      "left-sector.hours.last",
      "hours",
      `Until the last person has left the custody of the sector, by bus or for good, ${since}`,
      (m) => of(m).left.until(Math.max(1, of(m).crossed)),
    ),
    measure("returned.first", "persons", "First returns of the group, at the crossing", (m) => of(m).returned),
    measure("released", "persons", "Released of the group", (m) => of(m).exits[dispositions.indexOf("release")]!),
    ...(["detention", "removal", "transfer"] as const).map((name) =>
      measure(
        `exits.${name}`,
        "persons",
        `Left custody by ${name}, of the group`,
        (m) => of(m).exits[dispositions.indexOf(name)]!,
      ),
    ),
    ...constraints.map((constraint, index) =>
      measure(
        `waited.${constraint}`,
        "person-hours",
        `Hours that people of the group waited for ${constraint}, charged as in the ledger of waits`,
        (m) => m.blocked.ofGroups[(group * constraints.length + index) * blockedFigures.length]!,
      ),
    ),
  ];
}
