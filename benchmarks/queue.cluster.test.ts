import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("the benchmark of the queue tells what queue and store cost beside a unit", () => {
  const script = fileURLToPath(new URL("../scripts/bench-alone.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "queue", "--quick"], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const [unit, beside, part] = [...stdout.matchAll(/ ([\d.]+) (?:ms|%)/g)].map(([, number]) => Number(number));
  expect(unit).toBeGreaterThan(0);
  expect(beside).toBeGreaterThan(0);
  // Each is rounded to a tenth.
  expect(part).toBeCloseTo((100 * (beside as number)) / (unit as number), 0);
});
