import type { Scenario } from "@mpp-sim/scenario";
import type { Paper } from "../brief/paper.ts";
import { type GridRow, gridLines, gridWidth } from "../format/grid.ts";
import { paragraphs, wrap } from "../format/plain.ts";
import { setSentence } from "../summary/status.ts";

/** What a study was run with. */
export interface StudyRun {
  /** Its command. */
  readonly command: string;
  readonly scenario: Pick<Scenario, "name" | "question" | "set" | "period">;
  readonly seed: string;
  /** Of each point. */
  readonly replications: number;
  readonly points: number;
  /** Whom the points meet, if not all the same people. */
  readonly people?: string;
}

/** A part of what a terminal shows: a sentence, or a table, perhaps with a title. */
export type StudyBlock =
  | string
  | { readonly title?: string; readonly heads: readonly string[]; readonly rows: readonly GridRow[] };

/** What every `study.json` begins with. */
export function studyHead({ command, scenario, seed, replications, points }: StudyRun): object {
  const { name, question, set, period } = scenario;
  return {
    command,
    scenario: name,
    question,
    ...(set.length === 0 ? {} : { set: set.map(({ path, value }) => ({ path, value })) }),
    period: { from: period.from, to: period.to },
    seed,
    replications,
    points,
  };
}

/** A study for a terminal: its heading, then its blocks. A table is broken into as many as its columns need. */
export function studyText(
  { scenario, seed, replications, points, people = "the same people at each" }: StudyRun,
  blocks: readonly StudyBlock[],
  { width, ink }: Pick<Paper, "width" | "ink">,
): string {
  const { from, to } = scenario.period;
  const about = `${from} to ${to}, ${counted(points, "point")} of ${counted(replications, "replication")}, ${people}, seed "${seed}"`;
  const heading = [
    ...wrap(scenario.name, width).map(ink.strong),
    ...wrap(about, width).map(ink.faint),
    ...wrap(setSentence(scenario), width).map(ink.alarm),
  ];
  const lines = blocks.map((block): string[] => {
    if (typeof block === "string") return wrap(block, width);
    const title = block.title === undefined ? [] : wrap(block.title, width).map(ink.strong);
    return [
      ...title,
      ...partsThatFit(block.rows, width).flatMap(([from, to]) => {
        const rows = block.rows.map(({ label, cells }) => ({ label, cells: cells.slice(from, to) }));
        return gridLines(block.heads.slice(from, to), rows, ink);
      }),
    ];
  });
  return paragraphs([heading, ...lines]);
}

/** Columns in parts, each as wide as it may be, from and to; a part has one column at least. */
function partsThatFit(rows: readonly GridRow[], width: number): (readonly [from: number, to: number])[] {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const parts: [number, number][] = [];
  for (let column = 0; column < columns; column++) {
    const last = parts.at(-1);
    const wider = last && rows.map(({ label, cells }) => ({ label, cells: cells.slice(last[0], column + 1) }));
    if (last && wider && gridWidth(wider) <= width) last[1] = column + 1;
    else parts.push([column, column + 1]);
  }
  return parts;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
