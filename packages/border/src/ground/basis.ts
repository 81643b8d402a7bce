import type { Simulation } from "@mpp-sim/engine";
import type { LocalDays } from "../ledger/local-days.ts";
import type { Tallies } from "../ledger/tallies.ts";
import type { Whereabouts } from "../ledger/whereabouts.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import type { CaseTable } from "./case-table.ts";
import type { Draws } from "./draws.ts";
import type { SettingsInForce } from "./settings-in-force.ts";

/** The least that a tally or a rule of the ground needs. */
export interface Basis {
  readonly simulation: Simulation;
  /** The settings in force now. */
  readonly parameters: BorderParameters;
  readonly settings: SettingsInForce;
  readonly cases: CaseTable;
  readonly draws: Draws;
  readonly localDays: LocalDays;
  readonly whereabouts: Whereabouts;
  readonly tallies: Tallies;
}
