import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bootstrap, stampOf } from "../scripts/bootstrap.mjs";

let folder: string;
let installs: number;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mpp-bootstrap-"));
  mkdirSync(path.join(folder, "packages/a"), { recursive: true });
  for (const file of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "packages/a/package.json"]) {
    writeFileSync(path.join(folder, file), file);
  }
  installs = 0;
  said = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

function run(status = 0, output = ""): void {
  bootstrap({
    folder,
    say: (line: string) => said.push(line),
    install: () => {
      installs++;
      mkdirSync(path.join(folder, "node_modules"), { recursive: true });
      writeFileSync(path.join(folder, "node_modules/.modules.yaml"), "");
      return { status, output };
    },
  });
}

it("installs once and says so in one line", () => {
  run();
  run();
  expect([installs, said.length]).toEqual([1, 1]);
});

it.each(["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", "packages/a/package.json"])(
  "installs again when %s changes",
  (file) => {
    run();
    const before = stampOf(folder);
    writeFileSync(path.join(folder, file), "changed");
    expect(stampOf(folder)).not.toBe(before);
    run();
    expect(installs).toBe(2);
  },
);

it("installs again when what was installed is gone", () => {
  run();
  rmSync(path.join(folder, "node_modules"), { recursive: true });
  run();
  expect(installs).toBe(2);
});

it("says what failed, and tries again the next time", () => {
  expect(() => run(1, "npm error code ENOTFOUND")).toThrow(/ENOTFOUND[\s\S]*network connection/);
  expect(() => run(1, "ERR_PNPM_OUTDATED_LOCKFILE")).toThrow(
    /ERR_PNPM_OUTDATED_LOCKFILE[\s\S]*output of the package manager/,
  );
  run();
  expect(installs).toBe(3);
});
