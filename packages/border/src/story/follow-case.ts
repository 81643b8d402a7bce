import type { RunLimits } from "@mpp-sim/engine";
import { BorderModel } from "../border-model.ts";
import type { Extensions } from "../extension/extensions.ts";
import type { CaseRow } from "../ground/case-row.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { type Cause, causes } from "../parameters/vocabulary.ts";
import type { CaseStory } from "./case-story.ts";
import { CaseWatch } from "./case-watch.ts";

/** Which case to follow, in which replication. */
export interface FollowOptions {
  /** Any text. */
  readonly seed: string;
  /** From 0. */
  readonly replication: number;
  /** Number in the order of apprehension, from 1; or a cause: the first case released for it, of those caught in a sector (index) if given. */
  readonly which: { readonly number: number } | { readonly releasedFor: Cause; readonly sector?: number };
  /** Bounds on the run. */
  readonly limits?: RunLimits;
  /** Rules and places from outside, as in the run that is told of. */
  readonly extensions?: Extensions;
}

/**
 * Runs one replication and returns what happened to one case, as the model decided it. The run is the same, event for event,
 * as that of `simulateBorder`.
 * @throws RangeError if the number is not a whole number from 1
 */
export function followCase(parameters: BorderParameters, options: FollowOptions): CaseStory {
  const { which } = options;
  const number = "number" in which ? which.number : numberOfFirst(parameters, options, which.releasedFor, which.sector);
  if (!(Number.isSafeInteger(number) && number >= 1))
    throw new RangeError(`number must be a whole number from 1, got ${number}`);
  const model = new BorderModel(parameters, options);
  const watch = new CaseWatch(model.view);
  let apprehended = 0;
  model.ground.onApprehended = (row) => {
    if (++apprehended === number) watch.begin(row);
  };
  let before = { time: 0, event: "" };
  model.ground.simulation.trace((time, event) => {
    watch.look(before.time, before.event);
    before = { time, event };
  });
  model.run();
  watch.look(before.time, before.event);
  watch.end(model.horizon);
  return watch.entries.length === 0 ? { found: false, cases: apprehended } : { found: true, entries: watch.entries };
}

/** One more than there are when nobody was released for it. */
function numberOfFirst(
  parameters: BorderParameters,
  options: FollowOptions,
  cause: Cause,
  sector: number | undefined,
): number {
  const model = new BorderModel(parameters, options);
  const numbers = new Map<string, number>();
  const { cases } = model.ground;
  const key = (row: CaseRow): string => `${cases.source[row]} ${cases.ordinal[row]} ${cases.attempt[row]}`;
  let apprehended = 0;
  let first = 0;
  model.ground.onApprehended = (row) => {
    numbers.set(key(row), ++apprehended);
  };
  model.ground.onReleased = (row) => {
    const isAsked = sector === undefined || cases.sector[row] === sector;
    if (first === 0 && isAsked && cases.cause[row] === causes.indexOf(cause)) first = numbers.get(key(row)) ?? 0;
  };
  model.run();
  return first === 0 ? apprehended + 1 : first;
}
