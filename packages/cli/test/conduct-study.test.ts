import { describe, expect, it } from "vitest";
import { smallBorder } from "../../../test/small-border.ts";
import { policyAt } from "../src/run/run-policies.ts";
import { type Ask, conductStudy } from "../src/study/conduct-study.ts";
import { openStudy } from "../src/study/open-study.ts";
import { asked } from "./support/asked.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, write } from "./support/folder.ts";

const measures = [{ name: "system.returned.first", unit: "persons" }];

/** A study of three points, the second of which no scenario can have. */
async function conducted(ask: (ask: Ask, policies: Parameters<Ask>[0]) => ReturnType<Ask>) {
  const folder = emptyFolder();
  write(folder, { "small.yaml": smallBorder });
  const host = fakeHost(folder);
  const request = { ...asked, variant: undefined, of: [], progress: true };
  const { opened, base } = openStudy(request, host);
  const policies = ["5/day", "many", "10/day"].map((value) =>
    policyAt(base, { name: value, settings: [{ path: "returnLimits.el-paso.limit", value }] }),
  );
  const { scenario, inputs, source } = opened;
  let values: Awaited<ReturnType<Ask>> = [];
  const study = {
    command: "try",
    run: { scenario, inputs, seed: "a", replications: 2 },
    policies,
    reads: source.reads,
    options: {},
    work: async (own: Ask) => {
      values = await ask(own, policies);
      return { files: new Map(), document: {}, text: () => "" };
    },
  };
  await conductStudy(study, request, host);
  return { values, policies, err: host.printed.err };
}

describe("a point whose values are refused", () => {
  it("ends the study with its name and what is wrong", async () => {
    const study = conducted((ask, policies) => ask(policies, 2, measures));
    await expect(study).rejects.toThrow(/^base at many: returnLimits\.el-paso\.limit must be/);
  });

  it("has no values where somebody is there to be told; the others have theirs, and are not asked for again", async () => {
    const told: string[] = [];
    const { values, err } = await conducted((ask, policies) =>
      ask(policies, 2, measures, { onRefused: ({ name }, why) => told.push(`${name}: ${why}`) }),
    );
    expect(values.map(([own]) => own?.length)).toEqual([2, 0, 2]);
    expect(err).toBe([1, 2, 3, 4].map((done) => `${done} of 6 replications\n`).join(""));
    expect(told).toEqual([expect.stringMatching(/^base at many: returnLimits\.el-paso\.limit must be/)]);
  });

  it("has the replications after one of its own where that is asked", async () => {
    const { values } = await conducted(async (ask, policies) => {
      const first = policies.slice(0, 1);
      const three = await ask(first, 3, measures);
      const two = await ask(first, 2, measures, { from: () => 1 });
      return [...three, ...two];
    });
    const [[three = []] = [], [two = []] = []] = values;
    expect([two, two.length]).toEqual([three.slice(1), 2]);
    expect(new Set(three).size).toBeGreaterThan(1);
  });

  it("a measure that a policy does not report is refused by name", async () => {
    const other = [{ name: "bus.coach.boarded", unit: "persons" }];
    await expect(conducted((ask, policies) => ask(policies, 2, other))).rejects.toThrow(
      "bus.coach.boarded must be reported by every policy (base at 5/day does not)",
    );
  });
});
