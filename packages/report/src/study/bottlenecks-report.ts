import { type Moved, ranking, type Spread, type Worth } from "@mpp-sim/experiment";
import { changeCell } from "../brief/figure-table.ts";
import type { Paper } from "../brief/paper.ts";
import { whatMoves } from "../brief/worth-words.ts";
import { measureObject } from "../files/measure-object.ts";
import { csvOf } from "../format/csv.ts";
import { roomFor } from "../format/equal.ts";
import { constraintPhrase, placeName } from "../format/names.ts";
import { formatSupported } from "../format/number.ts";
import { type StudyRun, studyHead, studyText } from "./study-text.ts";

/** What more of each capacity changes, and what people wait for. */
export interface Bottlenecks {
  readonly figures: readonly Moved[];
  readonly singles: readonly Worth[];
  readonly pairs: readonly Worth[];
  /** Person-hours that people in focus wait for each constraint, as it is. */
  readonly waits: readonly { readonly constraint: string; readonly hours: Spread }[];
}

const mostPairs = 5;

/** `an officer, interviews El Paso` */
export function worthLabel({ capacities }: Worth): string {
  return capacities
    .map(({ label, place }) => {
      const [, name = ""] = place.split(".");
      return `${label}, ${placeName(name)}`;
    })
    .join(" + ");
}

/** `worth.csv`: a row for each change that was tried and each figure. */
export function worthCsv({ singles, pairs }: Bottlenecks): string {
  const figures = ["n", "mean", "halfWidth", "q05", "q50", "q95", "min", "max"] as const;
  return csvOf(
    ["more", "paths", "values", "measure", "unit", ...figures],
    [...ranking(singles), ...ranking(pairs)].flatMap((worth) =>
      worth.moves.map((move) => [
        worthLabel(worth),
        worth.capacities.map(({ path }) => path).join("; "),
        worth.capacities.flatMap(({ settings }) => settings.map(({ value }) => value)).join("; "),
        move.name,
        move.unit,
        ...figures.map((figure) => move[figure]),
      ]),
    ),
  );
}

/** `study.json`. */
export function bottlenecksObject(run: StudyRun, { singles, pairs, waits }: Bottlenecks): object {
  const objectOf = (worth: Worth): object => ({
    more: worthLabel(worth),
    set: worth.capacities.flatMap(({ settings }) => settings),
    differences: worth.moves.map(measureObject),
  });
  return {
    ...studyHead(run),
    intervalsOver: singles.length + pairs.length,
    worth: ranking(singles).map(objectOf),
    pairs: ranking(pairs).map(objectOf),
    waits: byHours(waits).map(({ constraint, hours: { n, mean, halfWidth } }) => ({
      ...{ constraint, unit: "person-hours", n, mean, halfWidth },
    })),
  };
}

/** For a terminal: capacities by what more of each changes, the best pairs, and the waits, which say something else. */
export function bottlenecksText(run: StudyRun, found: Bottlenecks, paper: Paper): string {
  const { figures, singles, pairs, waits } = found;
  const rowsOf = (worths: readonly Worth[]) =>
    worths.map((worth) => ({
      label: `  ${worthLabel(worth)}`,
      cells: worth.moves.map((move) => changeCell(move)),
    }));
  const heads = figures.map(({ name }) => whatMoves(name));
  const over = singles.length + pairs.length;
  const legend = `Each against the same people as things are; ± holds at 95 % over all ${over} tried together. Ranked by how far releases move.`;
  const same = [...singles, ...pairs].some(({ moves }) => moves.some(({ min, max }) => min === 0 && max === 0));
  const best = ranking(pairs).slice(0, mostPairs);
  return studyText(
    run,
    [
      run.replications < 2 ? "One replication: no interval." : legend,
      { title: "One more", heads, rows: rowsOf(ranking(singles)) },
      ...(best.length === 0
        ? []
        : [
            `Constraints hold together, so two can be worth more than both alone. Of ${pairs.length} pairs tried:`,
            { title: "Two at once", heads, rows: rowsOf(best) },
          ]),
      same
        ? `0 ± 0 is the same in each of the ${run.replications} replications. At 95 % that leaves room for a change in ${roomFor(run.replications)} of all, not for more.`
        : "",
      "What people wait for says something else: who is no longer held up by one thing may wait for the next, or leave.",
      {
        title: "Person-hours waited, as things are",
        heads: ["mean ± 95 %"],
        rows: byHours(waits).map(({ constraint, hours }) => ({
          label: `  for ${constraintPhrase(constraint)}`,
          cells: [formatSupported(hours.mean ?? 0, hours.halfWidth)],
        })),
      },
    ],
    paper,
  );
}

function byHours(waits: Bottlenecks["waits"]): Bottlenecks["waits"] {
  return [...waits].sort((a, b) => (b.hours.mean ?? 0) - (a.hours.mean ?? 0));
}
