import type { BorderCatalogue, BorderParameters, ReplicationResult } from "@mpp-sim/border";
import type { Simulate, VariantsOptions } from "../../src/index.ts";

/** Two measures, one series on two days, one constraint. */
export const catalogue: BorderCatalogue = {
  measures: [
    { name: "sector.x.arrivals", unit: "persons", description: "" },
    { name: "sector.x.custody.hours.median", unit: "hours", description: "" },
  ],
  series: [{ name: "sector.x.arrivals", unit: "persons", description: "", kind: "flow" }],
  days: ["2019-10-01", "2019-10-02"],
  blocked: [{ sector: "x", constraint: "seat" }],
};

/** A replication whose figures are worked out from policy and index; the second is not defined in every third. */
export function figures(policy: number, replication: number): ReplicationResult {
  const value = 100 * policy + replication;
  return {
    replication,
    status: "complete",
    message: "",
    fingerprint: value.toString(16).padStart(16, "0"),
    events: value,
    measures: Float64Array.of(value, value % 3 === 0 ? Number.NaN : value / 7),
    daily: Float64Array.of(value, -0),
    blocked: Float64Array.of(value, 1, 0, value),
  };
}

/** Policies a, b, … of which each is known by its parameters. */
export function variantsOf(count: number): VariantsOptions["variants"] {
  return Array.from({ length: count }, (_, policy) => ({
    name: String.fromCharCode(97 + policy),
    parameters: { firstDay: policy } as BorderParameters,
    catalogue,
  }));
}

export const simulateFigures: Simulate = ({ firstDay }, { replication }) => figures(firstDay, replication);
