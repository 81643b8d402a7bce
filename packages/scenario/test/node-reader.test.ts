import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { emptyFolder, write } from "../../../test/folders.ts";
import { NodeReader } from "../src/node/node-reader.ts";
import { problemOf } from "../src/node/problem-of.ts";

/** A reader that has read `tree/x.yaml`, as the user named it. */
function readerIn(folder: string): NodeReader {
  write(folder, { "tree/x.yaml": "mpp: 1\n" });
  const reader = new NodeReader(folder);
  reader.read("tree/x.yaml");
  return reader;
}

it("reads text, names it as the user did, and knows its hash", () => {
  const folder = emptyFolder();
  const reader = readerIn(folder);
  write(folder, { "tree/data/a.csv": "\uFEFFa,b\n" });
  expect(new NodeReader(folder).read("./tree/../tree/x.yaml")).toEqual({ file: "tree/x.yaml", text: "mpp: 1\n" });
  expect(reader.read("./data/a.csv", "tree/x.yaml")).toEqual({ file: "tree/data/a.csv", text: "a,b\n" });
  // Of the bytes on disk, as sha256sum gives it.
  expect(reader.sha256("tree/data/a.csv")).toBe(createHash("sha256").update("\uFEFFa,b\n").digest("hex"));
  expect(() => reader.sha256("tree/other.csv")).toThrow("file must have been read, got tree/other.csv");
});

it.each<[what: string, file: string, problem: string]>([
  ["missing", "missing.yaml", "does not exist"],
  ["in no folder", "no/such/x.yaml", "does not exist"],
  ["below a file", "tree/x.yaml/y.yaml", "does not exist"],
  ["directory", "tree", "must be a file (got a directory)"],
  ["table", "table.csv", "must end in .yaml or .yml"],
  ["other kind", "x.txt", "must end in .yaml or .yml"],
  ["binary", "binary.yaml", "must be text (got a NUL byte at position 3)"],
  ["Latin-1", "latin.yaml", "must be text in UTF-8 (got bytes that are not)"],
  ["large", "large.yaml", "must be at most 1 MB large"],
  ["NUL in the name", "a\0b.yaml", "must be the name of a file (got a NUL character in it)"],
  ["pipe", "pipe.yaml", "must be a plain file (got a device, a pipe or a socket)"],
  ["links in a circle", "circle.yaml", "cannot be read: its links lead in a circle"],
  ["long name", `${"x".repeat(300)}.yaml`, "cannot be read: the name is too long"],
])("a file the user names: %s", (_what, file, problem) => {
  const folder = emptyFolder();
  readerIn(folder);
  write(folder, {
    "table.csv": "a\n",
    "x.txt": "mpp: 1\n",
    "binary.yaml": "mpp\0",
    "latin.yaml": Buffer.from("caf\xe9", "latin1"),
    "large.yaml": "#".repeat(1024 * 1024 + 1),
  });
  execFileSync("mkfifo", [path.join(folder, "pipe.yaml")]);
  symlinkSync("circle.yaml", path.join(folder, "circle.yaml"));
  expect(new NodeReader(folder).read(file)).toEqual({ file, problem });
});

it("a file that does not exist: the nearest name in its folder, if that is inside the tree", () => {
  const folder = emptyFolder();
  const reader = readerIn(folder);
  write(folder, { "tree/data/counts.csv": "a\n", "tree/data/counts.yaml": "a\n", "far/counts.csv": "a\n" });
  symlinkSync("../far", path.join(folder, "tree/linked"));
  const said = (reference: string, from?: string) => reader.read(reference, from);
  expect(said("tree/y.yaml")).toEqual({ file: "tree/y.yaml", problem: 'does not exist (did you mean "x.yaml"?)' });
  expect(said("data/cuonts.csv", "tree/x.yaml")).toMatchObject({
    problem: 'does not exist (did you mean "counts.csv"?)',
  });
  expect(said("linked/cuonts.csv", "tree/x.yaml")).toMatchObject({ problem: "does not exist" });
});

// The tests may run as someone who may read everything.
it.each([
  ["EACCES", "cannot be read: permission denied"],
  ["EPERM", "cannot be read: permission denied"],
  ["EIO", "cannot be read (EIO)"],
])("what the system says: %s", (code, problem) => {
  expect(problemOf(Object.assign(new Error(), { code }))).toBe(problem);
});

it.each([{}, { code: "ERR_INVALID_ARG_TYPE" }])(
  "a fault of the program is not taken for one of the file: %o",
  (code) => {
    const fault = Object.assign(new TypeError("x is undefined"), code);
    expect(() => problemOf(fault)).toThrow(fault);
  },
);

const outside = "must lie in the folder tree of the scenario, also after links are followed";

it.each<[reference: string, file: string, problem: string]>([
  ["../secret.yaml", "secret.yaml", outside],
  ["../missing.yaml", "missing.yaml", outside],
  ["/etc/passwd", "/etc/passwd", outside],
  ["../tree-2/x.yaml", "tree-2/x.yaml", outside],
  ["link.yaml", "tree/link.yaml", outside],
  ["folder/secret.yaml", "tree/folder/secret.yaml", outside],
  ["missing.csv", "tree/missing.csv", "does not exist"],
  ["notes.txt", "tree/notes.txt", "must end in .yaml, .yml or .csv"],
  ["large.csv", "tree/large.csv", "must be at most 16 MB large"],
])("a file that a scenario names: %s", (reference, file, problem) => {
  const folder = emptyFolder();
  const reader = readerIn(folder);
  write(folder, {
    "secret.yaml": "mpp: 1\n",
    "tree-2/x.yaml": "mpp: 1\n",
    "tree/notes.txt": "x",
    "tree/large.csv": "a".repeat(16 * 1024 * 1024 + 1),
  });
  symlinkSync("../secret.yaml", path.join(folder, "tree/link.yaml"));
  symlinkSync("..", path.join(folder, "tree/folder"));
  expect(reader.read(reference, "tree/x.yaml")).toEqual({ file, problem });
});

it("a scenario in a folder that is itself a link reads what lies beside it", () => {
  const folder = emptyFolder();
  readerIn(folder);
  write(folder, { "tree/base.yaml": "mpp: 1\n" });
  symlinkSync("tree", path.join(folder, "linked"));
  const reader = new NodeReader(folder);
  reader.read("linked/x.yaml");
  expect(reader.read("base.yaml", "linked/x.yaml")).toEqual({ file: "linked/base.yaml", text: "mpp: 1\n" });
});

it("a tree of scenarios begins where its schema lies, so that a file in a folder below can build on one above", () => {
  const folder = emptyFolder();
  write(folder, { "above.yaml": "a", "tree/base.yaml": "b", "tree/questions/x.yaml": "c" });
  const refused = { file: "tree/base.yaml", problem: outside };
  const read = (reference: string) => {
    const reader = new NodeReader(folder);
    reader.read("tree/questions/x.yaml");
    return reader.read(reference, "tree/questions/x.yaml");
  };
  expect(read("../base.yaml")).toEqual(refused);
  write(folder, { "tree/scenario.schema.json": "{}" });
  expect(read("../base.yaml")).toEqual({ file: "tree/base.yaml", text: "b" });
  expect(read("../../above.yaml")).toEqual({ file: "above.yaml", problem: outside });
});
