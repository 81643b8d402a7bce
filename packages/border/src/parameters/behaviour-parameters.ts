import type { Distribution } from "@mpp-sim/engine";

/** How people who leave a city for another sector come back. */
export interface TryAgainParameters {
  /** Attempts that a case makes at most, the first included. */
  readonly mostAttempts: number;
  /** Hours from leaving the city to being caught again. */
  readonly delay: Distribution;
  /** `through[s][t]`: weight of trying through sector t after having been caught in sector s; that of s itself is 0. */
  readonly through: readonly (readonly number[])[];
}
