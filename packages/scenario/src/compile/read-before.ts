import type { CensusCase } from "@mpp-sim/border";
import type { FileRead, ScenarioReader } from "../scenario-reader.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import type { Node } from "../text/tree.ts";
import type { Table } from "./tables.ts";

/**
 * What was read before, so that variants share it, and so can loads of the same scenario with other values: each file is read and parsed
 * once. It is for one reader; what changes on disk meanwhile is not seen.
 */
export class ReadBefore {
  /** By their files and the columns that were asked for. @internal For the loader. */
  readonly tables: Map<string, Table | undefined> = new Map();
  /** By everything that their reading depends on. @internal For the loader. */
  readonly censuses: Map<string, readonly CensusCase[]> = new Map();
  private readonly files = new Map<string, FileRead>();
  private readonly trees = new Map<string, Node>();
  private readonly parser: typeof parseYaml;

  /** With another way to parse files, which may know some already. @internal For checks of the loader. */
  constructor(parser: typeof parseYaml = parseYaml) {
    this.parser = parser;
  }

  /** @internal For the loader. */
  read(reader: ScenarioReader, reference: string, from: string | undefined): FileRead {
    const key = JSON.stringify([reference, from]);
    const found = this.files.get(key) ?? reader.read(reference, from);
    this.files.set(key, found);
    return found;
  }

  /** @internal For the loader. */
  parse(text: string, file: string, diagnostics: Diagnostics): Node | undefined {
    const tree = this.trees.get(file) ?? this.parser(text, file, diagnostics);
    if (tree !== undefined) this.trees.set(file, tree);
    return tree;
  }

  /** What was faulty must be told again. @internal For the loader. */
  forget(): void {
    for (const known of [this.tables, this.censuses, this.files, this.trees]) known.clear();
  }
}
