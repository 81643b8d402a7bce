import path from "node:path";
import type { Diagnostic, FileRead } from "@mpp-sim/scenario";
import { ScenarioFiles } from "../files/scenario-files.ts";
import type { Host } from "../host.ts";
import type { FilesRead } from "../open-scenario.ts";
import { sha256 } from "../run-directory/manifest.ts";

/** The files of a scenario that is not on disk, but builds on one that is, as if it lay beside it. */
export class BranchFiles implements FilesRead {
  private readonly base: string;
  private readonly text: string;
  private readonly files: ScenarioFiles;
  /** Names in the tree: its own, and that of what it builds on. */
  private own = "";
  private below = "";

  constructor(base: string, text: string, { cwd, build }: Pick<Host, "cwd" | "build">) {
    this.base = base;
    this.text = text;
    this.files = new ScenarioFiles(cwd, build.command);
  }

  read(reference: string, from?: string): FileRead {
    if (from === undefined) {
      const found = this.files.read(this.base);
      this.below = found.file;
      this.own = path.posix.join(path.posix.dirname(found.file), path.posix.basename(reference));
      return "text" in found ? { file: this.own, text: this.text } : found;
    }
    if (from !== this.own) return this.files.read(reference, from);
    const isBase = path.posix.join(path.posix.dirname(from), reference) === this.below;
    return isBase ? this.files.read(this.base) : this.files.read(reference, this.below);
  }

  sha256(file: string): string {
    return file === this.own ? sha256(this.text) : this.files.sha256(file);
  }

  asShown(diagnostic: Diagnostic): Diagnostic {
    return this.files.asShown(diagnostic);
  }
}
