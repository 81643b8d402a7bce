import type { BorderView } from "../border-view.ts";
import { event } from "../ledger/tallies.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { Groups } from "./groups.ts";
import { type Measure, measuresAt, share, sum } from "./measure.ts";

/** What buses cost, in dollars: of a line that has a cost; of a sector and of the border where all their lines have one. Else there is none. */
export function costMeasures({ buses, sectors }: BorderParameters, groups: Groups): Measure[] {
  const lines = [...buses.keys()];
  const ofLines = (
    place: string,
    own: readonly number[],
    who: string,
    returned: (model: BorderView) => number,
  ): Measure[] => {
    if (own.length === 0 || own.some((line) => buses[line]!.cost === undefined)) return [];
    const cost = ({ counts, parameters }: BorderView) =>
      sum(own, (line) => counts.buses[line]!.cost(parameters.buses[line]!));
    return measuresAt(
      place,
      (model) => model,
    )({
      "cost [USD]: Cost of the bus trips made: by trip, by mile one way, by hour of driving one way": cost,
      [`cost.per-return [USD]: Cost of the bus trips made over first returns of ${who}`]: (model) =>
        share(cost(model), returned(model)),
    });
  };
  const ofPeople = (by: { readonly sector?: number }, own: readonly number[], who: string): Measure[] => {
    const { cells, place } = groups.by(by);
    return ofLines(place, own, who, ({ tallies }) => tallies.total(cells, event.returned));
  };
  const ofBus = (line: number) => (model: BorderView) => model.counts.buses[line]!.returned;
  return [
    ...buses.flatMap(({ id }, line) => ofLines(`bus.${id}`, [line], "people who came by this bus", ofBus(line))),
    ...sectors.flatMap((_, sector) => {
      const own = lines.filter((line) => buses[line]!.from === sector);
      return ofPeople({ sector }, own, "people apprehended here, by whatever way");
    }),
    ...ofPeople({}, lines, "people of all sectors, by whatever way"),
  ];
}
