import { event, firstExemption as first } from "../ledger/tallies.ts";
import { valueAt } from "../parameters/timeline.ts";
import type { Basis } from "./basis.ts";
import type { CaseRow } from "./case-row.ts";
import { flag } from "./case-table.ts";
import { draw, pick } from "./draws.ts";

/** What `CaseTable.exemption` holds before a case has been looked at, and of a case of no kind; kinds follow. */
const [unknown, none] = [0, 1];

/**
 * Reasons for which people are exempt, if a sector tells them apart. The kind of a case is fixed at the apprehension, by the
 * draw that decides about the exemption, so that kinds that sum to a share exempt the same people as the share. Whether a
 * kind is exempt depends on the rules of the day.
 */
export class Exemptions {
  private readonly ground: Basis;

  constructor(ground: Basis) {
    this.ground = ground;
  }

  /** A case is caught, or is in custody in the census. A kind found in an earlier attempt stays. */
  findKind(row: CaseRow): void {
    const { cases, parameters } = this.ground;
    if (parameters.sectors[cases.sector[row]!]!.eligibility.exemptKinds === undefined) return;
    if (cases.exemption[row] === unknown) cases.exemption[row] = this.kindOf(row);
  }

  /** Whether the case is exempt, as the rules are now. */
  isExempt(row: CaseRow): boolean {
    const { cases, draws, parameters, simulation, tallies } = this.ground;
    const { exempt, exemptKinds } = parameters.sectors[cases.sector[row]!]!.eligibility;
    const { now } = simulation;
    const category = cases.category[row] as 0 | 1 | 2;
    if (exemptKinds === undefined) return draws.trait(row, flag.exempt, draw.exempt, valueAt(exempt, now)[category]);
    const kind = cases.exemption[row]! - first;
    if (!cases.knows(row, flag.exempt))
      cases.fix(row, flag.exempt, kind >= 0 && valueAt(exemptKinds, now).exempt[kind]!);
    const isExempt = cases.has(row, flag.exempt);
    if (isExempt && kind >= 0) tallies.count(row, event.exempt);
    return isExempt;
  }

  /** The kind of a case that has none yet, given whether it is known to be exempt. */
  private kindOf(row: CaseRow): number {
    const { cases, draws, parameters } = this.ground;
    const { share, exempt } = valueAt(
      parameters.sectors[cases.sector[row]!]!.eligibility.exemptKinds!,
      cases.apprehended[row]!,
    );
    const shares = share[cases.category[row] as 0 | 1 | 2];
    const known = cases.knows(row, flag.exempt);
    const possible = shares.map((one, kind) => (known && exempt[kind] !== cases.has(row, flag.exempt) ? 0 : one));
    // A case that is exempt has some kind; one that is not may have none.
    const ofNone = known && cases.has(row, flag.exempt) ? 0 : 1 - shares.reduce((sum, one) => sum + one, 0);
    const weights = [...possible, ofNone];
    const total = known ? weights.reduce((sum, one) => sum + one, 0) : 1;
    if (total <= 0) return none;
    const kind = pick(weights, draws.uniform(row, draw.exempt), total);
    return kind === shares.length ? none : first + kind;
  }
}
