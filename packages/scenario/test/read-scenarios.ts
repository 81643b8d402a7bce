import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import {
  formatDiagnostic,
  type LoadedScenario,
  type LoadOptions,
  loadScenario,
  ReadBefore,
  type ScenarioReader,
} from "../src/index.ts";
import { Diagnostics } from "../src/text/diagnostics.ts";
import { parseYaml } from "../src/text/parse-yaml.ts";
import type { Node } from "../src/text/tree.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Reads the scenarios of the repository, and before them files given as text. */
export function readerOf(files: Readonly<Record<string, string>> = {}): ScenarioReader {
  return {
    read(reference, from) {
      const file = from === undefined ? reference : path.posix.join(path.posix.dirname(from), reference);
      const given = files[file];
      if (given !== undefined) return { file, text: given };
      try {
        return { file, text: readFileSync(path.join(root, file), "utf8") };
      } catch {
        return { file, problem: "does not exist" };
      }
    },
  };
}

const trees = new Map<string, Node>();

/** Parses a text without faults once for all tests of a file: most build on the same base. */
const parseOnce: typeof parseYaml = (text, file, diagnostics) => {
  const known = trees.get(text);
  if (known?.place.file === file) return known;
  const own = new Diagnostics();
  const tree = parseYaml(text, file, own);
  if (tree === undefined || own.sorted().length > 0) return parseYaml(text, file, diagnostics);
  trees.set(text, tree);
  return tree;
};

/** Loads a text as if it stood in `scenarios/x.yaml`. */
export function loadText(
  text: string,
  options?: LoadOptions,
  more: Readonly<Record<string, string>> = {},
): LoadedScenario {
  return loadScenario(
    "scenarios/x.yaml",
    readerOf({ ...more, "scenarios/x.yaml": text }),
    options,
    new ReadBefore(parseOnce),
  );
}

export function messages(loaded: LoadedScenario): string[] {
  return loaded.diagnostics.map(formatDiagnostic);
}

/** What an extending file needs at least. */
export const head = `mpp: 1
name: x
extends: ./southwest-border-2019.yaml
`;

/** The parameters of a scenario that extends the base by `text`, without a fault or a warning. */
export function parametersOf(text: string, options?: Parameters<typeof loadText>[1]) {
  const loaded = loadText(head + text, options);
  expect(messages(loaded)).toEqual([]);
  return loaded.scenario!.parameters;
}
