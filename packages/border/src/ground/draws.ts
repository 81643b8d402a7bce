import type { KeyedStream, Simulation } from "@mpp-sim/engine";
import type { CaseRow } from "./case-row.ts";
import type { CaseTable } from "./case-table.ts";

/**
 * The index of every random decision about a case. A draw is keyed by the case's origin and this index, never by the order
 * in which decisions happen, so two policies see the same people. Numbers are never reused; new ones are added at the end.
 * An even number and the next come from one block of the generator, so decisions that fall together are paired.
 */
export const draw = {
  nationality: 0,
  processingTime: 1,
  exempt: 2,
  discretion: 3,
  claim: 4,
  atRisk: 5,
  disposition: 6,
  exitTime: 7,
  size: 8,
  interviewTime: 9,
  acceptsBed: 10,
  leaveTime: 11,
  leaveTo: 12,
  /** Two draws a hearing from here on: absence, outcome. */
  hearing: 16,
  /** Beyond those of any number of hearings. */
  tryAgainDelay: 1024,
  tryAgainSector: 1025,
  sectorChoice: 1026,
  /** Of people released: two draws a hearing from here on, as above, and one a date from there on, the time to it. */
  interiorHearing: 2048,
  interiorDate: 4096,
  usShelter: 8192,
  usShelterStay: 8193,
  /** Of each person in a shelter at the start, with the attempt 1. */
  usShelterRest: 8194,
  /** Hours until a case on the list of a port gives up. */
  givesUpList: 8196,
  /** Whether a case is taken onward from the city that it is returned to. */
  onward: 8198,
  /** Whether people who have lost are removed: under the programme, and in the interior. */
  removed: 8200,
  interiorRemoved: 8201,
  /** Interviews after a hearing, four indices a hearing from here on: claim, found at risk, length; one is kept free. */
  afterHearing: 16384,
} as const;

/** The first index for decisions of rules and places from outside. The model itself uses none from here on. */
export const outsideDraw = 65536;

/** The keyed streams of all origins. */
export class Draws {
  private readonly streams: KeyedStream[] = [];
  private readonly simulation: Simulation;
  private readonly cases: CaseTable;

  constructor(simulation: Simulation, cases: CaseTable) {
    this.simulation = simulation;
    this.cases = cases;
  }

  /** Registers an origin by name and returns its number for `CaseTable.source`. */
  origin(name: string): number {
    return this.streams.push(this.simulation.keyed(`cases.${name}`)) - 1;
  }

  /** The uniform in (0, 1) of one decision about the case in `row`. */
  uniform(row: CaseRow, decision: number): number {
    const { cases } = this;
    return this.uniformOf(cases.source[row]!, cases.ordinal[row]!, cases.attempt[row]!, decision);
  }

  /** The same of a case that is in the table no more. */
  uniformOf(source: number, ordinal: number, attempt: number, decision: number): number {
    return this.streams[source]!.uniform(ordinal, decision, attempt);
  }

  /** Whether the case has a trait: drawn the first time it matters, with probability `share`, unless it was given. */
  trait(row: CaseRow, trait: number, decision: number, share: number): boolean {
    const { cases } = this;
    // A uniform lies between 0 and 1, so a share of nobody or of all needs none.
    if (!cases.knows(row, trait))
      cases.fix(row, trait, share >= 1 || (share > 0 && this.uniform(row, decision) < share));
    return cases.has(row, trait);
  }
}

/** Index chosen by `uniform` among weights that sum to `total`. */
export function pick(weights: readonly number[], uniform: number, total = 1): number {
  let left = uniform * total;
  const last = weights.length - 1;
  for (let index = 0; index < last; index++) {
    left -= weights[index]!;
    if (left < 0) return index;
  }
  // Rounding may leave a rest. It goes to the last index that has any weight.
  let index = last;
  while (index > 0 && weights[index] === 0) index--;
  return index;
}
