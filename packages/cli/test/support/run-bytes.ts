import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesOf } from "./folder.ts";

/** Every file of a run directory but its manifest, which holds times: the same bytes whoever ran the units. */
export function bytesOf(folder: string, out: string): Record<string, string> {
  const { "manifest.json": _times, ...rest } = filesOf(path.join(folder, out));
  return rest;
}

/** Whether a run directory is not there at all, or each file that its manifest names is there, as it was written. */
export function isWholeOrAbsent(target: string): boolean {
  if (!existsSync(target)) return true;
  const manifest = JSON.parse(readFileSync(path.join(target, "manifest.json"), "utf8"));
  return manifest.outputs.every(
    (output: { readonly file: string; readonly sha256: string }) =>
      createHash("sha256")
        .update(readFileSync(path.join(target, output.file)))
        .digest("hex") === output.sha256,
  );
}
