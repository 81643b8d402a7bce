/** A file that was read, under the name it is shown and known by, or a sentence on why it cannot be (without the name). */
export type FileRead =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly problem: string };

/** How a scenario reaches files; whoever loads one gives it. It decides what may be read. */
export interface ScenarioReader {
  /** Reads a file named by the user, or `reference` as written in the file `from` (its folder is where the name starts). */
  read(reference: string, from?: string): FileRead;
}
