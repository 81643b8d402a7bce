import type { BorderParameters, Stretch } from "@mpp-sim/border";
import { LocalCalendar } from "@mpp-sim/engine";
import type { StretchTree } from "../merge/read-branches.ts";

/**
 * The stretches of each past, in the terms of the border model. One ends at the first local midnight of the date of its branch: nothing that a
 * future changes has happened anywhere.
 */
export function compileStretches(
  pasts: readonly (readonly StretchTree[])[],
  parametersOf: (stretch: StretchTree) => BorderParameters | undefined,
): readonly (readonly Stretch[])[] {
  const compiled = new Map<StretchTree, Stretch>();
  return pasts.map((past) =>
    past.flatMap((stretch) => {
      const known = compiled.get(stretch);
      if (known !== undefined) return [known];
      const parameters = parametersOf(stretch);
      if (parameters === undefined) return [];
      const own = { parameters, until: firstMidnight(parameters, stretch.until) };
      compiled.set(stretch, own);
      return [own];
    }),
  );
}

function firstMidnight(parameters: BorderParameters, day: number): number {
  const { sectors, interviewUnits, returnPoints, returnLimits, cities, courts } = parameters;
  const places = [sectors, interviewUnits, returnPoints, returnLimits, cities, courts].flat();
  return Math.min(...places.map(({ zone }) => new LocalCalendar(zone).midnight(day)));
}
