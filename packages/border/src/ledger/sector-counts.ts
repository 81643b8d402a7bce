import { Histogram } from "@mpp-sim/engine";
import { categories, causes, dispositions } from "../parameters/vocabulary.ts";
import type { DayClock } from "./day-clock.ts";
import { Flow } from "./flow.ts";
import { stayBinHours } from "./hours.ts";

/** What is counted for one sector, by sector of arrival. Persons. */
export class SectorCounts {
  readonly arrivals: readonly Flow[];
  readonly enrolled: Flow;
  readonly interviewed: Flow;
  readonly atRisk: Flow;
  readonly returnedFirst: Flow;
  /** Ways out by disposition. */
  readonly exits: readonly Flow[];
  /** Attempts of the persons who arrived, summed. */
  attempts = 0;
  /** Persons of the census in custody anywhere and not returned before. */
  initialInCustody = 0;
  /** Persons caught here who had been returned before, in this run, and left their city to try again. */
  again = 0;
  /** Persons who crossed here instead of elsewhere, or of staying at home, because of the policy; and the other way round. */
  displacedIn = 0;
  displacedOut = 0;
  /** Persons who claimed fear and left custody without an interview. */
  neverInterviewed = 0;
  /** Persons whom nationality and exemptions would let return, when officers decide. */
  eligible = 0;
  /** Persons returned again after a hearing. */
  returnedAfterHearing = 0;
  /** Persons returned for the first time whom the interview did not find at risk, though they are, under the assumed error. */
  returnedAtRisk = 0;
  /** Released persons by cause. */
  readonly causes: Float64Array = new Float64Array(causes.length);
  /** Hours from apprehension to the crossing or the way out, wherever they were spent, by category. */
  readonly journeys: readonly Histogram[] = categories.map(() => new Histogram(stayBinHours));

  /** On the dates of the sector, over so many days. */
  constructor(clock: DayClock, days: number) {
    const flow = (): Flow => new Flow(clock, days);
    this.arrivals = categories.map(flow);
    this.enrolled = flow();
    this.interviewed = flow();
    this.atRisk = flow();
    this.returnedFirst = flow();
    this.exits = dispositions.map(flow);
  }
}
