import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../../ground/case-row.ts";
import { stage } from "../../ground/stage.ts";
import type { Ground } from "../../ground.ts";
import type { ConstraintSet } from "../../ledger/blocked-ledger.ts";
import type { PathwayPoint } from "../../parameters/sector-parameters.ts";

/** Cases that wait at one desk and for which the same return points and the same limits count. */
export interface ReturnKind {
  /** Sector of arrival. */
  readonly sector: number;
  /** Back from a hearing, not a first return. */
  readonly reEntry: boolean;
  /** Return points, best first. */
  options: readonly PathwayPoint[];
  /** Of each option the city across if a first return there needs a bed, else -1. */
  bedsOf: readonly number[];
  readonly desk: number;
  /** Cases in line. */
  waiting: number;
  /** Whether the present look through the line has found out what follows, of each option. */
  examined: boolean;
  /** What keeps everyone back. */
  readonly shut: ConstraintSet[];
  /** Places left under its limits. */
  readonly room: number[];
  /** Places, on the same date, at a point preferred to it that is still to open. */
  readonly later: number[];
  /** Whether the present look has found that nobody of this kind can return now. */
  closed: boolean;
}

/** The kinds of waiters: first returns by sector and pathway, re-entries by sector of arrival and point. */
export class ReturnKinds implements Stateful {
  readonly all: readonly ReturnKind[];
  private readonly ground: Ground;
  private readonly first: readonly (readonly ReturnKind[])[];
  private readonly again: readonly (readonly ReturnKind[])[];

  constructor(ground: Ground, deskOf: readonly number[]) {
    this.ground = ground;
    const { cities, returnPoints, sectors } = ground.parameters;
    const bedsOf = ({ point }: PathwayPoint): number => {
      const { city } = returnPoints[point]!;
      return cities[city]!.gate === "hard" ? city : -1;
    };
    /** A kind of which nobody waits, and nothing is known yet. */
    const kindOf = (sector: number, reEntry: boolean, hub: number, options: readonly PathwayPoint[]): ReturnKind => ({
      sector,
      reEntry,
      options,
      bedsOf: options.map(() => -1),
      desk: deskOf[hub]!,
      waiting: 0,
      examined: false,
      shut: [],
      room: [],
      later: [],
      closed: true,
    });
    this.first = sectors.map(({ pathways }, sector) => pathways.map(({ hub }) => kindOf(sector, false, hub, [])));
    this.again = sectors.map((_, sector) =>
      returnPoints.map(({ sector: hub }, point) => kindOf(sector, true, hub, [{ point, travelHours: 0 }])),
    );
    this.all = [...this.again, ...this.first].flat();
    ground.settings.derive(() => {
      sectors.forEach(({ pathways }, sector) => {
        pathways.forEach(({ points }, index) => {
          const kind = this.first[sector]![index]!;
          kind.options = points;
          kind.bedsOf = points.map(bedsOf);
        });
      });
    });
  }

  /** What a look has found out is forgotten before the next one, and not carried. */
  transfer(state: StateTransfer): void {
    for (const kind of this.all) kind.waiting = state.number(kind.waiting);
  }

  of(row: CaseRow): ReturnKind {
    const { cases } = this.ground;
    const sector = cases.sector[row]!;
    return cases.stage[row] === stage.awaitingReEntry
      ? this.again[sector]![cases.point[row]!]!
      : this.first[sector]![cases.pathway[row]!]!;
  }
}
