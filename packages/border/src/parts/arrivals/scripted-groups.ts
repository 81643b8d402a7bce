import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import { Part } from "../../flow/part.ts";
import { type Flow, step } from "../../flow/step.ts";
import { pick } from "../../ground/draws.ts";
import { addKnown } from "../../ground/traits.ts";
import type { Ground } from "../../ground.ts";
import { settingsOver } from "../../parameters/later-settings.ts";
import type { ScriptedCase, ScriptedGroup } from "../../parameters/start-parameters.ts";
import { valueAt } from "../../parameters/timeline.ts";
import { categories } from "../../parameters/vocabulary.ts";

/** Draws of a scripted group's own stream, by position in the group: when a case crosses, its size, its nationality. */
const draw = { moment: 0, size: 2, nationality: 3 } as const;

/** Cases of one group that cross at one moment. */
interface Wave {
  readonly group: number;
  readonly at: number;
  readonly cases: readonly ScriptedCase[];
}

/** Lets scripted groups cross, each at its hour, besides the drawn arrivals. */
export class ScriptedGroups extends Part implements Stateful {
  private readonly waves: readonly Wave[];
  /** The origin of the draws of each group, and the number of the next case from it. */
  private readonly origins: readonly { readonly source: number; next: number }[];

  constructor(ground: Ground, flow: Flow) {
    super(ground, flow);
    const { draws, parameters, simulation } = ground;
    const { scripted, sectors } = parameters;
    // A named group has draws of its own, so that its people stay the same if another group is added or removed.
    const names = scripted.map(({ id, sector }) => `scripted.${id ?? sectors[sector]!.id}`);
    const origins = new Map([...new Set(names)].map((name) => [name, { source: draws.origin(name), next: 0 }]));
    this.origins = names.map((name) => origins.get(name)!);
    this.waves = scripted.flatMap((group, index) => wavesOf(ground, group, index, names[index]!));
    if (scripted.length === 0) return;
    const type = simulation.eventType("scripted group crosses", (index) => this.cross(this.waves[index]!));
    this.waves.forEach(({ at }, index) => {
      simulation.scheduleAt(at, type, index);
    });
  }

  transfer(state: StateTransfer): void {
    for (const origin of new Set(this.origins)) origin.next = state.number(origin.next);
  }

  private cross({ group, cases: crossing }: Wave): void {
    const { cases, parameters } = this.ground;
    const origin = this.origins[group]!;
    const together = crossing.length > 1 ? cases.newGroup() : 0;
    for (const given of crossing) {
      const row = addKnown(cases, given, parameters.scripted[group]!.sector, origin.source, origin.next++);
      cases.group[row] = together;
      cases.script[row] = group;
      this.flow.next(row, step.arrival);
    }
  }
}

/** The moments at which a group crosses, in order: one, or one a case. */
function wavesOf(ground: Ground, group: ScriptedGroup, index: number, name: string): Wave[] {
  const { at, overHours = 0 } = group;
  const stream = ground.simulation.keyed(name);
  const members = [...group.cases, ...drawnCases(ground, group, (position, what) => stream.uniform(position, what))];
  if (overHours === 0) return [{ group: index, at, cases: members }];
  return members
    .map((given, position) => ({
      group: index,
      at: at + overHours * stream.uniform(position, draw.moment),
      cases: [given],
    }))
    .sort((a, b) => a.at - b.at);
}

/** Draws cases until they have the persons requested; the last case takes the rest. */
function drawnCases(
  { parameters }: Ground,
  { at, cases, drawn = [], sector }: ScriptedGroup,
  uniform: (position: number, what: number) => number,
): ScriptedCase[] {
  const found: ScriptedCase[] = [];
  for (const { category, persons } of drawn) {
    const { arrivals: then } = valueAt(settingsOver(parameters, "sectors", sector), at);
    const arrivals = then.find((one) => one.category === category);
    if (arrivals === undefined) {
      throw new RangeError(
        `sector of a scripted group must have arrivals of category ${categories[category]}, got ${parameters.sectors[sector]!.id}`,
      );
    }
    const { caseSize } = arrivals;
    const weights = valueAt(arrivals.nationality, at);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const least = caseSize.quantile(Number.MIN_VALUE);
    for (let left = persons; left > 0; ) {
      const position = cases.length + found.length;
      const size = caseSize.quantile(uniform(position, draw.size));
      found.push({
        category,
        nationality: pick(weights, uniform(position, draw.nationality), total),
        // No rest is left that would be too small for a family.
        size: left - size < least ? left : size,
      });
      left -= found[found.length - 1]!.size;
    }
  }
  return found;
}
