import type { FileRead, ScenarioReader } from "../scenario-reader.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import { childOf, type MapNode } from "../text/tree.ts";

/** Scenarios that may build on one another. */
const longestChain = 16;

interface Reading {
  /** Whether the files below this one are not needed. */
  readonly enough?: (tree: MapNode) => boolean;
  readonly parse?: typeof parseYaml;
}

/** The files that make up a scenario, the base first, or those that are enough. Undefined after reporting what is wrong with one of them. */
export function readChain(
  file: string,
  read: ScenarioReader["read"],
  diagnostics: Diagnostics,
  { enough = () => false, parse = parseYaml }: Reading = {},
): readonly MapNode[] | undefined {
  const chain: MapNode[] = [];
  const known: string[] = [];
  let found: FileRead = read(file);
  for (;;) {
    const name = found.file;
    diagnostics.file(name);
    const whole = { file: name, line: 0, column: 0 };
    if ("problem" in found) return diagnostics.error(whole, "", found.problem);
    const tree = parse(found.text, name, diagnostics);
    if (tree === undefined) return undefined;
    if (tree.kind !== "map") return diagnostics.error(whole, "", "must be a map of settings, for example `mpp: 1`");
    warnOfNotes(tree, diagnostics);
    warnOfEmptyLists(tree, diagnostics);
    chain.unshift(tree);
    known.push(name);
    const base = childOf(tree, "extends");
    if (enough(tree) || base === undefined) return chain;
    const { key } = tree.entries.get("extends") as { key: MapNode["place"] };
    if (base.kind !== "scalar" || base.text === "")
      return diagnostics.error(key, "extends", "must be the path of a scenario from this file");
    found = read(base.text, name);
    if ("problem" in found)
      return diagnostics.error(key, "extends", `must name a scenario that can be read: ${found.file} ${found.problem}`);
    if (known.includes(found.file))
      return diagnostics.error(key, "extends", `must not lead back to a scenario that builds on it (got ${base.text})`);
    if (known.length >= longestChain)
      return diagnostics.error(key, "extends", `must not be longer than ${longestChain} scenarios`);
  }
}

/** A comma within brackets parts a sentence into two notes, and nobody is told. */
function warnOfNotes(tree: MapNode, diagnostics: Diagnostics): void {
  const notes = childOf(tree, "notes");
  if (notes?.kind !== "list") return;
  notes.items.forEach((note, index) => {
    if (note.kind !== "scalar" || notes.items[index - 1]?.place.line !== note.place.line || !/^[a-z]/.test(note.text))
      return;
    const sentence = `is a note of its own, for a comma parts it from the one before: put a sentence with a comma in quotes`;
    diagnostics.warning(note.place, `notes[${index}]`, `${sentence} (got ${JSON.stringify(note.text)})`);
  });
}

/** An empty list takes nothing away from what it is added to. */
function warnOfEmptyLists(tree: MapNode, diagnostics: Diagnostics): void {
  if (!tree.entries.has("extends")) return;
  for (const [key, sentence] of [
    ["policy", "changes nothing: what the base changes on dates stays; another change of the same setting undoes one"],
    ["notes", "takes nothing away: the notes of the base stay"],
  ] as const) {
    const list = tree.entries.get(key);
    if (list?.node.kind === "list" && list.node.items.length === 0) diagnostics.warning(list.key, key, sentence);
  }
}
