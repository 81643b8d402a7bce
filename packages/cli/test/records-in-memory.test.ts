import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ReplicationResult } from "@mpp-sim/border";
import { isAway } from "@mpp-sim/experiment";
import { afterEach, expect, it } from "vitest";
import type { Host } from "../src/host.ts";
import { KeptRecords } from "../src/run/kept-records.ts";
import type { RunPolicy } from "../src/run/run-policies.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const policy = { name: "", variant: "", point: {}, catalogue: "c", scenario: { resolved: "name: a\n", inputs: [] } };
const build = { version: "1", sources: "s" } as Host["build"];

/** Ten numbers each. */
const figures = (replication: number): ReplicationResult => ({
  replication,
  status: "complete",
  message: "",
  fingerprint: "0".repeat(16),
  events: replication,
  measures: Float64Array.of(replication, 1, 2, 3),
  daily: Float64Array.of(replication, 5),
  blocked: Float64Array.of(6, 7, 8, replication),
});

it("memory holds the first replications; those beyond its share stay in their files, with the same numbers", () => {
  const cwd = mkdtempSync(path.join(tmpdir(), "mpp-test-"));
  folders.push(cwd);
  const common = { cwd, build, seed: "s", anew: false, mostHeld: 20 };
  const policies = [policy as unknown as RunPolicy];
  const units = [0, 1, 2, 3].map((replication) => ({ policy: 0, replication }));
  // Two fill it exactly.
  const expected = [false, false, true, true];
  const first = new KeptRecords(policies, common);
  const written = units.map((unit) => first.write(unit, figures(unit.replication)));
  const second = new KeptRecords(policies, common);
  const read = units.map((unit) => second.read(unit) as ReplicationResult);
  for (const found of [written, read]) {
    expect(found.map(isAway)).toEqual(expected);
    for (const [index, { measures, daily, blocked, events }] of found.entries()) {
      const { measures: m, daily: d, blocked: b } = figures(index);
      expect([events, measures, daily, blocked]).toEqual([index, m, d, b]);
    }
  }
});
