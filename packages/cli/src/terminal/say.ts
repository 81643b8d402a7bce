import { plainLines } from "@mpp-sim/report";
import type { Output } from "../host.ts";

/**
 * Writes text to a terminal or a pipe, without what could colour, move or reorder it: names, paths and arguments come from others.
 * Only a summary, whose colours are ours and whose words are made plain before, is written without it.
 */
export function say(output: Output, text: string): void {
  output.write(plainLines(text));
}
