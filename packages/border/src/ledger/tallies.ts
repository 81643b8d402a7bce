import { Histogram, type Simulation, type Stateful, type StateTransfer } from "@mpp-sim/engine";
import type { CaseRow } from "../ground/case-row.ts";
import type { CaseTable } from "../ground/case-table.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { categories, causes, constraints, exemptionKinds } from "../parameters/vocabulary.ts";
import { transferFigures } from "../state/transfer-figures.ts";
import type { DayClock } from "./day-clock.ts";
import { hoursBetween, stayBinHours } from "./hours.ts";
import { type Cells, PeopleRows } from "./people-rows.ts";

const names = [
  // Also counted by local date of the sector of arrival. From the release on in the order of `dispositions`.
  "arrived",
  "enrolled",
  "returned",
  "filed",
  "released",
  "detained",
  "removed",
  "transferred",
  "filedCases",
  "inCustodyAtStart",
  "cameAgain",
  "attemptsBefore",
  // By where they crossed, or should have crossed.
  "displacedIn",
  "displacedOut",
  "drawn",
  "deterred",
  "exempt",
  "eligible",
  "interviewed",
  "atRisk",
  "neverInterviewed",
  "overLimit",
  "waitedHours",
  "returnedAgain",
  "returnedAtRisk",
  "returnedAfterHearing",
  "releasedAfterHearing",
  "leftAfterHearing",
  ...causes.map((cause) => `because ${cause}` as const),
  ...constraints.map((constraint) => `waited for ${constraint}` as const),
] as const;

/** Something that happens to people. Counted in persons, but for `filedCases` (cases), `attemptsBefore` and `waited…` (person-hours). */
export type PeopleEvent = (typeof names)[number];

/** The number of each event. Of `dispositions`, `causes` and `constraints` the first one's number plus the index is that of any. */
export const event = Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<
  Record<PeopleEvent, number>
>;

/** What `CaseTable.exemption` holds of a case of the first kind; the others follow. */
export const firstExemption = 2;

const byDate = event.released + 1;
const width = names.length;
/** Events that are counted of the city of return as well: who has one has been returned. */
const ofReturned = Uint8Array.from(names, (name) => (/^(returned|releasedAfter|leftAfter)/.test(name) ? 1 : 0));

/** What happens to people, as it happens: one table of events by rows of people, filled by `count`. */
export class Tallies implements Stateful {
  private readonly rows: PeopleRows;
  private readonly amounts: Float64Array;
  /** Of each event and sector of arrival, by local date of the sector. */
  private readonly dates: readonly Float64Array[];
  /** Of each row, hours from the apprehension to the crossing or the way out, wherever they were spent. */
  private readonly journeys: readonly Histogram[];
  private readonly simulation: Simulation;
  private readonly cases: CaseTable;
  /** As in force: the custody limit is that of the moment. */
  private readonly parameters: BorderParameters;
  private readonly clocks: readonly DayClock[];
  private readonly cityOf: Int32Array;

  /** `clocks` are those of the sectors. */
  constructor(simulation: Simulation, cases: CaseTable, parameters: BorderParameters, clocks: readonly DayClock[]) {
    this.simulation = simulation;
    this.cases = cases;
    this.parameters = parameters;
    this.clocks = clocks;
    const rows = new PeopleRows(parameters);
    this.rows = rows;
    this.amounts = new Float64Array(rows.rows * width);
    const days = parameters.endDay - parameters.firstDay;
    this.dates = Array.from({ length: byDate * rows.sectors }, () => new Float64Array(days));
    this.journeys = Array.from({ length: rows.rows }, () => new Histogram(stayBinHours));
    this.cityOf = Int32Array.from(parameters.returnPoints, ({ city }) => city);
  }

  /** Something happens to the people of a case. `sector` is said where it is not the one they crossed into. */
  count(row: CaseRow, what: number, amount = this.cases.size[row]!, sector = this.cases.sector[row]!): void {
    const { cases, rows } = this;
    const kind = sector * categories.length + cases.category[row]!;
    this.add(kind * rows.nationalities + cases.nationality[row]!, what, amount);
    const exemption = cases.exemption[row]! - firstExemption;
    if (exemption >= 0) this.add(rows.exempt + kind * exemptionKinds.length + exemption, what, amount);
    const group = cases.script[row]!;
    if (group >= 0) this.add(rows.scripted + group, what, amount);
    if (ofReturned[what] === 1) this.add(rows.cities + this.cityOf[cases.point[row]!]!, what, amount);
    if (what >= byDate) return;
    const date = this.clocks[sector]!.index;
    if (date < 0) return;
    const daily = this.dates[what * rows.sectors + sector]!;
    daily[date] = daily[date]! + amount;
  }

  /** The case leaves the custody of the United States by a way, `event.returned` or one of those out: its journey ends. */
  leave(row: CaseRow, way: number): void {
    this.count(row, way);
    const isReturned = way === event.returned;
    const { cases, journeys, rows } = this;
    const persons = cases.size[row]!;
    const sector = cases.sector[row]!;
    const hours = hoursBetween(cases.apprehended[row]!, this.simulation.now);
    const kind = sector * categories.length + cases.category[row]!;
    journeys[kind * rows.nationalities + cases.nationality[row]!]!.add(hours, persons);
    const exemption = cases.exemption[row]! - firstExemption;
    if (exemption >= 0) journeys[rows.exempt + kind * exemptionKinds.length + exemption]!.add(hours, persons);
    const group = cases.script[row]!;
    if (group >= 0) journeys[rows.scripted + group]!.add(hours, persons);
    const city = isReturned ? rows.cities + this.cityOf[cases.point[row]!]! : -1;
    if (isReturned) journeys[city]!.add(hours, persons);
    if (hours <= this.parameters.sectors[sector]!.custody.limitHours) return;
    this.count(row, event.overLimit);
    if (isReturned) this.add(city, event.overLimit, persons);
  }

  /** What has been counted of the people of some rows. */
  total(rows: Cells, what: number): number {
    let total = 0;
    for (const row of rows) total += this.amounts[row * width + what]!;
    return total;
  }

  /** An event that is counted by date, of the people who crossed into a sector: by local dates of the period. */
  daily(sector: number, what: number): Float64Array {
    return this.dates[what * this.rows.sectors + sector]!;
  }

  /** Hours of the journeys that have ended, in persons. */
  journeysOf(rows: Cells): Histogram {
    const all = new Histogram(stayBinHours);
    for (const row of rows) all.merge(this.journeys[row]!);
    return all;
  }

  transfer(state: StateTransfer): void {
    transferFigures(state, [this.amounts, this.dates, this.journeys]);
  }

  private add(row: number, what: number, amount: number): void {
    const at = row * width + what;
    this.amounts[at] = this.amounts[at]! + amount;
  }
}
