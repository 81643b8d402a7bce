import type { Distribution, OpeningHours, ZoneTable } from "@mpp-sim/engine";
import type { Timeline } from "./timeline.ts";
import type { ClosingRule, FilingRule, FitRule, GroupRule } from "./vocabulary.ts";

/** What has a name. */
export interface Named {
  /** Kebab-case, as in the names of measures. */
  readonly id: string;
}

/** A place with a name and a clock. */
export interface NamedPlace extends Named {
  /** Zone of its dates and hours. */
  readonly zone: ZoneTable;
}

/** A bus line from the custody of one sector to the custody of another. */
export interface BusLineParameters extends Named {
  /** Index of the sector from whose custody it leaves. */
  readonly from: number;
  /** Index of the sector in whose custody it ends. */
  readonly to: number;
  /** Persons a vehicle takes. */
  readonly seats: Timeline<number>;
  /** Vehicles. A departure needs one that is back. */
  readonly fleet: Timeline<number>;
  /** Whether it runs at all. */
  readonly inService: Timeline<boolean>;
  /** What happens to those already enrolled and not yet aboard when it goes out of service. Who is aboard arrives. */
  readonly whenClosed: Timeline<ClosingRule>;
  /** Local hours of departure in the sector of origin, ascending, and the days (bit 0 is Monday) on which it runs. */
  readonly departureHours: readonly number[];
  /** Days on which it runs; bit 0 is Monday. */
  readonly days: number;
  /** Hours of a drive, drawn for each. */
  readonly driveHours: Distribution;
  /** Hours between an arrival and the start of the empty drive back. */
  readonly turnroundHours: number;
  /** Miles one way. */
  readonly miles: number;
  /** Dollars of a trip, of each of its miles and of each hour of driving, one way. Without it there are no measures of cost. */
  readonly cost?: { readonly perTrip: number; readonly perMile: number; readonly perHour: number };
  /** What happens at a departure to a case that does not fit and to those behind it. */
  readonly fit: FitRule;
  /** Whether cases that crossed together board together, unless they are more than a whole bus, or each by itself. */
  readonly groups: GroupRule;
  /** Persons below which a departure is called off. */
  readonly minimumLoad: number;
  /** Departures besides the timetable: at once when so many persons wait and a vehicle is there, at most so many a local day. */
  readonly extra?: { readonly load: number; readonly mostPerDay: number };
  /** Chance that a vehicle breaks down on a trip; it then stands for `delayHours` with its people and is in repair for `repairHours` after. */
  readonly breakdown?: {
    readonly perTrip: number;
    readonly delayHours: Distribution;
    readonly repairHours: Distribution;
  };
}

/** Interviews on the risk a person runs in Mexico. One officer interviews one case at a time. */
export interface InterviewUnitParameters extends NamedPlace {
  /** Indices of the sectors that use this unit as hubs. */
  readonly serves: readonly number[];
  /** Officers at work at once; one interviews a case. */
  readonly officers: Timeline<number>;
  /** Days and local hours at which interviews begin. */
  readonly hours: OpeningHours;
  /** Whether it holds interviews at all: while it does not, nobody who must be interviewed there is enrolled. */
  readonly open: Timeline<boolean>;
  /** What happens to those already enrolled who must still be interviewed when it closes. An interview begun is finished. */
  readonly whenClosed: Timeline<ClosingRule>;
  /** Hours an interview. */
  readonly time: Distribution;
  /** Share of cases that claim fear. */
  readonly claim: Timeline<number>;
  /** Share of those who claim fear that is found at risk. */
  readonly foundAtRisk: Timeline<number>;
  /**
   * Of cases back from a hearing that is continued, where they re-enter through this hub: the share that claims fear of going back,
   * drawn at each hearing, and of those the share found at risk. Nobody is interviewed again unless given.
   */
  readonly afterHearing?: { readonly claim: Timeline<number>; readonly foundAtRisk: Timeline<number> };
  /** Assumed share of claimants at risk whom the interview does not find, below 1. Not reported unless given. */
  readonly screeningError?: number;
  /** Whether people who come by bus are interviewed before boarding or before the return. */
  readonly before: "bus" | "return";
}

/** A place where people cross back into Mexico. */
export interface ReturnPointParameters extends NamedPlace {
  /** Index of the sector it lies in. */
  readonly sector: number;
  /** Index of the city across. */
  readonly city: number;
  /** Index of the court that hears those returned here. */
  readonly court: number;
  /** Days and local hours at which people cross. */
  readonly hours: OpeningHours;
  /** Whether the point is open to returns, for whatever reason: not before the programme comes here, nor while Mexico takes nobody. */
  readonly open: Timeline<boolean>;
  /** What happens to those already enrolled when it closes. */
  readonly whenClosed: Timeline<ClosingRule>;
}

/** A quota of persons per local day of its zone. It is consumed by every return whose sector of arrival and point match. */
export interface ReturnLimitParameters extends NamedPlace {
  /** Indices of sectors of arrival; empty means any. */
  readonly from: readonly number[];
  /** Indices of return points. */
  readonly through: readonly number[];
  /** Persons a day. */
  readonly perDay: Timeline<number>;
  /** Whether it counts first returns only, or re-entries after hearings too. */
  readonly counts: "first" | "all";
  /** What happens to a case that is more than what is left of the day, and to those behind it. */
  readonly fit: FitRule;
}

/** A city in Mexico where people wait for their hearing. */
export interface CityParameters extends NamedPlace {
  /** Persons whom its shelters take. */
  readonly beds: Timeline<number>;
  /** Share of cases that accept a bed. */
  readonly acceptance: number;
  /** Whether a return needs a free bed for those who accept one. */
  readonly gate: "none" | "hard";
  /** Hazard of leaving, an hour. */
  readonly leaveRate: number;
  /** Shares of departures, in the order of `departures`. */
  readonly leaveTo: readonly number[];
  /** Share of cases taken further into Mexico when they are returned here for the first time. Nobody unless given. */
  readonly onward?: Timeline<number>;
}

/** How hearings go. The two shares of absence sum to at most 1. */
export interface HearingParameters {
  /** Days (bit 0 is Monday) and local hours: a hearing is held at `from`; of the programme, people are back at the port at `to`. */
  readonly hours: OpeningHours;
  /** Share of dates missed for want of notice: never told of it, or told wrongly. */
  readonly absentNotice: number;
  /** Share of dates missed by choice. */
  readonly absentChoice: number;
  /** Shares of outcomes of hearings held, in the order of `outcomes`. */
  readonly outcome: readonly number[];
  /** Share that is removed of those who lose: those denied, in the interior also those absent for good. Not counted unless given. */
  readonly removed?: Timeline<number>;
}

/** An immigration court with its docket. Slots are cases. */
export interface CourtParameters extends NamedPlace, HearingParameters {
  /** Rooms in which it sits at once. */
  readonly rooms: Timeline<number>;
  /** Cases a room hears on a sitting day. */
  readonly slotsPerRoom: Timeline<number>;
  /** Whether hearings are held; a hearing on a day without is put off to the next free slot. */
  readonly sitting: Timeline<boolean>;
  /** Whether a return needs the court to sit: then nobody is enrolled for it while it does not. */
  readonly gate: "none" | "hard";
  /** What happens, behind such a gate, to those already enrolled when it stops sitting. Dates already given are put off. */
  readonly whenClosed: Timeline<ClosingRule>;
  /** Days from the return to the earliest date. */
  readonly leadDays: number;
  /** Days from one hearing to the earliest date of the next. */
  readonly nextLeadDays: number;
  /** Days beyond which no date is given. */
  readonly maxWaitDays: number;
  /** When the notice to appear is filed. Only the count of court cases depends on it. */
  readonly filed: Timeline<FilingRule>;
}
