import { type Factor, settingsOf } from "@mpp-sim/scenario";
import { positionAt, type UnitPoint } from "../design/domain.ts";
import { fullGrid } from "../design/full-grid.ts";

/** One place at which a study runs its replications: what is changed there, all else as in the file. */
export interface StudyPoint {
  /** Its values as a reader knows them: `buses.coach.seats=40, buses.coach.departs=20:00`; `base` where nothing is changed. */
  readonly name: string;
  /** The value of each setting that the study varies, as it is written, in the order of the study; empty where it is left as it is. */
  readonly values: readonly string[];
  /** What `set` of `loadScenario` takes. */
  readonly settings: readonly { readonly path: string; readonly value: string }[];
}

/** A part of an interval, from 0 to 1, or the name of a level. */
export type Position = number | string;

/** The point at which each factor has a position; undefined leaves it as it is. */
export function pointAt(factors: readonly Factor[], positions: readonly (Position | undefined)[]): StudyPoint {
  const set = factors.map((factor, index) => {
    const at = positions[index];
    return at === undefined ? [] : settingsOf(factor, at);
  });
  const values = set.map(([first], index) => {
    const at = positions[index];
    return typeof at === "string" ? at : (first?.value ?? "");
  });
  const changed = factors.flatMap(({ paths }, index) =>
    positions[index] === undefined ? [] : [`${paths[0]}=${values[index]}`],
  );
  return { name: changed.join(", ") || "base", values, settings: set.flat() };
}

/** Positions evenly from one end of an interval to the other, or all levels. Few whole numbers lie between two that are close. */
export function positionsIn(factor: Factor, steps: number): readonly Position[] {
  if (factor.range.kind === "levels") return Object.keys(factor.range.levels);
  if (!(Number.isInteger(steps) && steps >= 1))
    throw new RangeError(`steps must be a whole number from 1, got ${steps}`);
  const parts = Array.from({ length: steps }, (_, step) => (steps === 1 ? 0.5 : step / (steps - 1)));
  const written = parts.map((part) => settingsOf(factor, part)[0]?.value);
  return parts.filter((_, index) => written.indexOf(written[index]) === index);
}

/**
 * Every combination of the positions of each factor; the last factor changes first.
 * @throws RangeError as `fullGrid`
 */
export function gridOf(factors: readonly Factor[], positions: readonly (readonly Position[])[]): readonly StudyPoint[] {
  const domains = positions.map((values) => ({ kind: "values", values }) as const);
  return fullGrid(domains).map((some) => pointAt(factors, some));
}

/** Points of a design: each row has a number from 0 to 1 for each factor. Levels have equal parts of it. */
export function pointsOfDesign(factors: readonly Factor[], rows: readonly UnitPoint[]): readonly StudyPoint[] {
  return rows.map((row) =>
    pointAt(
      factors,
      factors.map((factor, column) => positionAt(factor, row[column] as number)),
    ),
  );
}
