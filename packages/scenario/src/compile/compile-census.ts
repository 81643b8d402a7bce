import type { CensusCase } from "@mpp-sim/border";
import type { CompileContext } from "./compile-context.ts";

export function compileCensus(context: CompileContext): CensusCase[] {
  void context;
  return [];
}
