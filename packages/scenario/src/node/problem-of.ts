/** Why a file is refused: a sentence without its name. */
export class Refusal extends Error {}

export const missing = "does not exist";

/** The sentence for whatever went wrong with a file. @throws the error itself, if it has nothing to do with the file */
export function problemOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const code = systemCode(error);
  if (code === undefined) throw error;
  if (code === "ENOENT" || code === "ENOTDIR") return missing;
  if (code === "EACCES" || code === "EPERM") return "cannot be read: permission denied";
  if (code === "ELOOP") return "cannot be read: its links lead in a circle";
  if (code === "ENAMETOOLONG") return "cannot be read: the name is too long";
  return `cannot be read (${code})`;
}

/** Code of an error of the system, such as ENOENT; undefined for any other error (those of Node's own checks have an underscore). */
export function systemCode(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}
