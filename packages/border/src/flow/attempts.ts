import type { BorderModel } from "../border-model.ts";
import type { CaseRow } from "../ground/case-row.ts";
import { flag } from "../ground/case-table.ts";
import { stage } from "../ground/stage.ts";

/** An attempt of a case as a whole: how it begins, how the case is taken out of wherever it is, and how it ends. */
export class Attempts {
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
  }

  /** A case comes to the border, at a list of a port since `since`: it waits there, or is caught. */
  come(row: CaseRow, since = this.model.simulation.now): void {
    if (!this.model.lists?.join(row, since)) this.apprehend(row);
  }

  /** A case has been caught, or called from a list: the 72 hours begin. */
  apprehend(row: CaseRow): void {
    const { model } = this;
    const { cases, conservation, simulation } = model;
    cases.apprehended[row] = simulation.now;
    conservation.arrivedPersons += cases.size[row]!;
    conservation.arrivedCases++;
    model.exemptions.settle(row);
    model.counts.apprehend(row);
    model.custodyLimit.start(row, simulation.now);
    model.onApprehended?.(row);
    model.places.toward(row, "custody");
  }

  /** Takes the case out of whatever it waits for or is served by. */
  withdraw(row: CaseRow): void {
    const { model } = this;
    switch (model.cases.stage[row]) {
      case stage.outside:
        model.custody.withdraw(row);
        break;
      case stage.awaitingAgent:
      case stage.processing:
        model.processing.withdraw(row);
        break;
      case stage.awaitingBus:
        model.buses.withdraw(row);
        break;
      case stage.awaitingOfficer:
      case stage.interview:
        model.interviews.withdraw(row);
        if (model.cases.has(row, flag.askedAgain)) this.stayAfterHearing(row);
        break;
      case stage.awaitingReturn:
        model.desks.withdraw(row);
        break;
      case stage.awaitingReEntry:
        model.desks.withdraw(row);
        this.stayAfterHearing(row);
        break;
      case stage.atPlace:
        model.places.withdraw(row);
        break;
      default:
        throw new RangeError(`case must wait or be served to be withdrawn, got stage ${model.cases.stage[row]}`);
    }
  }

  /** The case, back from a hearing, is not returned again: it gives up its next date and is done with its city. */
  stayAfterHearing(row: CaseRow): void {
    const { cities, hearings } = this.model;
    hearings.abandon(row);
    cities.depart(row);
  }

  /** The case leaves the model. */
  gone(row: CaseRow): void {
    const { cases, keptDates } = this.model;
    keptDates.abandon(row);
    this.end(row);
    cases.remove(row);
  }

  /** The attempt is over: the case is in no place any more. */
  end(row: CaseRow): void {
    const { cases, custodyLimit, conservation, whereabouts } = this.model;
    custodyLimit.stop(row);
    whereabouts.move(row, -1);
    conservation.exitedPersons += cases.size[row]!;
    conservation.exitedCases++;
  }
}
