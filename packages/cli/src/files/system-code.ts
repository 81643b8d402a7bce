/** Code of an error of the system, such as ENOENT; undefined for any other error (those of Node's own checks have an underscore). */
export function systemCode(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}
