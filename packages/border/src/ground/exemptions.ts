import { Histogram, type Stateful, type StateTransfer } from "@mpp-sim/engine";
import type { BorderModel } from "../border-model.ts";
import { stayBinHours } from "../ledger/hours.ts";
import { valueAt } from "../parameters/timeline.ts";
import { categories, exemptionKinds } from "../parameters/vocabulary.ts";
import { carryFigures } from "../state/carry-figures.ts";
import type { CaseRow } from "./case-row.ts";
import { flag } from "./case-table.ts";
import { draw, pick } from "./draws.ts";

const family = categories.indexOf("family");
const infants = exemptionKinds.indexOf("underOne");
/** What `CaseTable.exemption` holds before a case has been looked at, and of a case of no kind; kinds follow. */
const [unknown, none, first] = [0, 1, 2];

/** What is counted for one sector of arrival. Persons. */
interface ExemptionFigures {
  /** Left the way to a return as exempt, by kind. */
  readonly exempt: Float64Array;
  /** In families whose youngest is under one: apprehended, hours of their whole journeys, and those of more hours than the limit. */
  arrivals: number;
  readonly journeys: Histogram;
  overLimit: number;
}

/**
 * Reasons for which people are exempt, where a sector tells them apart. A kind is who somebody is: it is settled at the
 * apprehension, by the draw that decides about the exemption, so that kinds that sum to a share exempt the same people as the
 * share. Whether a kind is exempt is for the rules of the day.
 */
export class Exemptions implements Stateful {
  readonly figures: readonly ExemptionFigures[];
  private readonly model: BorderModel;

  constructor(model: BorderModel) {
    this.model = model;
    this.figures = model.parameters.sectors.map(() => ({
      exempt: new Float64Array(exemptionKinds.length),
      arrivals: 0,
      journeys: new Histogram(stayBinHours),
      overLimit: 0,
    }));
  }

  /** A case is caught, or of the census in custody. Who was looked at in an earlier attempt stays who it is. */
  settle(row: CaseRow): void {
    const { cases, parameters } = this.model;
    if (parameters.sectors[cases.sector[row]!]!.eligibility.exemptKinds === undefined) return;
    if (cases.exemption[row] === unknown) cases.exemption[row] = this.kindOf(row);
    if (this.isWithInfant(row)) this.of(row).arrivals += cases.size[row]!;
  }

  /** Whether the case is exempt, as the rules are now. */
  isExempt(row: CaseRow): boolean {
    const { cases, draws, parameters, simulation } = this.model;
    const { exempt, exemptKinds } = parameters.sectors[cases.sector[row]!]!.eligibility;
    const { now } = simulation;
    const category = cases.category[row] as 0 | 1 | 2;
    if (exemptKinds === undefined) return draws.trait(row, flag.exempt, draw.exempt, valueAt(exempt, now)[category]);
    const kind = cases.exemption[row]! - first;
    if (!cases.knows(row, flag.exempt))
      cases.fix(row, flag.exempt, kind >= 0 && valueAt(exemptKinds, now).exempt[kind]!);
    const isExempt = cases.has(row, flag.exempt);
    if (isExempt && kind >= 0) {
      const figures = this.of(row).exempt;
      figures[kind] = figures[kind]! + cases.size[row]!;
    }
    return isExempt;
  }

  /** The case leaves the custody of the United States after so many hours. */
  endJourney(row: CaseRow, hours: number, overLimit: boolean): void {
    if (!this.isWithInfant(row)) return;
    const { size } = this.model.cases;
    const figures = this.of(row);
    figures.journeys.add(hours, size[row]!);
    if (overLimit) figures.overLimit += size[row]!;
  }

  transfer(state: StateTransfer): void {
    carryFigures(state, this.figures);
  }

  private isWithInfant(row: CaseRow): boolean {
    const { cases } = this.model;
    return cases.category[row] === family && cases.exemption[row] === first + infants;
  }

  /** The kind of a case that has not been looked at. Of one known to be exempt or not, given that. */
  private kindOf(row: CaseRow): number {
    const { cases, draws, parameters } = this.model;
    const { share, exempt } = valueAt(
      parameters.sectors[cases.sector[row]!]!.eligibility.exemptKinds!,
      cases.apprehended[row]!,
    );
    const shares = share[cases.category[row] as 0 | 1 | 2];
    const known = cases.knows(row, flag.exempt);
    const possible = shares.map((one, kind) => (known && exempt[kind] !== cases.has(row, flag.exempt) ? 0 : one));
    // Who is exempt is of some kind; who is not may be of none.
    const ofNone = known && cases.has(row, flag.exempt) ? 0 : 1 - shares.reduce((sum, one) => sum + one, 0);
    const weights = [...possible, ofNone];
    const total = known ? weights.reduce((sum, one) => sum + one, 0) : 1;
    if (total <= 0) return none;
    const kind = pick(weights, draws.uniform(row, draw.exempt), total);
    return kind === shares.length ? none : first + kind;
  }

  private of(row: CaseRow): ExemptionFigures {
    return this.figures[this.model.cases.sector[row]!]!;
  }
}
