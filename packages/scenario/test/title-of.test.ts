import path from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, write } from "../../../test/folders.ts";
import { root } from "../../../test/scenario-files.ts";
import { type ScenarioReader, titleOf } from "../src/index.ts";
import { NodeReader, openScenario } from "../src/node/index.ts";

/** A reader of these files, which notes what is read. */
function readerOf(files: Readonly<Record<string, string>>, read: string[] = []): ScenarioReader {
  return {
    read(file) {
      read.push(file);
      const text = files[file];
      return text === undefined ? { file, problem: "does not exist" } : { file, text };
    },
  };
}

describe("name and question of a scenario", () => {
  it("are read from the file alone where it says both, whatever else it holds", () => {
    const read: string[] = [];
    const text = "extends: base.yaml\nname: Two buses\nquestion: Do they help?\nnonsense: [1]\n";
    expect(titleOf("x.yaml", readerOf({ "x.yaml": text }, read))).toEqual({
      name: "Two buses",
      question: "Do they help?",
      diagnostics: [],
    });
    expect(read).toEqual(["x.yaml"]);
  });

  it("come from the nearest file below that says them, and nothing below that is read", () => {
    const read: string[] = [];
    const files = {
      "x.yaml": "extends: y.yaml\nname: X\n",
      "y.yaml": "extends: z.yaml\nname: Y\n",
      "z.yaml": "extends: base.yaml\nname: Z\nquestion: Why?\n",
      "base.yaml": "question: What?\n",
    };
    expect(titleOf("x.yaml", readerOf(files, read))).toEqual({ name: "X", question: "Why?", diagnostics: [] });
    expect(read).toEqual(["x.yaml", "y.yaml", "z.yaml"]);
  });

  it("are empty where no file says them", () => {
    const files = { "x.yaml": "extends: y.yaml\nname: [X]\n", "y.yaml": "mpp: 1\n" };
    expect(titleOf("x.yaml", readerOf(files))).toEqual({ name: "", question: "", diagnostics: [] });
  });

  it("are as far as they can be read, with what is wrong", () => {
    const message = (text: string) =>
      titleOf("x.yaml", readerOf({ "x.yaml": text })).diagnostics.map(({ line, message }) => `${line} ${message}`);
    expect(message("name: X\nextends: y.yaml\n")).toEqual([
      "2 must name a scenario that can be read: y.yaml does not exist",
    ]);
    expect(message("- a\n")).toEqual(["0 must be a map of settings, for example `mpp: 1`"]);
    expect(titleOf("y.yaml", readerOf({})).diagnostics).toMatchObject([{ file: "y.yaml", message: "does not exist" }]);
    expect(titleOf("x.yaml", readerOf({ "x.yaml": "name: X\nextends: x.yaml\n" }))).toMatchObject({ name: "X" });
  });
});

describe("a scenario on disk", () => {
  it("is opened with all it builds on, and is what its title says", () => {
    const file = path.join(root, "scenarios/tucson-el-paso-bus.yaml");
    const scenario = openScenario(file, { until: "2019-12-01" });
    expect(scenario.period.to).toBe("2019-12-01");
    const { name, question } = titleOf(file, new NodeReader());
    expect([name, question]).toEqual([scenario.name, scenario.question]);
  });

  it("throws every fault, a line each", () => {
    const folder = emptyFolder();
    write(folder, { "x.yaml": "mpp: 1\nnamme: X\nsectors: []\n" });
    const file = path.join(folder, "x.yaml");
    expect(() => openScenario(file)).toThrow(`${file}:2:1 namme is not a known setting (did you mean "name"?)`);
    expect(() => openScenario(file)).toThrow(`${file}:3:`);
    expect(() => openScenario(path.join(folder, "y.yaml"))).toThrow(`${path.join(folder, "y.yaml")} does not exist`);
  });
});
