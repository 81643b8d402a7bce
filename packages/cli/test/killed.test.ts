import fs, { readdirSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { recover, writeFileWhole, writeWhole } from "../src/run-directory/write-whole.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";

/** From this call on nothing reaches the disk any more, as if the process had been killed before it. */
const kill = { before: Number.POSITIVE_INFINITY, calls: 0 };

const changing = ["mkdirSync", "writeFileSync", "renameSync", "rmSync"] as const;
const before = changing.map((name) => fs[name]);

beforeAll(() => {
  for (const [index, name] of changing.entries()) {
    const real = before[index] as (...args: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        if (++kill.calls >= kill.before) throw new Error("killed");
        return real(...args);
      },
    });
  }
  syncBuiltinESMExports();
});

afterAll(() => {
  for (const [index, name] of changing.entries()) Object.assign(fs, { [name]: before[index] });
  syncBuiltinESMExports();
});

const immortal = (): void => {
  kill.before = Number.POSITIVE_INFINITY;
  kill.calls = 0;
};
afterEach(immortal);

/** Does something that a kill ends before its n-th change of the disk; true if it came to its end. */
function endedBy(n: number, work: () => void): boolean {
  kill.calls = 0;
  kill.before = n;
  try {
    work();
    return true;
  } catch (error) {
    expect((error as Error).message).toBe("killed");
    return false;
  } finally {
    immortal();
  }
}

const old = { "a.csv": "old", "b.csv": "old" };
const renewed = { "a.csv": "new", "c.csv": "new", "manifest.json": "new" };

it.each<[what: string, stood: Record<string, string> | undefined]>([
  ["a new place", undefined],
  ["the place of another run", old],
])(
  "wherever a kill falls, %s then holds what stood there or what is new, whole, and nothing is left beside it",
  (_what, stood) => {
    const outcomes: string[] = [];
    for (let n = 1; ; n++) {
      const folder = emptyFolder();
      const target = path.join(folder, "out");
      if (stood !== undefined) writeWhole(target, () => new Map(Object.entries(stood)));
      const ended = endedBy(n, () => writeWhole(target, () => new Map(Object.entries(renewed))));
      const before = readdirSync(folder).sort();
      // The next run may be killed as well while it puts things right.
      for (let m = 1; !endedBy(m, () => recover(target, "out")); m++) {}
      const said = recover(target, "out");
      expect([n, said]).toEqual([n, ""]);
      const files = filesOf(folder);
      const whole = (of: Record<string, string>) =>
        JSON.stringify(Object.fromEntries(Object.entries(of).map(([name, text]) => [`out/${name}`, text])));
      const choices = [whole(stood ?? {}), whole(renewed)];
      expect(choices).toContain(JSON.stringify(files));
      expect(readdirSync(folder).filter((name) => name !== "out")).toEqual([]);
      outcomes.push(`${before.join(" ")} → ${JSON.stringify(files) === choices[1] ? "new" : "old"}`);
      if (ended) break;
    }
    const between = ".out.making .out.replaced → new";
    expect(outcomes.includes(between)).toBe(stood !== undefined);
    expect(outcomes.at(-1)).toBe("out → new");
    expect(outcomes.length).toBeGreaterThan(6);
  },
);

it("says what it has done", () => {
  const folder = emptyFolder();
  const target = path.join(folder, "out");
  const killed = "A run that was killed had";
  const said = (files: Record<string, string>): string => {
    write(folder, files);
    return recover(target, "out");
  };
  expect(said({})).toBe("");
  expect(said({ ".out.making/a": "new", ".out.replaced/a": "old" })).toBe(
    `${killed} written out, but not put it in its place: it stands there now.`,
  );
  expect(filesOf(folder)).toEqual({ "out/a": "new" });
  expect(said({ ".out.making/b": "" })).toBe(`${killed} left ${folder}/.out.making: removed.`);
  expect(said({ ".out.replaced/b": "" })).toBe(`${killed} left ${folder}/.out.replaced: removed.`);
  expect(filesOf(folder)).toEqual({ "out/a": "new" });
  // Each try of an older program had a name of its own.
  const [one, two] = ["6f1f0c2e-9a51-4c7e-8b1a-0d3f5e7a9b11", "0a1b2c3d-0000-4000-8000-123456789abc.replaced"];
  const older = `${folder}/.out.making-`;
  const others = { ".other.making-x/c": "", [`.out-2.making-${one}/d`]: "" };
  expect(said({ [`.out.making-${one}/b`]: "", [`.out.making-${two}/b`]: "", ...others })).toBe(
    `${killed} left ${older}${two} and ${older}${one}: removed.`,
  );
  expect(filesOf(folder)).toEqual({ "out/a": "new", ...others });
});

it("what stood there is put back if only that is left", () => {
  const folder = emptyFolder();
  write(folder, { ".out.replaced/a": "old" });
  expect(recover(path.join(folder, "out"), "out")).toMatch(/moved out aside: it stands in its place again/);
  expect(filesOf(folder)).toEqual({ "out/a": "old" });
});

it("one file: a kill leaves the old or the new, whole", () => {
  for (let n = 1; n <= 3; n++) {
    const folder = emptyFolder();
    const target = path.join(folder, "census.csv");
    writeFileWhole(target, "old");
    const ended = endedBy(n, () => writeFileWhole(target, "new"));
    recover(target, "census.csv");
    expect([n, ended, filesOf(folder)]).toEqual([n, n === 3, { "census.csv": n === 3 ? "new" : "old" }]);
  }
});
