import { type Estimate, estimate } from "../estimate.ts";
import { rangeOfMeasure } from "../measure-range.ts";
import type { StudyPoint } from "./points.ts";

/** What a study looks at. */
export interface StudyMeasure {
  /** Name in the catalogue. */
  readonly name: string;
  /** Such as persons, hours, share. */
  readonly unit: string;
}

/** A point with its replications: values by measure, in the order of the study, and then by replication. NaN: not defined there. */
export interface PointValues {
  /** Where it is. */
  readonly point: StudyPoint;
  /** By measure and then by replication. The same replication met the same people at every point. */
  readonly values: readonly (readonly number[])[];
}

/** One measure at one point: a row of `points.csv`. */
export interface StudyRow extends Estimate {
  /** Its place among the points, from 1. */
  readonly number: number;
  /** Where it is. */
  readonly point: StudyPoint;
}

/** Each measure at each point, by point and then in the order of the measures. */
export function foldStudy(measures: readonly StudyMeasure[], points: readonly PointValues[]): readonly StudyRow[] {
  return points.flatMap(({ point, values }, index) =>
    measures.map((measure, column) => ({ number: index + 1, point, ...estimateOf(measure, values[column] ?? []) })),
  );
}

/** A study, folded: what `study.json` and `points.csv` say. */
export interface StudyResult {
  /** The settings that it varies, by path. */
  readonly paths: readonly string[];
  /** What it looks at. */
  readonly measures: readonly StudyMeasure[];
  /** Of each point. */
  readonly replications: number;
  /** By point and then by measure. */
  readonly rows: readonly StudyRow[];
}

/** The estimate of a measure over replications, within what it can be. */
export function estimateOf({ name, unit }: StudyMeasure, values: readonly number[]): Estimate {
  return { name, unit, ...estimate(values, 0.95, rangeOfMeasure(unit, values)) };
}
