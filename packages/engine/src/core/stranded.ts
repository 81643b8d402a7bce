import type { ProcessTable } from "../process/process-table.ts";
import type { WaiterTable } from "./waiter-table.ts";

/** Someone who waits. */
export interface Waiting {
  /** A process by its name, or the event and the subject for which a handler waits. */
  readonly who: string;
  /** An amount from a line, the end of another process, or nothing that the engine knows. */
  readonly what: string;
  /** Time at which the wait began; NaN if it is not known. */
  readonly since: number;
}

/** Who still waits when no event is left that could end a wait. That may be right: servers may wait for customers. */
export interface Stranded {
  /** Number of waits. Who waits for several things counts once for each. */
  readonly count: number;
  /** The twenty that have waited longest. */
  readonly waiting: readonly Waiting[];
  /**
   * Names of processes in a circle: each waits for what the next one holds, and the last for what the first one holds.
   * Empty if none is found. It follows units of a `Resource` that processes hold (up to 64 at once, given back by who
   * took them) and the ends of processes that others `join`. It does not follow what was taken out of a `Container` or
   * a `Store`: that may be used up, and anybody may put something in. Nor is it known who must open a gate, fire a
   * signal, fill a batch or raise the capacity of a station. All of these are in `waiting`.
   */
  readonly circle: readonly string[];
  /** The same in a sentence. */
  readonly message: string;
}

const mostNamed = 20;

/** Finds everything that still waits; undefined if nothing does. */
export function findStranded(
  waiters: WaiterTable,
  processes: ProcessTable,
  describe: (type: number, subject: number) => string,
): Stranded | undefined {
  const found: Waiting[] = [];
  /** Lines in which each process waits. */
  const linesOf: Map<number, number[]> = new Map();
  waiters.visit((row, line) => {
    const { name, standsFor } = waiters.lines[line]!;
    const inLine = { type: waiters.type[row]!, subject: waiters.subject[row]!, amount: waiters.amount[row]! };
    const { type, subject, amount } = standsFor?.(inLine, waiters.argument[row]!) ?? inLine;
    if (type === processes.resume) linesOf.set(subject, [...(linesOf.get(subject) ?? []), line]);
    found.push({
      who: type === processes.resume ? processes.labelOf(subject) : describe(type, subject),
      what: `${amount} of ${name}`,
      since: waiters.since[row]!,
    });
  });
  const living = processes.rows();
  for (const process of living) {
    const ends = processes.joinedBy(process).map((other) => `the end of ${processes.labelOf(other)}`);
    const others = ends.length === 0 && !linesOf.has(process) ? ["nothing that is known"] : ends;
    for (const what of others) found.push({ who: processes.labelOf(process), what, since: Number.NaN });
  }
  if (found.length === 0) return undefined;
  const waiting = found.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)).slice(0, mostNamed);
  const waitsFor = (process: number): number[] => {
    const holders = (linesOf.get(process) ?? []).flatMap((line) => waiters.lines[line]!.holders?.list() ?? []);
    return [...holders, ...processes.joinedBy(process)];
  };
  const circle = findCircle(living, waitsFor).map((process) => processes.labelOf(process));
  return { count: found.length, waiting, circle, message: sentence(found.length, waiting, circle) };
}

/** A circle along `next`; empty if there is none. */
function findCircle(starts: readonly number[], next: (of: number) => readonly number[]): number[] {
  const done = new Set<number>();
  for (const start of starts) {
    const path: number[] = [];
    const open: { at: number; left: number[] }[] = [];
    const enter = (at: number) => {
      done.add(at);
      path.push(at);
      open.push({ at, left: [...next(at)].reverse() });
    };
    if (!done.has(start)) enter(start);
    while (open.length > 0) {
      const to = open[open.length - 1]!.left.pop();
      if (to === undefined) {
        open.pop();
        path.pop();
      } else if (path.includes(to)) return path.slice(path.indexOf(to));
      else if (!done.has(to)) enter(to);
    }
  }
  return [];
}

function sentence(count: number, waiting: readonly Waiting[], circle: readonly string[]): string {
  const named = waiting.map(({ who, what, since }) => {
    const from = Number.isNaN(since) ? "" : ` since ${since}`;
    return `${who} for ${what}${from}`;
  });
  const more = count > waiting.length ? ` and ${count - waiting.length} more` : "";
  const round = circle.length > 0 ? `; in a circle: ${[...circle, circle[0]!].join(" waits for ")}` : "";
  return `nothing is left to happen and ${count} wait: ${named.join(", ")}${more}${round}`;
}
