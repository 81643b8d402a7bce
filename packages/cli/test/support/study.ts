import { existsSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { smallBorder } from "../../../../test/small-border.ts";
import { mpp } from "../../src/program.ts";
import { fakeHost, type Given } from "./fake-host.ts";
import { emptyFolder, filesOf, write } from "./folder.ts";

/** Runs a study of `small.yaml` in a folder: what it printed, and the files of its directory. */
export async function study(folder: string, args: readonly string[], text = smallBorder, given: Given = {}) {
  write(folder, { "small.yaml": text });
  const host = fakeHost(folder, given);
  const code = await mpp([...args, "--out", "out"], host);
  const out = path.join(folder, "out");
  const files = existsSync(out) ? filesOf(out) : {};
  return { code, ...host.printed, files, manifest: JSON.parse(files["manifest.json"] ?? "{}") };
}

/** A study in a folder of its own, which ends well and leaves these files beside those that every study leaves. */
export async function studied(own: readonly string[], args: readonly string[], text = smallBorder) {
  const found = await study(emptyFolder(), args, text);
  expect([found.code, found.err]).toEqual([0, ""]);
  expect(Object.keys(found.files).sort()).toEqual(
    [...own, "manifest.json", "scenario.resolved.yaml", "study.json"].sort(),
  );
  return found;
}

/** A table, row by row, by the names of its columns. No cell of these tables holds a comma. */
export function rowsOf(csv: string): readonly Record<string, string>[] {
  const [head = "", ...lines] = csv.trimEnd().split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [names[index] as string, cell])));
}
