import { event } from "../ledger/tallies.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { Group } from "./groups.ts";
import { type Measure, measuresAt } from "./measure.ts";
import { namedFigures } from "./people.ts";

/** Measures of a group that the scenario writes down and names. `people` makes those that every group of people has. */
export function groupMeasures(index: number, group: Group): Measure[] {
  const { cells, place } = group;
  const measure = measuresAt(place, ({ groups, tallies }) => ({
    crossed: tallies.total(cells, event.arrived),
    ...groups.groups[index]!,
  }));
  const since = "hours from the moment of the group, those who cross later included";
  return [
    measure("persons", "persons", "Persons of the group who have crossed", "crossed"),
    measure(
      "placed",
      "persons",
      "Persons of the group returned to Mexico, or out of custody by another way, when they are",
      ({ placed }) => placed.persons,
    ),
    measure(
      "unplaced.end",
      "persons",
      "Persons of the group still in custody or on a bus at the end",
      ({ crossed, placed }) => crossed - placed.persons,
    ),
    measure("placed.hours.first", "hours", `Until the first person is placed, ${since}`, ({ placed }) =>
      placed.until(1),
    ),
    measure("placed.hours.half", "hours", `Until half of the group is placed, ${since}`, ({ crossed, placed }) =>
      placed.until(crossed / 2),
    ),
    measure(
      "placed.hours.last",
      "hours",
      `Until the last person is placed, ${since}; not defined while somebody is in custody`,
      ({ crossed, placed }) => placed.until(Math.max(1, crossed)),
    ),
    measure(
      "left-sector.hours.last",
      "hours",
      `Until the last person has left the custody of the sector, by bus or for good, ${since}`,
      ({ crossed, left }) => left.until(Math.max(1, crossed)),
    ),
    ...namedFigures(group, ["returned.first", "released", "exits.detention", "exits.removal", "exits.transfer"]),
    ...namedFigures(
      group,
      constraints.map((constraint) => `waited.${constraint}`),
    ),
  ];
}
