import type { BorderParameters } from "@mpp-sim/border";
import { runVariants, type Simulate, type VariantsResult } from "@mpp-sim/experiment";
import type { Scenario, Variant } from "@mpp-sim/scenario";
import { fakeRun, fakeScenario } from "./fake-run.ts";

/** A made-up policy: how many of those released it keeps, and whether a bus leaves. */
interface FakePolicy {
  readonly name: string;
  readonly label: string;
  readonly kept: number;
  readonly bus: boolean;
  readonly at?: number;
  readonly probability?: number;
}

/** No bus, one, two: the second changes little. */
export const fewPolicies: readonly FakePolicy[] = [
  { name: "no-bus", label: "no bus", kept: -700, bus: false },
  { name: "base", label: "one bus", kept: 0, bus: true },
  { name: "two-buses", label: "two buses", kept: 2, bus: true },
];

/** Two futures: one with a bus, one without. */
export const futures: readonly FakePolicy[] = [
  { name: "base", label: "stay (75 %)", kept: 0, bus: true, probability: 0.75 },
  { name: "injunction", label: "injunction (25 %)", kept: -700, bus: false, probability: 0.25 },
];

/** Ten rungs of a ladder. */
export const ladder: readonly FakePolicy[] = Array.from({ length: 10 }, (_, rung) => ({
  name: rung === 4 ? "base" : `seats-${10 * (rung + 1)}`,
  label: `${10 * (rung + 1)} seats`,
  kept: Math.min(rung - 4, 3) * 60,
  bus: true,
  at: 10 * (rung + 1),
}));

const changed = (policy: FakePolicy, name: string, value: number, replication: number): number => {
  const kept = policy.kept === 0 ? 0 : policy.kept + ((replication * 7) % 5) - 2;
  if (name === "system.released" || name === "sector.tucson.released" || name.endsWith("cause.no-seat"))
    return value - kept;
  if (name === "sector.tucson.returned.first") return value + kept;
  if (name === "bus.tucson-el-paso.load-factor") return policy.bus ? value - policy.kept / 5000 : Number.NaN;
  return value;
};

/** A run of variants with plausible figures: the same people, of whom a policy keeps more or fewer. */
export function fakeVariants(policies: readonly FakePolicy[], replications = 6): VariantsResult {
  const { catalogue, replications: base } = fakeRun({ days: 3, replications });
  const simulate: Simulate = (parameters, { replication }) => {
    const policy = parameters as unknown as FakePolicy;
    const one = base[replication]!;
    const measures = one.measures.map((value, index) =>
      changed(policy, catalogue.measures[index]!.name, value, replication),
    );
    return { ...one, measures };
  };
  return runVariants({
    variants: policies.map((policy) => ({
      name: policy.name,
      parameters: policy as unknown as BorderParameters,
      catalogue,
      ...(policy.probability === undefined ? {} : { probability: policy.probability }),
    })),
    reference: "base",
    seed: "tucson",
    replications,
    simulate,
  });
}

/** The scenario of such a run. */
export function fakeVariantsScenario(policies: readonly FakePolicy[], focus = fakeScenario.focus): Scenario {
  const scenario = { ...fakeScenario, focus };
  return {
    ...scenario,
    variants: policies.map(
      ({ name, label, at, probability }): Variant => ({
        name,
        label,
        because: name === "two-buses" ? "a second bus was offered" : "",
        ...(at === undefined ? {} : { at: { value: at, unit: "seats" } }),
        ...(probability === undefined ? {} : { probability }),
        scenario,
      }),
    ),
  };
}
