import { locate, pathText } from "./locate.ts";
import { type MapNode, type Place, under } from "./tree.ts";

/** Something wrong with a scenario, or worth a second look, and where. */
export interface Diagnostic {
  /** Name under which the file was read. */
  readonly file: string;
  /** Counted from 1; 0 where the file as a whole is meant. */
  readonly line: number;
  /** Counted from 1; 0 where the file as a whole is meant. */
  readonly column: number;
  /** Path of the setting, for example `sectors.tucson.custody.limit`; empty for the file as a whole. */
  readonly path: string;
  /** A sentence without the path: `must …`, mostly with what was got. */
  readonly message: string;
  /** An error keeps the scenario from loading; a warning does not. */
  readonly severity: "error" | "warning";
}

/** One line: `file:line:column path message`. */
export function formatDiagnostic({ file, line, column, path, message, severity }: Diagnostic): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  return [place, severity === "warning" ? "warning:" : "", path, message].filter((part) => part !== "").join(" ");
}

/** Most faults shown at once. */
const mostShown = 50;

/** Collects diagnostics: each fault once, in the order of the files read and of the places in them. */
export class Diagnostics {
  private readonly found: Diagnostic[] = [];
  private readonly seen = new Set<string>();
  private readonly excused: (readonly PropertyKey[])[] = [];
  private readonly excusedAt = new Set<string>();
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

  /** Returns undefined, so that what cannot go on ends with it. */
  error(place: Place, path: string, message: string): undefined {
    this.add(place, path, message, "error");
  }

  warning(place: Place, path: string, message: string): void {
    this.add(place, path, message, "warning");
  }

  /** An error at a setting of a tree. */
  errorAt(tree: MapNode, path: readonly PropertyKey[], message: string): void {
    this.error(locate(tree, path), pathText(path), message);
  }

  warningAt(tree: MapNode, path: readonly PropertyKey[], message: string): void {
    this.warning(locate(tree, path), pathText(path), message);
  }

  /**
   * Notes that something at a path, or below it, is missing only because of a fault already reported. What stands at `place` may be read
   * under other paths too, as the policy of a future is.
   */
  excuse(path: readonly PropertyKey[], place?: Place): void {
    if (place !== undefined && place.line > 0) this.excusedAt.add(placeText(place));
    const [section, ...inSection] = path[0] === "variants" ? path.slice(2) : path;
    const steps = section === "defaults" ? [inSection[0], "*", ...inSection.slice(1)] : [section, ...inSection];
    this.excused.push(steps.flatMap((step) => (step === undefined ? [] : [typeof step === "number" ? "*" : step])));
  }

  /** Whether a fault at a path follows from one already reported. If `isThere`, only something missing in it can follow. */
  isExcused(path: readonly PropertyKey[], isThere = false): boolean {
    return this.excused.some(
      (steps) =>
        (isThere ? steps.length === path.length : steps.length <= path.length) &&
        steps.every((step, index) => step === "*" || step === path[index]),
    );
  }

  /** Whether a fault of what stands at a place follows from one already reported. */
  isExcusedAt(place: Place): boolean {
    return this.excusedAt.has(placeText(place));
  }

  /** While `work` runs, paths begin with `scope`. What was reported before under another path is not reported again. */
  within<T>(scope: string, work: () => T): T {
    const outer = this.scope;
    this.scope = under(outer, scope);
    try {
      return work();
    } finally {
      this.scope = outer;
    }
  }

  /** In the order of files and places. Of very many, the first errors and how many more there are. */
  sorted(): readonly Diagnostic[] {
    const rank = ({ file }: Diagnostic): number => this.order.get(file) ?? this.order.size;
    const sorted = [...this.found].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
    if (sorted.length <= mostShown) return sorted;
    const errors = sorted.filter(({ severity }) => severity === "error");
    const shown = (this.hasErrors ? errors : sorted).slice(0, mostShown);
    const message = `and ${sorted.length - shown.length} more`;
    return [...shown, { ...(shown[0] as Diagnostic), line: 0, column: 0, path: "", message }];
  }

  private add(place: Place, path: string, message: string, severity: "error" | "warning"): void {
    const { file, line, column } = place;
    // A fault in a default that several places inherit is reported once, under the path read first.
    const key = line === 0 ? `${file} ${path} ${message}` : `${placeText(place)} ${message}`;
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

function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
