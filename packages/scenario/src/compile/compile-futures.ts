import type { BorderParameters, Stretch } from "@mpp-sim/border";
import type { ZoneTable } from "@mpp-sim/engine";
import type { StretchTree } from "../merge/read-branches.ts";
import { firstMidnight } from "./compile-later.ts";

/** The stretches of each past. One ends at the first local midnight of its branch's date: a future has changed nothing by then. */
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
      const own = { parameters, until: firstMidnight(placesOf(parameters), stretch.until) };
      compiled.set(stretch, own);
      return [own];
    }),
  );
}

/** Every place, and the court of people released: a date may begin there before it begins at any other place. */
function placesOf(parameters: BorderParameters): readonly { readonly zone: ZoneTable }[] {
  const { sectors, interviewUnits, returnPoints, returnLimits, cities, courts, interior } = parameters;
  return [sectors, interviewUnits, returnPoints, returnLimits, cities, courts, interior ?? []].flat();
}
