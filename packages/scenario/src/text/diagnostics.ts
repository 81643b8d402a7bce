import { type Place, under } from "./tree.ts";

/** Something wrong with a scenario, or worth a second look, and where. */
export interface Diagnostic {
  readonly file: string;
  /** Counted from 1; 0 where the file as a whole is meant. */
  readonly line: number;
  readonly column: number;
  /** Path of the setting, for example `sectors.tucson.custody.limit`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** One line: `file:line:column path message`. */
export function formatDiagnostic({ file, line, column, path, message, severity }: Diagnostic): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  return [place, severity === "warning" ? "warning:" : "", path, message].filter((part) => part !== "").join(" ");
}

/** Collects diagnostics: each fault once, in the order of the files read and of the places in them. */
export class Diagnostics {
  private readonly found: Diagnostic[] = [];
  private readonly seen = new Set<string>();
  private readonly order = new Map<string, number>();
  private errors = 0;
  private scope = "";

  get hasErrors(): boolean {
    return this.errors > 0;
  }

  /** Notes a file, so that its diagnostics come after those of the files before it. */
  file(name: string): void {
    if (!this.order.has(name)) this.order.set(name, this.order.size);
  }

  error(place: Place, path: string, message: string): void {
    this.add(place, path, message, "error");
  }

  warning(place: Place, path: string, message: string): void {
    this.add(place, path, message, "warning");
  }

  /** While `work` runs, paths begin with `scope`. What was told before, under another path, is not told again. */
  within<T>(scope: string, work: () => T): T {
    const outer = this.scope;
    this.scope = under(outer, scope);
    try {
      return work();
    } finally {
      this.scope = outer;
    }
  }

  sorted(): readonly Diagnostic[] {
    const rank = ({ file }: Diagnostic): number => this.order.get(file) ?? this.order.size;
    return [...this.found].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
  }

  private add({ file, line, column }: Place, path: string, message: string, severity: "error" | "warning"): void {
    // A default that several places inherit is one fault, named by the path that was read first.
    const key = line === 0 ? `${file} ${path} ${message}` : `${file}:${line}:${column} ${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (severity === "error") this.errors++;
    this.found.push({
      file,
      line,
      column,
      path: this.scope === "" ? path : under(this.scope, path),
      message,
      severity,
    });
  }
}
