import type { StateTransfer } from "@mpp-sim/engine";
import type { Place, PlaceDefinition } from "../extension/place.ts";
import { type Flow, type Holder, type Step, step } from "../flow/step.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { stage } from "../ground/stage.ts";
import type { Ground } from "../ground.ts";

interface OutsidePlace {
  readonly id: string;
  readonly place: Place;
  /** By index. */
  readonly sector: number;
  readonly before: Step;
}

/** Places of a new kind, and the steps of a case that they stand before. */
export class OutsidePlaces implements Pick<Holder, "withdraw" | "transfer"> {
  /** Persons who came to each place, and daily means of persons there, by the dates of its sector. */
  readonly entered: number[];
  readonly byDay: readonly Float64Array[];
  /** By index, as in `Whereabouts.outsidePlace`. */
  readonly all: readonly OutsidePlace[];
  private readonly ground: Ground;

  /**
   * `take` has a case take a step before which no place stands any more.
   * @throws RangeError if two places have one id, or one lies in no sector of the border
   */
  constructor(
    ground: Ground,
    flow: Flow,
    definitions: readonly PlaceDefinition[],
    take: (row: CaseRow, to: Step) => void,
  ) {
    this.ground = ground;
    const { localDays, parameters, stocks, whereabouts } = ground;
    this.all = definitions.map(({ id, sector: name, before, build }, index) => {
      const sector = parameters.sectors.findIndex((one) => one.id === name);
      if (sector < 0) throw new RangeError(`place ${id}: sector must be one of the border, got ${name}`);
      if (definitions.findIndex((other) => other.id === id) < index)
        throw new RangeError(`place must have an id of its own, got ${id} twice`);
      const place = build(ground, {
        next: (row, to) => {
          this.end(row, index);
          if (!this.stops(row, to, index + 1)) take(row, to);
        },
        leave: (row, by, cause) => {
          this.end(row, index);
          flow.leave(row, by, cause);
        },
      });
      return { id, place, sector, before: step[before] };
    });
    this.byDay = this.all.map(({ sector }, index) =>
      stocks.follow(whereabouts.levels[whereabouts.outsidePlace(index)]!, localDays.sectors[sector]!),
    );
    this.entered = definitions.map(() => 0);
  }
  /** Whether a place of the case's sector, from one on, receives it before a step; if so, it is there from now on. */
  stops(row: CaseRow, to: Step, from = 0): boolean {
    const { cases, simulation, whereabouts } = this.ground;
    for (let index = from; index < this.all.length; index++) {
      const { before, place, sector } = this.all[index]!;
      if (before !== to || sector !== cases.sector[row] || !place.receives(row)) continue;
      whereabouts.move(row, whereabouts.outsidePlace(index));
      cases.stage[row] = stage.atPlace;
      this.entered[index] = this.entered[index]! + cases.size[row]!;
      place.admit(row, simulation.now);
      return true;
    }
    return false;
  }

  withdraw(row: CaseRow): void {
    this.at(row).place.withdraw(row);
  }

  /** Whether the case, which is at a place, has been processed. */
  isProcessed(row: CaseRow): boolean {
    return this.at(row).before !== step.custody;
  }

  transfer(state: StateTransfer): void {
    for (const [index, persons] of this.entered.entries()) this.entered[index] = state.number(persons);
    for (const { place } of this.all) place.transfer?.(state);
  }

  private at(row: CaseRow): OutsidePlace {
    const { cases, whereabouts } = this.ground;
    return this.all[whereabouts.placeOf(cases.place[row]!).index]!;
  }

  /** The case leaves the place. A case that has been in custody goes back there, however full it is, like cases that come by bus. */
  private end(row: CaseRow, index: number): void {
    const { blocked, cases, whereabouts } = this.ground;
    const { before, id, sector } = this.all[index]!;
    if (cases.stage[row] !== stage.atPlace || cases.place[row] !== whereabouts.outsidePlace(index))
      throw new RangeError(`case must be at place ${id} to leave it, got stage ${cases.stage[row]}`);
    blocked.settle(row);
    cases.event[row] = 0;
    cases.wait[row] = 0;
    if (before !== step.custody) whereabouts.move(row, whereabouts.custody(sector));
  }
}
