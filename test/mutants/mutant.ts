/** A program that is wrong on purpose: one text of one source replaced, and the test that notices. Paths are from `packages`. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
  readonly test: string;
  /** The name of a test in that file, with or without the groups that it stands in: `group > test`. */
  readonly caughtBy: string;
  /** A word that the name of the test has, groups included. */
  readonly mechanism?: string;
}
