import { readChain } from "./merge/read-chain.ts";
import type { ScenarioReader } from "./scenario-reader.ts";
import { type Diagnostic, Diagnostics } from "./text/diagnostics.ts";
import { childOf, type MapNode } from "./text/tree.ts";

/** What a scenario file is about. */
export interface ScenarioTitle {
  /** Empty where no file says it. */
  readonly name: string;
  /** Empty where no file says it. */
  readonly question: string;
  /** Why a file could not be read, in order of place. The rest of it is not checked. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Name and question of a scenario file, without loading it: bases are read only if it lacks one, tables never. Bad input never throws. */
export function titleOf(file: string, reader: ScenarioReader): ScenarioTitle {
  const diagnostics = new Diagnostics();
  const said = new Map<string, string>();
  const saysBoth = (tree: MapNode): boolean => {
    for (const key of ["name", "question"]) {
      const node = childOf(tree, key);
      if (node?.kind === "scalar" && !said.has(key)) said.set(key, node.text);
    }
    return said.size === 2;
  };
  readChain(file, (reference, from) => reader.read(reference, from), diagnostics, { enough: saysBoth });
  const { name = "", question = "" } = Object.fromEntries(said);
  return { name, question, diagnostics: diagnostics.sorted() };
}
