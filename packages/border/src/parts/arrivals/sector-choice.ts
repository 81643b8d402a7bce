import { exp, type Stateful, type StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../../ground/case-row.ts";
import { draw, pick } from "../../ground/draws.ts";
import type { Ground } from "../../ground.ts";
import type { OutcomeLog } from "../../ledger/outcome-log.ts";
import type { DisplacementParameters } from "../../parameters/behaviour-parameters.ts";
import { valueAt } from "../../parameters/timeline.ts";
import { categories } from "../../parameters/vocabulary.ts";
import { transferFigures } from "../../state/transfer-figures.ts";
import { Perception } from "./perception.ts";

/** What is known about the sectors under this policy, and under the base policy among the same people. */
interface Compared {
  readonly own: Perception;
  readonly base: Perception;
}

/**
 * Where people of one category and nationality cross, by day. It is a logit whose constants are the observed counts, so that only what
 * differs from the base policy moves anyone. A case whose sector has a smaller share than was observed stays there with probability new
 * share / observed share. Else it goes where shares have grown, in proportion to the growth. So as few move as possible, and the shares
 * are met exactly in expectation. A case that moves is still the same case.
 */
export class SectorChoice implements Stateful {
  /** The alternative of not coming at all. */
  readonly home: number;
  private readonly ground: Ground;
  private readonly sectors: number;
  private readonly compared: Compared | undefined;
  private day = -1;
  /** Shares of the alternatives (the sectors, then home) of each kind of people: under the base policy, and now. */
  private readonly observed: Float64Array;
  private readonly shares: Float64Array;
  private readonly weights: number[];
  /** Kinds of people for whom anything differs from the base policy. */
  private readonly moved: Uint8Array;

  /** With displacement, `logs` are those of this run and of one under the base policy that has come to its end. */
  constructor(ground: Ground, logs?: { readonly own: OutcomeLog; readonly base: OutcomeLog }) {
    this.ground = ground;
    const { displacement } = ground;
    this.compared = displacement && logs && { own: new Perception(logs.own), base: new Perception(logs.base) };
    // New settings count at once, although people hear about each day only once a day.
    for (const section of ["displacement", "sectors"] as const) {
      ground.settings.onChange(section, () => {
        this.day = -1;
      });
    }
    const { sectors, nationalities } = ground.parameters;
    this.sectors = sectors.length;
    this.home = sectors.length;
    const kinds = categories.length * nationalities.length;
    this.observed = new Float64Array(kinds * (this.sectors + 1));
    this.shares = new Float64Array(kinds * (this.sectors + 1));
    this.weights = Array.from({ length: this.sectors + 1 }, () => 0);
    this.moved = new Uint8Array(kinds);
  }

  /** Whether anyone may cross elsewhere than in the sector of their stream. */
  get active(): boolean {
    return this.compared !== undefined;
  }

  /** Where a case that would cross at `origin` (a sector, or home) under the base policy does cross now. */
  first(row: CaseRow, origin: number): number {
    this.wake();
    const kind = this.kindOf(row);
    const at = kind * (this.sectors + 1);
    const before = this.observed[at + origin]!;
    if (this.moved[kind] === 0 || before === 0) return origin;
    const stays = this.shares[at + origin]! / before;
    const uniform = this.ground.draws.uniform(row, draw.sectorChoice);
    if (uniform < stays) return origin;
    const total = this.weigh((to) => Math.max(0, this.shares[at + to]! - this.observed[at + to]!));
    // If a share has not changed, what rounding leaves of it stays.
    return total === 0 ? origin : pick(this.weights, (uniform - stays) / (1 - stays), total);
  }

  /** Where a case tries next that was caught in the sector of its row: where people of its kind cross now, but not there. */
  again(row: CaseRow): number {
    this.wake();
    const at = this.kindOf(row) * (this.sectors + 1);
    const last = this.ground.cases.sector[row]!;
    const total = this.weigh((to) => (to === last || to === this.home ? 0 : this.shares[at + to]!));
    // If nobody of their kind crosses anywhere else, they come back to the same sector.
    return total === 0 ? last : pick(this.weights, this.ground.draws.uniform(row, draw.tryAgainSector), total);
  }

  transfer(state: StateTransfer): void {
    this.day = state.number(this.day);
    transferFigures(state, [this.observed, this.shares, this.moved, this.compared ?? []]);
  }

  private weigh(weightOf: (alternative: number) => number): number {
    let total = 0;
    for (let to = 0; to <= this.sectors; to++) {
      this.weights[to] = weightOf(to);
      total += this.weights[to]!;
    }
    return total;
  }

  private kindOf(row: CaseRow): number {
    const { cases, parameters } = this.ground;
    return cases.category[row]! * parameters.nationalities.length + cases.nationality[row]!;
  }

  /** Brings the shares up to the day, when somebody first asks for them: no event of its own. */
  private wake(): void {
    const day = Math.floor(this.ground.simulation.now / 24);
    if (day === this.day) return;
    this.day = day;
    this.observe(day);
    this.shares.set(this.observed);
    const { displacement } = this.ground.parameters;
    if (this.compared !== undefined && displacement !== undefined) this.compare(this.compared, displacement, day);
  }

  /** The observed counts: persons expected of each kind and sector on the day, as shares of the kind. */
  private observe(day: number): void {
    const { nationalities, sectors } = this.ground.parameters;
    const { observed } = this;
    observed.fill(0);
    sectors.forEach(({ arrivals }, sector) => {
      for (const { category, nationality, persons } of arrivals) {
        const expected = persons.integral(24 * (day + 1)) - persons.integral(24 * day);
        const weights = valueAt(nationality, 24 * day);
        const total = sum(weights);
        weights.forEach((weight, index) => {
          const at = (category * nationalities.length + index) * (this.sectors + 1) + sector;
          observed[at] = observed[at]! + (expected * weight) / total;
        });
      }
    });
    const outside = this.compared === undefined ? 0 : (this.ground.parameters.displacement?.outsideShare ?? 0);
    for (let at = 0; at < observed.length; at += this.sectors + 1) {
      const total = sum(observed.subarray(at, at + this.sectors));
      if (total === 0) continue;
      for (let to = 0; to < this.sectors; to++) observed[at + to] = ((1 - outside) * observed[at + to]!) / total;
      observed[at + this.home] = outside;
    }
  }

  private compare({ own, base }: Compared, parameters: DisplacementParameters, day: number): void {
    own.hear(day, parameters);
    base.hear(day, parameters);
    for (let kind = 0; kind < this.moved.length; kind++) {
      const utilities = Array.from({ length: this.sectors }, (_, sector) => {
        const cell = kind * this.sectors + sector;
        const probability = difference(own.returnProbability(cell), base.returnProbability(cell));
        const days = difference(own.daysOutside(cell), base.daysOutside(cell));
        return -parameters.sensitivity * probability - parameters.exposure * days;
      });
      const at = kind * (this.sectors + 1);
      const observed = [...this.observed.subarray(at, at + this.sectors + 1)];
      const moved = utilities.some((utility, sector) => utility !== 0 && observed[sector]! > 0);
      this.moved[kind] = moved ? 1 : 0;
      if (moved) this.shares.set(logitShares(observed, [...utilities, 0]), at);
    }
  }
}

/** If nothing is known about one of two policies, they do not differ. */
function difference(own: number, base: number): number {
  const found = own - base;
  return Number.isNaN(found) ? 0 : found;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/**
 * Shares of a multinomial logit: the weight of each alternative times e to the power of its utility, over their sum. Weights are
 * shares observed while all utilities were 0, or 1 each. McFadden (1974), Conditional logit analysis of qualitative choice behavior.
 */
export function logitShares(weights: readonly number[], utilities: readonly number[]): readonly number[] {
  const attractions = weights.map((weight, index) => weight * exp(utilities[index]!));
  const sum = attractions.reduce((total, attraction) => total + attraction, 0);
  return attractions.map((attraction) => attraction / sum);
}
