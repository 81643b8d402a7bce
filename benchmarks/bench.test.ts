import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import type { Row } from "./measure/row.ts";

const script = fileURLToPath(new URL("../scripts/bench.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

function bench(...options: string[]) {
  return spawnSync(process.execPath, [script, ...options], { encoding: "utf8" });
}

it("the program prints a table and writes its rows", () => {
  const out = join(folder, "bench.json");
  const { status, stdout, stderr } = bench("draw-stream", "hold-1e3-ties", "--quick", "--out", out);
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^benchmark +engine +of ceiling +ours is/);
  const rows = JSON.parse(readFileSync(out, "utf8")) as Row[];
  expect(rows.map(({ name, engine }) => `${name} ${engine}`)).toEqual([
    "hold-1e3-ties ceiling",
    "hold-1e3-ties ours",
    "draw-stream ours",
  ]);
  for (const row of rows) {
    expect(Object.keys(row)).toEqual([
      "name",
      "engine",
      "n",
      "perSecond",
      "ratioToCeiling",
      "result",
      "theory",
      "peakMb",
    ]);
    expect(row.perSecond).toBeGreaterThan(1000);
    expect(row.peakMb).toBeGreaterThan(20);
    expect(row.result).toBeCloseTo(row.theory!, 2);
  }
});

it("a name that is none is refused with those that are", () => {
  const { status, stderr } = bench("mm2");
  expect(status).toBe(1);
  expect(stderr).toContain("benchmark must be one of mm1-events, ");
  expect(stderr).toContain("; got mm2");
});
