import path from "node:path";
import { filesOf } from "./folder.ts";

/** Every file of a run directory but its manifest, which holds times: the same bytes whoever ran the units. */
export function bytesOf(folder: string, out: string): Record<string, string> {
  const { "manifest.json": _times, ...rest } = filesOf(path.join(folder, out));
  return rest;
}
