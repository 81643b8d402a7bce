/** A value as a setting's text, JSON where it is a map, in so far as it differs from others: `mean 2` of `{"geometric":{"mean":"2"}}`. */
export function apart(value: string, others: readonly string[]): string {
  const [own, ...rest] = [value, ...others].map(leavesOf);
  if (own === undefined) return value;
  const differs = ([path, text]: readonly [string, string]): boolean => rest.some((one) => one?.get(path) !== text);
  const left = [...own].filter(differs);
  const shown = left.map(([path, text]) => `${path.slice(path.lastIndexOf(".") + 1)} ${text}`);
  return shown.length === 0 ? value : shown.join(", ");
}

/** Texts of a map by their paths; undefined if it is none. */
function leavesOf(value: string): ReadonlyMap<string, string> | undefined {
  if (!value.startsWith("{")) return undefined;
  const leaves = new Map<string, string>();
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) leaves.set(path, String(node));
    else for (const [key, inner] of Object.entries(node)) visit(inner, path === "" ? key : `${path}.${key}`);
  };
  try {
    visit(JSON.parse(value), "");
  } catch {
    return undefined;
  }
  return leaves;
}
