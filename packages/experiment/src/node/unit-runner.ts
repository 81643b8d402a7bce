import { describeBorder, simulateBorder } from "@mpp-sim/border";
import { ReadBefore } from "@mpp-sim/scenario";
import { simulateOf } from "../run-variants.ts";
import type { Outcome, Unit } from "../units/rounds.ts";
import { type Policy, type Simulating, simulateUnit } from "../units/simulate-unit.ts";
import { type Job, type JobPolicy, loadAgain } from "./job.ts";
import { catalogueHash } from "./unit-address.ts";

/** So many scenarios are held at once: a policy, and what it is compared with. A scenario takes some 30 MB. */
const mostHeld = 2;

/** Policies of a job that one scenario gives, ready to be run. */
interface Loaded {
  /** By their place in the job. */
  readonly policies: ReadonlyMap<number, Policy>;
  readonly simulate: Simulating["simulate"];
}

/** Runs units of a job, and loads what they need when they need it. */
export class UnitRunner {
  private readonly job: Job;
  private readonly held = new Map<string, Loaded>();
  /** What its policies share. */
  private readonly before = new ReadBefore();

  constructor(job: Job) {
    this.job = job;
  }

  /** Undefined if it was interrupted. A scenario that cannot be loaded is an error of the unit. */
  run(unit: Unit, interrupted: () => boolean): Outcome | undefined {
    const { seed, limits } = this.job;
    let loaded: Loaded;
    try {
      loaded = this.loadedFor(this.job.policies[unit.policy] as JobPolicy);
    } catch (error) {
      return { error };
    }
    const { policies, simulate } = loaded;
    const own = { policy: 0, replication: unit.replication };
    const policy = policies.get(unit.policy) as Policy;
    return simulateUnit([policy], own, { seed, limits, simulate, interrupted });
  }

  private loadedFor(wanted: JobPolicy): Loaded {
    const key = keyOf(wanted);
    let loaded = this.held.get(key);
    if (loaded === undefined) {
      loaded = this.load(wanted);
      for (const oldest of this.held.keys()) if (this.held.size >= mostHeld) this.held.delete(oldest);
      this.held.set(key, loaded);
    }
    return loaded;
  }

  private load(wanted: JobPolicy): Loaded {
    const alike = [...this.job.policies.entries()].filter(([, policy]) => keyOf(policy) === keyOf(wanted));
    // Only what is run: a file may have many variants.
    const names = alike.map(([, policy]) => policy.variant);
    const options = { ...wanted.options, variants: names };
    const scenario = loadAgain(this.job, { ...wanted, options }, this.before);
    const policies = new Map<number, Policy>();
    const variants: Parameters<typeof simulateOf>[0]["variants"][number][] = [];
    for (const [place, policy] of alike) {
      const variant = scenario.variants.find(({ name }) => name === policy.variant);
      const { parameters } = variant?.scenario ?? scenario;
      if (variant) variants.push({ ...variant, parameters });
      const catalogue = describeBorder(parameters);
      if (catalogueHash(catalogue) !== policy.catalogue) {
        throw new RangeError(
          "measures must be those of the scenario as written, got others: a value changes what is reported",
        );
      }
      policies.set(place, { name: policy.variant, parameters, extensions: undefined, catalogue });
    }
    return { policies, simulate: variants.length === 0 ? simulateBorder : simulateOf({ variants }) };
  }
}

function keyOf({ file, options }: JobPolicy): string {
  return JSON.stringify([file, options]);
}
