import { playing } from "@mpp-sim/experiment/node";
import type { Diagnostic, FileRead, ScenarioReader } from "@mpp-sim/scenario";
import type { Recorded } from "../host.ts";

/** The files of a scenario as they were read elsewhere. */
export class RecordedFiles implements ScenarioReader {
  private readonly player: ScenarioReader;
  private readonly hashes: ReadonlyMap<string, string>;

  constructor({ reads, inputs }: Recorded) {
    this.player = playing(reads);
    this.hashes = new Map(inputs.map(({ file, sha256 }) => [file, sha256]));
  }

  read(reference: string, from?: string): FileRead {
    return this.player.read(reference, from);
  }

  /** SHA-256 of a file of the scenario itself; empty for one of what it is compared with. */
  sha256(file: string): string {
    return this.hashes.get(file) ?? "";
  }

  asShown(diagnostic: Diagnostic): Diagnostic {
    return diagnostic;
  }
}
