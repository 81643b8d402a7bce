import { type Estimate, estimate } from "../estimate.ts";
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
    measures.map(({ name, unit }, column) => ({
      number: index + 1,
      point,
      name,
      unit,
      ...estimate(values[column] ?? []),
    })),
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
