import { mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { directoryName } from "../src/run-directory/directory-name.ts";
import { standingAt } from "../src/run-directory/target.ts";
import { writeWhole } from "../src/run-directory/write-whole.ts";
import { emptyFolder, filesOf, write } from "./support/folder.ts";

const manifest = {
  format: 1,
  program: { name: "mpp-sim" },
  key: "k",
  status: "complete",
  outputs: [{ file: "a.csv", sha256: "" }],
};

it("files appear whole, in place of what stood there", () => {
  const folder = emptyFolder();
  const target = path.join(folder, "runs/a");
  writeWhole(target, () => new Map([["a.csv", "1"]]));
  writeWhole(target, () => new Map([["b.csv", "2"]]));
  expect(filesOf(folder)).toEqual({ "runs/a/b.csv": "2" });
  expect(readdirSync(path.join(folder, "runs"))).toEqual(["a"]);
});

it("a directory is as open to others as the user's other directories", () => {
  const folder = emptyFolder();
  writeWhole(path.join(folder, "a"), () => new Map());
  mkdirSync(path.join(folder, "b"));
  expect(statSync(path.join(folder, "a")).mode).toBe(statSync(path.join(folder, "b")).mode);
});

it("a failure in the middle leaves what stood there and nothing half", () => {
  const folder = emptyFolder();
  const target = path.join(folder, "a");
  writeWhole(target, () => new Map([["a.csv", "1"]]));
  const unwritable = new Map([
    ["a.csv", "2"],
    ["no/such/folder.csv", "2"],
  ]);
  expect(() => writeWhole(target, () => unwritable)).toThrow(/a cannot be written \(ENOENT\); nothing was left behind/);
  expect(filesOf(folder)).toEqual({ "a/a.csv": "1" });
  expect(readdirSync(folder)).toEqual(["a"]);
});

it.each<[what: string, files: Record<string, string>, key: string, found: string]>([
  ["nothing", {}, "k", "nothing"],
  ["the same run", { "manifest.json": JSON.stringify(manifest), "a.csv": "" }, "k", "same-run-complete"],
  [
    "a part of the same run",
    { "manifest.json": JSON.stringify({ ...manifest, status: "truncated" }) },
    "k",
    "same-run",
  ],
])("what may be replaced: %s", (_what, files, key, found) => {
  const folder = emptyFolder();
  mkdirSync(path.join(folder, "out"));
  write(path.join(folder, "out"), files);
  expect(standingAt(path.join(folder, "out"), "out", key, folder)).toBe(found);
  expect(standingAt(path.join(folder, "new/deep"), "new/deep", key, folder)).toBe("nothing");
});

it.each<[what: string, files: Record<string, string>, message: string]>([
  ["files of someone", { "notes.txt": "" }, "out must be empty or hold a run (it holds other files)"],
  [
    "a manifest of another program",
    { "manifest.json": '{"format":1}' },
    "out must be empty or hold a run (it holds other files)",
  ],
  ["a manifest that is none", { "manifest.json": "{" }, "out must be empty or hold a run (it holds other files)"],
  [
    "a later format",
    { "manifest.json": JSON.stringify({ ...manifest, format: 2 }) },
    "out must be empty or hold a run (it holds other files)",
  ],
  [
    "a run of other inputs",
    { "manifest.json": JSON.stringify({ ...manifest, key: "other" }) },
    "out holds a run of other inputs; give another --out, or remove it first",
  ],
  [
    "a run and notes on it",
    { "manifest.json": JSON.stringify(manifest), "notes.txt": "" },
    "out holds notes.txt, which is no part of a run; move it away first",
  ],
])("what is in the way: %s", (_what, files, message) => {
  const folder = emptyFolder();
  write(path.join(folder, "out"), files);
  expect(() => standingAt(path.join(folder, "out"), "out", "k", folder)).toThrow(message);
});

it("what is in the way: a file, a link, the current folder, a file on the way", () => {
  const folder = emptyFolder();
  write(folder, { file: "", "real/x": "" });
  symlinkSync("real", path.join(folder, "link"));
  const look = (shown: string) => () => standingAt(path.resolve(folder, shown), shown, "k", folder);
  expect(look("file")).toThrow("file must be a directory (got something else of that name)");
  expect(look("link")).toThrow("link must be a directory (got something else of that name)");
  expect(look(".")).toThrow(". must be a directory of its own (got the current one)");
  expect(look("file/out")).toThrow("file/out must lie in a directory (got a file on the way)");
});

it("names say what was run", () => {
  const run = { file: "a/b/Tucson & bus.yaml", seed: "a", replications: 5, key: "0123456789" };
  expect(directoryName(run)).toBe("runs/tucson-bus-a-5-01234567");
  expect(directoryName({ ...run, file: "../..yml", seed: "../../etc" })).toBe("runs/x-etc-5-01234567");
});
