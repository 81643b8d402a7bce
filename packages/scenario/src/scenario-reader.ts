/** A file that was read, with the name under which it is known and shown; or a sentence why it cannot be read (without the name). */
export type FileRead =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly problem: string };

/** How a scenario reads files; the caller of the loader provides it. It decides what may be read. */
export interface ScenarioReader {
  /** Reads a file named by the user, or `reference` as written in the file `from` (its folder is where the name starts). */
  read(reference: string, from?: string): FileRead;
}
