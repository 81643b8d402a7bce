/** Something that the user can correct: a sentence, and exit code 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}
