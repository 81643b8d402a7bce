import type { BorderModel } from "../border-model.ts";
import type { CaseRow } from "../ground/case-row.ts";
import type { MeasureDefinition } from "../results/replication-result.ts";

/**
 * What a case does next when it leaves a place of a new kind: `custody`, it has been caught and is let into custody; `disposition`, it
 * has been processed and is decided about; `pathway`, it is to be returned and is put in a pathway.
 */
export type PlaceStep = "custody" | "disposition" | "pathway";

/**
 * A place of a new kind: a case of its sector that is about to take a step comes here first. It is in the custody of the United
 * States meanwhile, so that the 72 hours run. The ledgers count it here, and the model reports `place.<id>.entered` and the like.
 */
export interface PlaceDefinition {
  /** Kebab-case, as in the names of measures. */
  readonly id: string;
  /** Id of the sector it lies in. */
  readonly sector: string;
  readonly before: PlaceStep;
  /** Called for each replication, as the rules of `Extensions` are. */
  readonly build: (model: BorderModel) => Place;
  /** Figures of its own: `wait` becomes the measure `place.<id>.wait`. */
  readonly measures?: readonly MeasureDefinition[];
}

/**
 * A place of a new kind in one replication. While a case is here, its columns `event` and `wait` are for the place to use. What it keeps
 * in fields of its own it registers (`model.simulation.register`), so that snapshots and forks hold it.
 */
export interface Place {
  /** Whether a case of the sector that is about to take the step comes here first; each is asked about once before a step. */
  receives(row: CaseRow): boolean;
  /** A case has come. It stays until `model.places.leave(row)`, which may be called at once. */
  enter(row: CaseRow): void;
  /** The case is taken away, because the custody limit has passed: whatever is scheduled for it, or taken by it, ends. */
  withdraw(row: CaseRow): void;
  /** A figure of its own by its name in the definition, at the end of the run. */
  measure?(name: string): number;
}
