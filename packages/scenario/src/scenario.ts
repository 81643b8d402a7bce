import type { BorderParameters, Stretch } from "@mpp-sim/border";
import type { Factor } from "./factors.ts";
import type { Diagnostic } from "./text/diagnostics.ts";
import type { Level } from "./values/level.ts";

/** Where a figure comes from. Grades as in the data tables: A official, B report, C and D weaker; `assumption` is our own choice. */
export interface Source {
  /** Name by which values refer to it. */
  readonly id: string;
  /** As it was published. */
  readonly title: string;
  /** Of publication: ISO, as far as it is known. */
  readonly date: string;
  /** How far it can be relied on, from A to D. */
  readonly grade: string;
  /** Where it can be found; empty if nowhere public. */
  readonly address: string;
}

/** A value of the scenario that has a source, or should have one and has none. */
export interface SourcedValue {
  /** For example `interviews.el-paso.foundAtRisk`. */
  readonly path: string;
  /** As written, for example `5 %`, or a short form of a map. */
  readonly text: string;
  /** Id of a source, or `assumption`; empty where there is none. */
  readonly source: string;
  /** Grade of the source; `assumption` for an assumption; without a source `given` from outside, or `unsourced` in a file. */
  readonly grade: string;
  /** As written, for example `1 % to 40 %`; empty where there is none. An assumption has one. */
  readonly range: string;
  /** What the file says about it; may be empty. */
  readonly note: string;
  /** `file:line`. */
  readonly origin: string;
}

/** What a question asks, so that a run can answer it in its own terms. */
export interface Answer {
  /** Name of the measure that it is about. */
  readonly measure: string;
  /** What the measure counts, as a sentence begins. */
  readonly counts: string;
  /** Which way the measure goes if the claim under test holds. */
  readonly claim: "lower" | "higher";
  /** What the same people meet instead: a variant, another scenario (named from the file), or settings as `set` of `loadScenario` takes them. */
  readonly against:
    | { readonly kind: "variant"; readonly name: string }
    | { readonly kind: "file"; readonly file: string }
    | {
        readonly kind: "settings";
        readonly set: readonly { readonly path: string; readonly value: string }[];
      };
  /** What it is compared with, as a sentence ends. */
  readonly label: string;
  /** The least effect that anybody would act on, as a part of the measure, above 0. */
  readonly matters: number;
  /** Values with a range that are tried over it, by the path that the file names. */
  readonly assumptions: readonly { readonly path: string; readonly factor: Factor }[];
}

/** A valid scenario: what to simulate, and everything that a report says about its origin. */
export interface Scenario {
  /** As given to the loader, for example `scenarios/tucson-el-paso-bus.yaml`. */
  readonly file: string;
  /** Its title. */
  readonly name: string;
  /** May be empty. */
  readonly question: string;
  /** Sentences that every reader should see (for example that demand is synthetic). */
  readonly notes: readonly string[];
  /** First and last local date, ISO, both inside the period. */
  readonly period: { readonly from: string; readonly to: string };
  /** How it is run unless asked otherwise: seed, replications, and the variant others are compared with. */
  readonly experiment: {
    readonly seed: string;
    readonly replications: number;
    /** Variant that the others are compared with; `base` unless the file names another. */
    readonly reference: string;
    /** Ends a run early: half of a 95 % interval at most, in % of the mean or, without a unit, in that of the measure. */
    readonly precision?: { readonly measure: string; readonly within: Level } | undefined;
  };
  /** Id of the sector and bus that the summary leads with, and names of measures; undefined if the file names none. */
  readonly focus: {
    readonly sector?: string;
    readonly bus?: string;
    readonly limit?: string;
    /** In place of all others, and besides. */
    readonly measures?: readonly string[];
    readonly also?: readonly string[];
  };
  /** Undefined where the file asks nothing; that of a base is not inherited. */
  readonly answer?: Answer;
  /** Settings given from outside, in the order given, as their values were written; empty where the files alone hold. */
  readonly set: readonly { readonly path: string; readonly value: string }[];
  /** Of the scenario as written. */
  readonly parameters: BorderParameters;
  /**
   * The policies that the same people meet, in the order of the file. `base`, the scenario as written, is one of them, and comes
   * first unless the file gives it another place. If the policy has branches, these are its futures, and `base` is what they
   * have in common. Empty if the file has neither.
   */
  readonly variants: readonly Variant[];
  /** What its values refer to. */
  readonly sources: readonly Source[];
  /** Every value that has a source, or should have one and has none, in the order of the file; then those of variants, by variant. */
  readonly sourced: readonly SourcedValue[];
  /** Values that may be off, each with how far, in the order of the file; of the whole file, with its variants. */
  readonly factors: readonly Factor[];
  /** The effective scenario as YAML, every value with its origin as a comment. */
  readonly resolved: string;
  /** Every file read (scenario, bases, tables), with its text, in the order first read. */
  readonly inputs: readonly { readonly file: string; readonly text: string }[];
  /** What is worth a second look. */
  readonly warnings: readonly Diagnostic[];
}

/** A policy among others that meet the same people. */
export interface Variant {
  /** As in the file: `two-buses`. */
  readonly name: string;
  /** Its label for people; the name unless the file gives one. */
  readonly label: string;
  /** Why it is asked; may be empty. */
  readonly because: string;
  /** Where it stands on a ladder of one figure, if the file says so; `unit` may be empty. */
  readonly at?: Level;
  /** For a future: how likely it is, from 0 to 1. */
  readonly probability?: number;
  /** Of a future: the stretches of the past that it shares with others. */
  readonly past?: readonly Stretch[];
  /** The effective scenario, which has no variants of its own. */
  readonly scenario: Scenario;
}
