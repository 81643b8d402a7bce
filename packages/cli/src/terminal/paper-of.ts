import type { Paper } from "@mpp-sim/report";
import type { Host } from "../host.ts";
import { usesColor } from "./uses-color.ts";

/** Widest text that is still read with ease, and the width where there is no terminal. */
const mostColumns = 100;
const fewestColumns = 40;

/** What standard output is to write on: as wide as the terminal, in colour where it has it and the user wants it. */
export async function paperOf({ stdout, environment }: Host, { color }: { readonly color: boolean }): Promise<Paper> {
  const { inkOf } = await import("@mpp-sim/report");
  const { isTTY = false, columns = mostColumns } = stdout;
  const width = isTTY ? Math.max(fewestColumns, Math.min(columns, mostColumns)) : mostColumns;
  return { width, ink: inkOf(usesColor(stdout, environment, color)), bars: isTTY };
}
