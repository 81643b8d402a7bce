import { type Factor, type Scenario, settingText } from "@mpp-sim/scenario";
import { type Position, pointAt, positionsIn, type StudyPoint } from "./points.ts";

/** The values with a range of a scenario, as a study of one policy sees them. */
export interface Ranges {
  /** Those that the policy may have: of the file itself, and of the variant that is run. */
  readonly varied: readonly Factor[];
  /** The others, by path, and why they are left out. */
  readonly left: readonly RangeLeft[];
}

/** A value with a range that a study does not vary. */
export interface RangeLeft {
  /** Its first path. */
  readonly path: string;
  /** A clause. */
  readonly why: string;
}

/** The ranges that concern a policy: the scenario as written where `variant` is empty. */
export function rangesOf({ factors }: Pick<Scenario, "factors">, variant: string): Ranges {
  const isOther = (path: string): boolean => path.startsWith("variants.") && path.split(".")[1] !== variant;
  const [varied, left] = [true, false].map((kept) => factors.filter(({ paths }) => paths.every(isOther) !== kept));
  return {
    varied: varied as readonly Factor[],
    left: (left as readonly Factor[]).map(({ paths }) => ({
      path: nameOf(paths),
      why: "of a variant that is not run",
    })),
  };
}

/** What a range is called: its first path. */
export function nameOf(paths: readonly string[]): string {
  return paths[0] as string;
}

/** What a range belongs to: a place, such as `sectors.tucson`, or what all places of a kind have in common, such as `defaults.sectors`. */
export function groupOf({ paths }: Pick<Factor, "paths">): string {
  const steps = nameOf(paths).split(".");
  return steps.slice(0, Math.max(1, Math.min(2, steps.length - 1))).join(".");
}

/** The groups of ranges that are ranked: how many ranges each has, and the first of them. */
export function byGroup<Range extends { readonly group: string }>(ranked: readonly Range[]) {
  return [...new Set(ranked.map(({ group }) => group))].map((group) => {
    const own = ranked.filter((range) => range.group === group);
    return { group, ranges: own.length, widest: own[0] as Range };
  });
}

/** Both ends of a range, or every level, but for the value that the file has already. */
export function endsOf(factor: Factor): readonly { readonly at: Position; readonly point: StudyPoint }[] {
  return positionsIn(factor, 2)
    .map((at) => ({ at, point: pointAt([factor], [at]) }))
    .filter(({ point }) => point.settings[0]?.value !== settingText(factor.base));
}
