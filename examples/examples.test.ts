import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const folder = dirname(fileURLToPath(import.meta.url));
const programs = readdirSync(folder).filter((file) => /^\d\d-.*\.ts$/.test(file));

it("there are examples", () => {
  expect(programs.length).toBeGreaterThanOrEqual(8);
});

it.each(programs)("%s prints what its .out file says", (program) => {
  const printed = execFileSync(process.execPath, ["--import", "tsx", join(folder, program)], {
    cwd: dirname(folder),
    encoding: "utf8",
  });
  expect(printed).toBe(readFileSync(join(folder, program.replace(/\.ts$/, ".out")), "utf8"));
});
