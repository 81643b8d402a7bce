import { event } from "../ledger/tallies.ts";
import { constraints } from "../parameters/vocabulary.ts";
import type { Group } from "./groups.ts";
import { type Measure, measuresAt } from "./measure.ts";
import { namedFigures } from "./people.ts";

const since = "hours from the moment of the group, those who cross later included";
const ways = ["returned.first", "released", "exits.detention", "exits.removal", "exits.transfer"];

/** Measures of a group that the scenario writes down and names. `people` makes those that every group of people has. */
export function groupMeasures(index: number, group: Group): Measure[] {
  const measures = measuresAt(group.place, ({ groups, tallies }) => ({
    crossed: tallies.total(group.cells, event.arrived),
    ...groups.groups[index]!,
  }));
  return [
    ...measures({
      "persons [persons]: Persons of the group who have crossed": "crossed",
      "placed [persons]: Persons of the group returned to Mexico, or out of custody by another way, when they are": (
        of,
      ) => of.placed.persons,
      "unplaced.end [persons]: Persons of the group still in custody or on a bus at the end": (of) =>
        of.crossed - of.placed.persons,
      [`placed.hours.first [hours]: Until the first person is placed, ${since}`]: (of) => of.placed.until(1),
      [`placed.hours.half [hours]: Until half of the group is placed, ${since}`]: (of) =>
        of.placed.until(of.crossed / 2),
      [`placed.hours.last [hours]: Until the last person is placed, ${since}; not defined while somebody is in custody`]:
        (of) => of.placed.until(Math.max(1, of.crossed)),
      [`left-sector.hours.last [hours]: Until the last person has left the custody of the sector, by bus or for good, ${since}`]:
        (of) => of.left.until(Math.max(1, of.crossed)),
    }),
    ...namedFigures(group, [...ways, ...constraints.map((constraint) => `waited.${constraint}`)]),
  ];
}
