import path from "node:path";

interface Named {
  readonly file: string;
  readonly seed: string;
  readonly replications: number;
  readonly key: string;
  /** Of a study; empty for a run. */
  readonly command?: string;
}

/**
 * Where a run goes unless `--out` says otherwise: `runs/<scenario>-<seed>-<replications>-<key>`, and a study with its command before
 * that. The first digits of the key keep runs of a changed scenario apart; the same run always has the same name.
 */
export function directoryName(run: Named): string {
  const scenario = slug(path.posix.basename(run.file).replace(/\.ya?ml$/i, ""));
  const command = run.command === undefined ? "" : `${run.command}-`;
  return `runs/${command}${scenario}-${slug(run.seed)}-${run.replications}-${run.key.slice(0, 8)}`;
}

/** Letters and digits stay, everything else becomes a hyphen. Cut to fit a file name. */
function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "x" : plain;
}
