import path from "node:path";
import { expect, it } from "vitest";
import { currentProgram } from "../../../scripts/bundle.mjs";
import { emptyFolder, filesOf, write } from "./support/folder.ts";
import { ran } from "./support/program.ts";
import { rangedBorder } from "./support/ranged-border.ts";

it("a study has the same bytes for one thread and for two, but for its manifest", async () => {
  const program = await currentProgram();
  const files = async (workers: string): Promise<Record<string, string>> => {
    const folder = emptyFolder();
    write(folder, { "small.yaml": rangedBorder });
    const asked = ["--until", "2018-10-06", "--replications", "4", "--of", "system.returned.first"];
    const args = ["sensitivity", "small.yaml", ...asked, "--workers", workers, "--out", "out"];
    expect(await ran(process.execPath, [program, ...args], folder)).toMatchObject({ code: 0, err: "" });
    const { "manifest.json": _, ...others } = filesOf(path.join(folder, "out"));
    return others;
  };
  const one = await files("1");
  expect(Object.keys(one)).toHaveLength(4);
  expect(await files("2")).toEqual(one);
});
