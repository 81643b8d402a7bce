import type { BorderModel } from "./border-model.ts";
import { fixTraits } from "./traits.ts";

/** Crosses the groups that the scenario writes down, each at its hour, on top of the drawn arrivals. */
export function scheduleScriptedGroups(model: BorderModel): void {
  const { cases, draws, parameters, simulation } = model;
  if (parameters.scripted.length === 0) return;
  const origins = parameters.sectors.map(({ id }) => draws.origin(`scripted.${id}`));
  const firstOrdinal: number[] = [];
  let ordinals = 0;
  for (const group of parameters.scripted) {
    firstOrdinal.push(ordinals);
    ordinals += group.cases.length;
  }
  const type = simulation.eventType("scripted group crosses", (index) => {
    const group = parameters.scripted[index]!;
    group.cases.forEach((given, position) => {
      const row = cases.add();
      cases.category[row] = given.category;
      cases.nationality[row] = given.nationality;
      cases.sector[row] = group.sector;
      cases.source[row] = origins[group.sector]!;
      cases.ordinal[row] = firstOrdinal[index]! + position;
      cases.size[row] = given.size;
      cases.originSize[row] = given.size;
      fixTraits(cases, row, given);
      model.apprehend(row);
    });
  });
  parameters.scripted.forEach(({ at }, index) => {
    simulation.scheduleAt(at, type, index);
  });
}
