import { existsSync } from "node:fs";
import path from "node:path";
import type { Diagnostic, FileRead, ScenarioReader } from "@mpp-sim/scenario";
import { NodeReader } from "@mpp-sim/scenario/node";

/**
 * The files of one scenario. Each has two names: the one by which the user, from where they stand, finds it, for what is printed;
 * and the one from the top of the scenario's folder tree, for what is kept. So a run leaves the same bytes however its path was
 * spelled and wherever the tree lies.
 */
export class ScenarioFiles implements ScenarioReader {
  private readonly cwd: string;
  private readonly command: string;
  private readonly reader: NodeReader;
  /** Names that users see, by names in the tree. */
  private readonly shown = new Map<string, string>();

  /** `command` is how the program is called, for advice. */
  constructor(cwd: string, command: string) {
    this.cwd = cwd;
    this.command = command;
    this.reader = new NodeReader(cwd);
  }

  read(reference: string, from?: string): FileRead {
    const found = this.reader.read(reference, from === undefined ? undefined : this.shownName(from));
    const file = this.nameInTree(found.file);
    this.shown.set(file, found.file);
    if ("text" in found) return { ...found, file };
    return { file, problem: this.advised(found.file, found.problem, from === undefined) };
  }

  /** SHA-256 of a file that was read, by its name in the tree. @throws RangeError if it was not read */
  sha256(file: string): string {
    return this.reader.sha256(this.shownName(file));
  }

  /** A diagnostic with the names that the user knows, also those in its sentence that stand before a line. */
  asShown(diagnostic: Diagnostic): Diagnostic {
    const message = diagnostic.message.replace(/[^\s([{,;]+(?=:\d)/g, (name) => this.shown.get(name) ?? name);
    return { ...diagnostic, file: this.shownName(diagnostic.file), message };
  }

  /** Why a file cannot be had, with where it was looked for and what helps. */
  private advised(file: string, problem: string, namedByUser: boolean): string {
    const init = `\`${this.command} init FOLDER\` makes a folder with the base and its tables, to build on`;
    if (problem.startsWith("must lie in the folder tree")) return `${problem} (${this.reader.tree}); ${init}`;
    const missing = "does not exist";
    if (!problem.startsWith(missing)) return problem;
    const at = path.dirname(path.resolve(this.cwd, file));
    const here = path.posix.basename(file);
    const looked = problem.replace(missing, `${missing} in ${at}`);
    if (!namedByUser) return `${looked}${/\.ya?ml$/i.test(file) ? `; ${init}` : ""}`;
    return existsSync(path.join(this.cwd, here)) && here !== file ? `${looked} (did you mean ${here}?)` : looked;
  }

  private shownName(file: string): string {
    return this.shown.get(file) ?? file;
  }

  /** What lies outside the tree keeps the name it has. */
  private nameInTree(shown: string): string {
    const way = path.relative(this.reader.tree, path.resolve(this.cwd, shown)).split(path.sep).join("/");
    return way === "" || way.startsWith("../") || path.isAbsolute(way) ? shown : way;
  }
}
