import type { Flow, Holder } from "../flow/step.ts";
import type { CaseRow } from "../ground/case-row.ts";
import type { Ground } from "../ground.ts";
import type { MeasureDefinition } from "../results/replication-result.ts";

/**
 * The steps that a place of a new kind can stand before: `custody`, a case has been caught and is let into custody; `disposition`, it
 * has been processed and is decided about; `pathway`, it is to be returned and is put in a pathway.
 */
export type PlaceStep = "custody" | "disposition" | "pathway";

/**
 * A place of a new kind: a case of its sector that is about to take a step comes here first. It is in custody meanwhile, so that
 * its clock runs. The ledgers count it here, and the model reports `place.<id>.entered` and others.
 */
export interface PlaceDefinition {
  /** Kebab-case, as in the names of measures. */
  readonly id: string;
  /** Id of the sector it lies in. */
  readonly sector: string;
  /** The step before which a case comes here. */
  readonly before: PlaceStep;
  /**
   * Called for each replication. A case stays until the place says `flow.next(row, step.…)`, which it may do at once: it then takes
   * that step, unless another place stands before it. Only who is here can be sent on.
   */
  readonly build: (ground: Ground, flow: PlaceFlow) => Place;
  /** Figures of its own: `wait` becomes the measure `place.<id>.wait`. */
  readonly measures?: readonly MeasureDefinition[];
}

/** What a place may ask for of a case that is there. */
export type PlaceFlow = Pick<Flow, "next" | "leave">;

/**
 * A place of a new kind in one replication: a `Holder` like any other. While a case is here, its columns `event` and `wait` are for the
 * place to use. What it keeps in fields of its own it hands through in `transfer`.
 */
export interface Place extends Holder {
  /** Whether a case of the sector that is about to take the step comes here first. Called once for each case and step. */
  receives(row: CaseRow): boolean;
  /** The custody limit has passed: whatever is scheduled for the case, or taken by it, ends. */
  withdraw(row: CaseRow): void;
  /** The figure of this name in the definition, at the end of the run. */
  measure?(name: string): number;
}
