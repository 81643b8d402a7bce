/** Slips of one letter in the keys of shipped scenarios, and what the loader makes of each. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Stream, streamKey } from "@mpp-sim/engine";
import { type Diagnostic, formatDiagnostic } from "@mpp-sim/scenario";
import { ReadBefore } from "../packages/scenario/src/compile/read-before.ts";
import { loadScenario } from "../packages/scenario/src/load-scenario.ts";
import { Diagnostics } from "../packages/scenario/src/text/diagnostics.ts";
import { nodeAt } from "../packages/scenario/src/text/locate.ts";
import { parseYaml } from "../packages/scenario/src/text/parse-yaml.ts";
import type { Node, Place } from "../packages/scenario/src/text/tree.ts";
import { root } from "./bootstrap.mjs";

/** A key of a file, and where it begins. */
export interface Key {
  readonly file: string;
  readonly path: readonly string[];
  readonly place: Place;
}

export interface Slip extends Key {
  readonly written: string;
}

/** What became of a slip. */
export interface Outcome {
  readonly slip: Slip;
  /** Whether the file still loads; whether the loader threw; whether a fault is told at the key; and with the right word. */
  readonly kind: "accepted" | "thrown" | "refused";
  readonly atKey: boolean;
  readonly meant: boolean;
  readonly messages: readonly string[];
}

/** Every scenario that comes with the program. */
export const shippedFiles: readonly string[] = ["scenarios", "scenarios/questions"].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `${folder}/${file}`)
    .sort(),
);

const texts = new Map<string, string>();

function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(path.join(root, file), "utf8");
  texts.set(file, text);
  return text;
}

/** All keys of a file, each once, though an alias may repeat it. */
export function keysOf(file: string): readonly Key[] {
  const lines = textOf(file).split("\n");
  const found = new Map<string, Key>();
  const visit = (node: Node, at: readonly string[]): void => {
    if (node.kind === "list") for (const item of node.items) visit(item, [...at, "*"]);
    if (node.kind !== "map") return;
    for (const [key, { key: place, node: inner }] of node.entries) {
      const isPlain = lines[place.line - 1]?.startsWith(key, place.column - 1);
      if (isPlain) found.set(`${place.line}:${place.column}`, { file, path: [...at, key], place });
      visit(inner, [...at, key]);
    }
  };
  visit(treeOf(file), []);
  return [...found.values()];
}

/**
 * Names that a user makes up, those of levels of a range among them: another one is no slip that anybody could see. So is that of a place
 * that no file below has, where nothing names it. A date that exists is a date.
 */
export function isMadeUp({ file, path: at, written }: Slip): boolean {
  const above = at.slice(0, -1).join(".");
  const place = at[0] === "variants" ? at.slice(2) : at;
  const files = at[0] === "variants" ? [file, ...basesOf(file)] : basesOf(file);
  return (
    /^(variants|sources|.*\.(branch|scripted|range))$/.test(above) ||
    (place.length === 2 && !files.some((one) => nodeAt(treeOf(one), place) !== undefined)) ||
    (/^\d{4}-\d\d-\d\d$/.test(written) && !Number.isNaN(Date.parse(written)))
  );
}

/** The files that one builds on. */
function basesOf(file: string): readonly string[] {
  const base = nodeAt(treeOf(file), ["extends"]);
  if (base?.kind !== "scalar") return [];
  const named = path.posix.join(path.posix.dirname(file), base.text);
  return [named, ...basesOf(named)];
}

const trees = new Map<string, Node>();

function treeOf(file: string): Node {
  const tree = trees.get(file) ?? (parseYaml(textOf(file), file, new Diagnostics()) as Node);
  trees.set(file, tree);
  return tree;
}

/** Slips drawn from a seed: one letter deleted, inserted, swapped with its neighbour or replaced, in any key. */
export function slipsOf(keys: readonly Key[], count: number, seed: string): readonly Slip[] {
  const stream = new Stream(streamKey(seed, 0, "slips"));
  const below = (most: number): number => Math.floor(stream.uniform() * most);
  const slips: Slip[] = [];
  while (slips.length < count) {
    const key = keys[below(keys.length)] as Key;
    const name = key.path[key.path.length - 1] as string;
    const at = below(name.length);
    const letter = String.fromCharCode(97 + below(26));
    const [before, rest] = [name.slice(0, at), name.slice(at)];
    const written = [
      before + rest.slice(1),
      before + letter + rest,
      before + (rest[1] ?? "") + rest[0] + rest.slice(2),
      before + letter + rest.slice(1),
    ][below(4)] as string;
    if (written !== name && written.trim() !== "") slips.push({ ...key, written });
  }
  return slips;
}

/** Loads a file with the slip in it. */
export function outcomeOf(slip: Slip): Outcome {
  const { file, place, written } = slip;
  const name = slip.path[slip.path.length - 1] as string;
  const lines = textOf(file).split("\n");
  const line = lines[place.line - 1] as string;
  lines[place.line - 1] = line.slice(0, place.column - 1) + written + line.slice(place.column - 1 + name.length);
  const reader = {
    read(reference: string, from?: string) {
      const named = from === undefined ? reference : path.posix.join(path.posix.dirname(from), reference);
      return { file: named, text: named === file ? lines.join("\n") : textOf(named) };
    },
  };
  try {
    const parse: typeof parseYaml = (text, named, diagnostics) =>
      named === file ? parseYaml(text, named, diagnostics) : treeOf(named);
    const { scenario, diagnostics } = loadScenario(file, reader, {}, new ReadBefore(parse));
    const at = ({ file: where, line, column }: Diagnostic): boolean =>
      where === place.file && line === place.line && column === place.column;
    const here = diagnostics.filter(at);
    return {
      slip,
      kind: scenario === undefined ? "refused" : "accepted",
      atKey: here.length > 0,
      meant: here.some(({ message }) =>
        [`did you mean "${name}"`, `for example ${name}`].some((word) => message.includes(word)),
      ),
      messages: diagnostics.map(formatDiagnostic),
    };
  } catch (error) {
    return { slip, kind: "thrown", atKey: false, meant: false, messages: [String(error)] };
  }
}
