import type { Stateful, StateTransfer } from "@mpp-sim/engine";
import type { BorderModel } from "../border-model.ts";
import type { Place, PlaceDefinition, PlaceStep } from "../extension/place.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { stage } from "../ground/stage.ts";

interface OutsidePlace {
  readonly id: string;
  readonly place: Place;
  /** By index. */
  readonly sector: number;
  readonly before: PlaceStep;
}

/** Places of a new kind, and the steps of a case that they may stand before. */
export class OutsidePlaces implements Stateful {
  /** Persons who came to each place, and daily means of persons there, by the dates of its sector. */
  readonly entered: number[];
  readonly byDay: readonly Float64Array[];
  /** By index, as in `Whereabouts.outsidePlace`. */
  readonly all: readonly OutsidePlace[];
  private readonly model: BorderModel;

  /** @throws RangeError if two places have one id, or one lies in no sector of the border */
  constructor(model: BorderModel, definitions: readonly PlaceDefinition[]) {
    this.model = model;
    const { sectors } = model.parameters;
    this.all = definitions.map(({ id, sector: name, before, build }, index) => {
      const sector = sectors.findIndex((one) => one.id === name);
      if (sector < 0) throw new RangeError(`place ${id}: sector must be one of the border, got ${name}`);
      if (definitions.findIndex((other) => other.id === id) < index)
        throw new RangeError(`place must have an id of its own, got ${id} twice`);
      return { id, place: build(model), sector, before };
    });
    const { localDays, stocks, whereabouts } = model;
    this.byDay = this.all.map(({ sector }, index) =>
      stocks.follow(whereabouts.levels[whereabouts.outsidePlace(index)]!, localDays.sectors[sector]!),
    );
    this.entered = definitions.map(() => 0);
    // Without places the parts of a snapshot are those of the model alone.
    if (definitions.length > 0) model.simulation.register("places", this);
  }

  transfer(state: StateTransfer): void {
    this.entered.forEach((persons, index) => {
      this.entered[index] = state.number(persons);
    });
  }

  /** The case is about to take a step: it does, unless a place stands before it. */
  toward(row: CaseRow, step: PlaceStep): void {
    this.goOn(row, step, 0);
  }

  /**
   * The case leaves the place where it is: for the next place before the same step, or to take it.
   * @throws RangeError if it is not at a place of a new kind
   */
  leave(row: CaseRow): void {
    const { blocked, cases, whereabouts } = this.model;
    const index = this.placeOf(row);
    const { before, sector } = this.all[index]!;
    blocked.settle(row);
    cases.event[row] = 0;
    cases.wait[row] = 0;
    // Whoever has been in custody goes back there, however full it is, as those do who come by bus.
    if (before !== "custody") whereabouts.move(row, whereabouts.custody(sector));
    this.goOn(row, before, index + 1);
  }

  withdraw(row: CaseRow): void {
    this.all[this.placeOf(row)]!.place.withdraw(row);
  }

  /** Whether the case, which is at a place, has been processed. */
  isProcessed(row: CaseRow): boolean {
    return this.all[this.placeOf(row)]!.before !== "custody";
  }

  private goOn(row: CaseRow, step: PlaceStep, from: number): void {
    const { cases, custody, disposition, routing } = this.model;
    for (let index = from; index < this.all.length; index++) {
      const { before, place, sector } = this.all[index]!;
      if (before === step && sector === cases.sector[row] && place.receives(row)) {
        this.enter(row, index);
        return;
      }
    }
    if (step === "custody") custody.arrive(row);
    else if (step === "disposition") disposition.decide(row);
    else routing.enrol(row);
  }

  private enter(row: CaseRow, index: number): void {
    const { cases, whereabouts } = this.model;
    whereabouts.move(row, whereabouts.outsidePlace(index));
    cases.stage[row] = stage.atPlace;
    this.entered[index] = this.entered[index]! + cases.size[row]!;
    this.all[index]!.place.enter(row);
  }

  private placeOf(row: CaseRow): number {
    const { cases, whereabouts } = this.model;
    if (cases.stage[row] !== stage.atPlace)
      throw new RangeError(`case must be at a place of a new kind, got stage ${cases.stage[row]}`);
    return whereabouts.placeOf(cases.place[row]!).index;
  }
}
