import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const program = fileURLToPath(new URL("../scripts/bench-alone.mjs", import.meta.url));

// Their numbers alone are 200 MB, and the program takes 230 without them.
it("2,000 replications in files are folded and written within 400 MB", () => {
  const printed = execFileSync(process.execPath, [program, "fold", "--replications", "2000"], { encoding: "utf8" });
  const [, folded, written] = /2000 folded +(\d+) MB.*and written +(\d+) MB/s.exec(printed) ?? [];
  expect(Number(folded)).toBeGreaterThan(50);
  expect(Number(written)).toBeGreaterThanOrEqual(Number(folded));
  expect(Number(written)).toBeLessThan(400);
}, 240_000);
