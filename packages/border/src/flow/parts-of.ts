import { Screens } from "../extension/disposition-rule.ts";
import type { Extensions } from "../extension/extensions.ts";
import { WrittenOrder } from "../extension/routing-rule.ts";
import type { CaseRow } from "../ground/case-row.ts";
import type { Ground } from "../ground.ts";
import type { OutcomeLog } from "../ledger/outcome-log.ts";
import { GroupArrivals } from "../parts/arrivals/group-arrivals.ts";
import { ScriptedGroups } from "../parts/arrivals/scripted-groups.ts";
import { SectorChoice } from "../parts/arrivals/sector-choice.ts";
import { TryAgain } from "../parts/arrivals/try-again.ts";
import { BusLines } from "../parts/buses/bus-lines.ts";
import { Cities } from "../parts/cities.ts";
import { Closings } from "../parts/closings.ts";
import { Custody } from "../parts/custody.ts";
import { CustodyLimit } from "../parts/custody-limit.ts";
import { Disposition } from "../parts/disposition.ts";
import { Enrolment } from "../parts/enrolment.ts";
import { Exits } from "../parts/exits.ts";
import { Hearings } from "../parts/hearings/hearings.ts";
import { KeptDates } from "../parts/hearings/kept-dates.ts";
import { InterviewUnits } from "../parts/interviews.ts";
import { OutsidePlaces } from "../parts/outside-places.ts";
import { PortLists } from "../parts/port-lists.ts";
import { Processing } from "../parts/processing.ts";
import { InteriorCourt } from "../parts/releases/interior-court.ts";
import { UsShelters } from "../parts/releases/us-shelters.ts";
import { ReturnDesks } from "../parts/returns/return-desks.ts";
import { ReturnLimits } from "../parts/returns/return-limits.ts";
import { scheduleCensus } from "./census.ts";
import type { Flow, Resumes, Step } from "./step.ts";

/** Makes all parts, in the order in which they name their events. */
export function partsOf(
  ground: Ground,
  flow: Flow & Resumes,
  take: (row: CaseRow, to: Step) => void,
  { routing, disposition, places = [] }: Extensions,
  base?: OutcomeLog,
) {
  const { parameters, outcomes } = ground;
  const choice = new SectorChoice(ground, base && outcomes && { own: outcomes, base });
  const custodyLimit = new CustodyLimit(ground, flow);
  const exits = new Exits(ground, flow);
  const custody = new Custody(ground, flow);
  const processing = new Processing(ground, flow);
  const decides = new Disposition(ground, flow, disposition?.(ground) ?? new Screens(ground));
  const queues = { bus: (bus: number) => buses.waiting(bus), hub: (sector: number) => desks.waiting(sector) };
  const enrolment = new Enrolment(ground, flow, routing?.(ground, queues) ?? new WrittenOrder(ground));
  const closings = new Closings(ground, flow);
  const interviews = new InterviewUnits(ground, flow);
  const buses = new BusLines(ground, flow);
  closings.watchPoints();
  const limits = new ReturnLimits(ground);
  const hearings = new Hearings(ground, flow);
  const cities = new Cities(ground, flow);
  const desks = new ReturnDesks(ground, flow, limits);
  const outside = new OutsidePlaces(ground, flow, places, take);
  const arrivals = new GroupArrivals(ground, flow, choice);
  const scripted = new ScriptedGroups(ground, flow);
  scheduleCensus(ground, flow);
  const keptDates = new KeptDates(ground, hearings);
  const tryAgain = new TryAgain(ground, flow, choice);
  return {
    choice,
    custodyLimit,
    exits,
    custody,
    processing,
    disposition: decides,
    enrolment,
    interviews,
    buses,
    limits,
    hearings,
    cities,
    desks,
    places: outside,
    arrivals,
    scripted,
    keptDates,
    tryAgain,
    /** The court and the shelters of people released in the United States; undefined if they are off. */
    interior: parameters.interior && new InteriorCourt(ground),
    usShelters: parameters.usShelters && new UsShelters(ground, parameters.usShelters),
    /** The lists on which people wait who come to ports; undefined if there are none. */
    lists: parameters.sectors.some(({ list }) => list) ? new PortLists(ground, flow) : undefined,
  };
}

export type BorderParts = ReturnType<typeof partsOf>;
