import type { BorderView } from "../border-view.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { BusLineParameters } from "../parameters/place-parameters.ts";
import { type Measure, measuresAt, share, sum } from "./measure.ts";

/**
 * What the buses cost, in dollars: of each line that has a cost; of a sector, and of the border, where all lines that leave it have
 * one. Without costs there are no such measures.
 */
export function costMeasures({ buses, sectors }: BorderParameters): Measure[] {
  const lines = [...buses.keys()];
  const each = lines
    .filter((line) => buses[line]!.cost)
    .flatMap((line) =>
      ofLines(`bus.${buses[line]!.id}`, [line], buses, "people who came by this bus", returnedBy(line)),
    );
  const bySector = sectors.flatMap(({ id }, sector) => {
    const own = lines.filter((line) => buses[line]!.from === sector);
    return ofLines(
      `sector.${id}`,
      own,
      buses,
      "people apprehended here, by whatever way",
      ({ counts }) => counts.sectors[sector]!.returnedFirst.total,
    );
  });
  const all = ofLines("system", lines, buses, "people of all sectors, by whatever way", ({ counts }) =>
    sum(counts.sectors, ({ returnedFirst }) => returnedFirst.total),
  );
  return [...each, ...bySector, ...all];
}

function returnedBy(line: number) {
  return ({ counts }: BorderView): number => counts.buses[line]!.returned;
}

/** Costs of some lines, all of them or none. */
function ofLines(
  place: string,
  lines: readonly number[],
  buses: readonly BusLineParameters[],
  who: string,
  returned: (model: BorderView) => number,
): Measure[] {
  if (lines.length === 0 || lines.some((line) => buses[line]!.cost === undefined)) return [];
  const measure = measuresAt(place);
  const cost = ({ counts, parameters }: BorderView): number =>
    sum(lines, (line) => counts.buses[line]!.cost(parameters.buses[line]!));
  return [
    measure("cost", "USD", "Cost of the bus trips made: by trip, by mile one way, by hour of driving one way", cost),
    measure("cost.per-return", "USD", `Cost of the bus trips made over first returns of ${who}`, (model) =>
      share(cost(model), returned(model)),
    ),
  ];
}
