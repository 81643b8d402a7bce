import { InputError } from "../input-error.ts";

/** What `--vary` says of one setting: values, or two ends and how many between them; neither stands for its range in the file. */
export interface Vary {
  readonly path: string;
  readonly levels?: readonly string[];
  readonly ends?: readonly [low: string, high: string];
  readonly steps?: number;
}

/**
 * Reads `path`, `path=a..b`, `path=a..b:steps` and `path=a,b,c`.
 * @throws InputError if it is none of them
 */
export function readVary(text: string): Vary {
  const at = text.indexOf("=");
  const [path, told] = at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  if (path === "" || (at !== -1 && told === "")) {
    throw new InputError(`--vary must be path=a..b, path=a..b:steps, path=a,b,c, or the path of a range (got ${text})`);
  }
  if (at === -1) return { path };
  const range = /^(.+?)\.\.(.+)$/.exec(told);
  if (!range) return { path, levels: valuesIn(told) };
  const [, low = "", rest = ""] = range;
  // Minutes are no steps: 04:00..20:00.
  const [, high = rest, steps] = /^(\d\d?:\d\d|.*?)(?::(\d{1,4}))?$/.exec(rest) ?? [];
  const ends = [low.trim(), high.trim()] as const;
  if (steps === undefined) return { path, ends };
  if (Number(steps) < 2) throw new InputError(`--vary must have at least 2 steps (got ${text})`);
  return { path, ends, steps: Number(steps) };
}

/** Values between commas; a comma within brackets or quotes belongs to its value. */
function valuesIn(text: string): readonly string[] {
  const values = (text.match(/(?:[^,[{("']|\[[^\]]*\]|\{[^}]*\}|\([^)]*\)|"[^"]*"|'[^']*')+/g) ?? []).map((one) =>
    one.trim(),
  );
  return [...new Set(values)];
}
