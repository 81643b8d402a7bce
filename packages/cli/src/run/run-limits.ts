import type { RunOptions } from "@mpp-sim/experiment";

/**
 * Budgets of one replication, so that none runs for ever or takes all memory. The base scenario fires some ten million
 * events in seventeen months. Twenty times as many are surely a mistake.
 */
export const runLimits: NonNullable<RunOptions["limits"]> = { events: 200_000_000, pendingEvents: 20_000_000 };
