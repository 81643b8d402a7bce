import type { ZoneTable } from "@mpp-sim/engine";
import type { Category, Cause, Constraint, Disposition } from "../parameters/vocabulary.ts";

/** Places used of one return limit on the date of the entry. */
export interface LimitUse {
  /** Name of the limit. */
  readonly id: string;
  /** Persons counted on the day. */
  readonly used: number;
  /** Persons that it takes on the day. */
  readonly perDay: number;
}

/** What happened to a case at one moment. Places are named by their id. */
export type StoryEvent =
  | {
      readonly kind: "apprehended";
      readonly sector: string;
      readonly category: Category;
      readonly nationality: string;
      readonly persons: number;
      /** From 1. */
      readonly attempt: number;
    }
  | { readonly kind: "moved"; readonly to: "custody" | "outside" | "bus" | "court" | "place"; readonly place: string }
  | { readonly kind: "processed" }
  | { readonly kind: "enrolled"; readonly hub: string; readonly bus?: string }
  | {
      readonly kind: "waits";
      /** All that it lacks; the hours are charged to the first. */
      readonly for: readonly Constraint[];
      /** Persons who wait at the same place for the same step and came before; for an officer, those of all places that stand in the line. */
      readonly ahead: number;
      /** Where a limit is among them: all limits that its return would consume. */
      readonly limits: readonly LimitUse[];
    }
  | { readonly kind: "interviewed"; readonly unit: string; readonly atRisk: boolean }
  | { readonly kind: "sets-out"; readonly point: string }
  | { readonly kind: "crossed"; readonly point: string; readonly city: string; readonly sheltered: boolean }
  /** `zone` is that of the court. */
  | { readonly kind: "hearing-date"; readonly court: string; readonly on: number; readonly zone: ZoneTable }
  /** Its way out of custody is decided; it leaves at `on`. */
  | { readonly kind: "leaving"; readonly by: Disposition; readonly cause?: Cause; readonly on: number }
  | { readonly kind: "held"; readonly cause?: Cause }
  | { readonly kind: "out"; readonly by: Disposition; readonly cause?: Cause }
  /** Its case is over, or it left the city; `event` is the name of the event in which it happened. */
  | { readonly kind: "ended"; readonly event: string }
  /** The period ends, and it is still there. */
  | { readonly kind: "period-ends" };

/** Something that happened to a case. */
export interface StoryEntry {
  /** Hours of simulation time. */
  readonly at: number;
  /** Where it happened; of what happens on arrival, where the bus arrives. */
  readonly place: string;
  /** Of that place. */
  readonly zone: ZoneTable;
  /** What happened. */
  readonly what: StoryEvent;
}

/** The whole path of one case, or how many there were to choose from. */
export type CaseStory =
  | { readonly found: true; readonly entries: readonly StoryEntry[] }
  | { readonly found: false; readonly cases: number };
