import { type BorderCatalogue, blockedFigures, type ReplicationResult } from "@mpp-sim/border";
import { columnsOf } from "./columns.ts";
import { estimateMean, type MeanEstimate } from "./estimate.ts";

/** What people of one place waited for: one object of `bottlenecks.json`. */
export interface Bottleneck {
  /** What was waited for: one of the model's `constraints`. */
  readonly constraint: string;
  /** Sector of arrival, or `system` for all sectors together. */
  readonly place: string;
  /** Person-hours charged to it. */
  readonly personHours: MeanEstimate;
  /** Of the person-hours that people of this place waited, all constraints together. */
  readonly share: number;
  /** Persons who waited for it, once a wait. */
  readonly persons: MeanEstimate;
  /** Persons who left the pathway while they waited for it. A release ends a wait, so hours alone would hide them. */
  readonly diverted: MeanEstimate;
  /** Person-hours in which it held, whether charged to it or to another constraint that comes first. */
  readonly heldPersonHours: MeanEstimate;
  /** From 1, among the constraints of this place. */
  readonly rankByHours: number;
  /** From 1, among the constraints of this place, by people diverted. */
  readonly rankByDiverted: number;
}

interface Source {
  readonly constraint: string;
  /** Rows of the catalogue that are added up. */
  readonly rows: readonly number[];
}

type Unranked = Omit<Bottleneck, "rankByHours" | "rankByDiverted">;

/**
 * The whole system first, then each sector in the order of the catalogue; within a place by person-hours, then by people diverted.
 * Constraints nobody waited for are left out.
 */
export function foldBottlenecks(catalogue: BorderCatalogue, replications: readonly ReplicationResult[]): Bottleneck[] {
  const places = new Map<string, Map<string, number[]>>([["system", new Map()]]);
  catalogue.blocked.forEach(({ sector, constraint }, row) => {
    for (const place of ["system", sector]) {
      const constraints = places.get(place) ?? new Map<string, number[]>();
      places.set(place, constraints);
      const rows = constraints.get(constraint) ?? [];
      constraints.set(constraint, rows);
      rows.push(row);
    }
  });
  const width = catalogue.blocked.length * blockedFigures.length;
  const columns = [...columnsOf(replications, "blocked", [...Array(width).keys()])];
  return [...places].flatMap(([place, constraints]) =>
    rankedAt(
      place,
      [...constraints].map(([constraint, rows]) => ({ constraint, rows })),
      columns,
    ),
  );
}

/** `columns` has the numbers of all replications for each figure of each row. */
function rankedAt(place: string, sources: readonly Source[], columns: readonly Float64Array[]): Bottleneck[] {
  const figure = (rows: readonly number[], name: (typeof blockedFigures)[number]): MeanEstimate => {
    const offset = blockedFigures.indexOf(name);
    const own = rows.map((row) => columns[row * blockedFigures.length + offset] as Float64Array);
    return estimateMean(
      Array.from(own[0] ?? [], (_, replication) => own.reduce((sum, one) => sum + (one[replication] as number), 0)),
    );
  };
  const waited = sources.map(({ constraint, rows }) => ({
    constraint,
    personHours: figure(rows, "personHours"),
    persons: figure(rows, "persons"),
    diverted: figure(rows, "diverted"),
    heldPersonHours: figure(rows, "heldPersonHours"),
  }));
  const total = waited.reduce((sum, { personHours }) => sum + (personHours.mean ?? 0), 0);
  const found: Unranked[] = waited
    .filter(({ diverted, heldPersonHours }) => [diverted, heldPersonHours].some(({ mean }) => (mean ?? 0) > 0))
    .map((row) => ({ place, ...row, share: total === 0 ? 0 : (row.personHours.mean ?? 0) / total }));
  const hours = (row: Unranked): number => row.personHours.mean ?? 0;
  const diverted = (row: Unranked): number => row.diverted.mean ?? 0;
  const byHours = [...found].sort((a, b) => hours(b) - hours(a) || diverted(b) - diverted(a));
  const byDiverted = [...found].sort((a, b) => diverted(b) - diverted(a) || hours(b) - hours(a));
  return byHours.map((row, index) => ({ ...row, rankByHours: index + 1, rankByDiverted: byDiverted.indexOf(row) + 1 }));
}
