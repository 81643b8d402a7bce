import { existsSync } from "node:fs";
import path from "node:path";
import { smallBorder } from "../../../../test/small-border.ts";
import { mpp } from "../../src/program.ts";
import { fakeHost, type Given } from "./fake-host.ts";
import { filesOf, write } from "./folder.ts";

/** Runs a study of `small.yaml` in a folder: what it printed, and the files of its directory. */
export async function study(folder: string, args: readonly string[], text = smallBorder, given: Given = {}) {
  write(folder, { "small.yaml": text });
  const host = fakeHost(folder, given);
  const code = await mpp([...args, "--out", "out"], host);
  const out = path.join(folder, "out");
  const files = existsSync(out) ? filesOf(out) : {};
  return { code, ...host.printed, files, manifest: JSON.parse(files["manifest.json"] ?? "{}") };
}

/** A table, row by row, by the names of its columns. No cell of these tables holds a comma. */
export function rowsOf(csv: string): readonly Record<string, string>[] {
  const [head = "", ...lines] = csv.trimEnd().split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [names[index] as string, cell])));
}
