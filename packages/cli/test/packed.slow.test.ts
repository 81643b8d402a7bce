import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packCli } from "../../../scripts/pack.mjs";
import { emptyFolder, filesOf } from "./support/folder.ts";
import { ran } from "./support/program.ts";

let packed: string;
let tarball: string;

beforeAll(async () => {
  packed = mkdtempSync(path.join(tmpdir(), "mpp-packed-"));
  tarball = await packCli(packed);
});

afterAll(() => rmSync(packed, { recursive: true }));

it("the tarball holds all it needs: it installs without a network and runs in an empty folder", async () => {
  const folder = emptyFolder();
  const installed = path.join(folder, "installed");
  const npm = ["install", "--offline", "--no-audit", "--no-fund", "--prefix", installed, tarball];
  expect(await ran("npm", npm, folder)).toMatchObject({ code: 0 });
  expect(readdirSync(path.join(installed, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "mpp-sim",
  ]);

  const work = path.join(folder, "work");
  const mpp = (...args: string[]) => ran(path.join(installed, "node_modules/.bin/mpp"), args, folder);
  const { version } = JSON.parse(readFileSync(path.join(installed, "node_modules/mpp-sim/package.json"), "utf8"));
  expect(await mpp("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  expect((await mpp("run", "--help")).out).toContain("mpp run my-scenario.yaml --replications 20 --seed a\n");
  expect(await mpp("init", work)).toMatchObject({ code: 0 });
  expect(await mpp("validate", `${work}/my-scenario.yaml`)).toMatchObject({ code: 0, err: "" });
  const run = [
    "run",
    `${work}/my-scenario.yaml`,
    "--replications",
    "2",
    "--until",
    "2018-10-14",
    "--out",
    `${folder}/out`,
  ];
  expect(await mpp(...run)).toMatchObject({ code: 0, err: "" });
  // Threads are started from files of the tarball.
  const inThreads = ["--workers", "2", "--fresh", "--out", `${folder}/threads`];
  expect(await mpp(...run.slice(0, -2), ...inThreads)).toMatchObject({ code: 0, err: "" });
  // So is what speaks to Redis, which is loaded when it is asked for.
  expect(await mpp("worker", "--queue", "redis://127.0.0.1:1")).toMatchObject({
    code: 2,
    err: expect.stringContaining("Redis must answer at redis://127.0.0.1:1 (got ECONNREFUSED)"),
  });
  const { "manifest.json": _one, ...bytes } = filesOf(`${folder}/out`);
  const { "manifest.json": _two, ...again } = filesOf(`${folder}/threads`);
  expect(again).toEqual(bytes);
  expect(JSON.parse(filesOf(`${folder}/out`)["manifest.json"] as string)).toMatchObject({
    status: "complete",
    program: { name: "mpp-sim", version },
  });
});

it("the tarball names what it bundles, with the licences", async () => {
  const folder = emptyFolder();
  await ran("tar", ["xzf", tarball], folder);
  const files = filesOf(path.join(folder, "package"));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(["LICENSE", "dist/mpp.mjs", "package.json", "scenarios/southwest-border-2019.yaml"]),
  );
  expect(files["THIRD-PARTY-LICENSES.txt"]).toMatch(
    /^seedrandom 3\.0\.5 \(MIT\)\n=+\n[\s\S]*Copyright 2019 David Bau/m,
  );
  expect(files["THIRD-PARTY-LICENSES.txt"]).toMatch(/^bullmq 6\.7\.0 \(MIT\)$/m);
  // Nothing of the machine it was made on.
  const [home] = import.meta.dirname.split("/packages/cli");
  for (const [file, text] of Object.entries(files))
    expect([file, text.includes(home as string)]).toEqual([file, false]);
});
