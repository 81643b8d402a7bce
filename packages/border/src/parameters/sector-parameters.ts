import type { Distribution, OpeningHours, PiecewiseRate } from "@mpp-sim/engine";
import type { NamedPlace } from "./place-parameters.ts";
import type { Timeline } from "./timeline.ts";

/** One value for each category, in the order of `categories`. */
export type ByCategory<T> = readonly [T, T, T];

/** How people of one category cross into one sector. */
export interface ArrivalParameters {
  /** Index into `categories`. */
  readonly category: number;
  /** Expected persons an hour, all groups together; zero outside the period's local dates. */
  readonly persons: PiecewiseRate;
  /** Cases in an ordinary group: whole numbers from 1. */
  readonly groupCases: Distribution;
  /** Persons in a case: whole numbers from 1. */
  readonly caseSize: Distribution;
  /** Weight of each nationality, in the order of `BorderParameters.nationalities`. */
  readonly nationality: Timeline<readonly number[]>;
  /** Large groups, whose persons are part of `persons`: groups an hour, and persons a group. */
  readonly large?: { readonly groups: PiecewiseRate; readonly persons: Distribution };
}

/** Custody in a sector: the same place holds its own arrivals and, at a hub, those who came by bus. */
export interface CustodyParameters {
  /** Persons. */
  readonly capacity: Timeline<number>;
  /** Beyond capacity: `crowd` holds them all the same, `wait` leaves them where they were caught, `release` sends them to their fallback. */
  readonly whenFull: "crowd" | "wait" | "release";
  /** Hours from apprehension to the limit (72). */
  readonly limitHours: number;
  /** What happens to a case of each category that reaches the limit. Children alone are never released by it. */
  readonly atLimit: ByCategory<"hold" | "release">;
}

/** How people in custody are processed: nothing is decided about a case before. */
export interface ProcessingParameters {
  /** Agents at work at once; one serves a case. */
  readonly agents: Timeline<number>;
  /** Hours a case, by category. */
  readonly time: ByCategory<Distribution>;
}

/** Reasons for an exemption, each in the order of `exemptionKinds`. */
export interface ExemptKinds {
  /** Share of cases of each kind, by category: who they are, exempt or not. */
  readonly share: ByCategory<readonly number[]>;
  /** Whether the kind is exempt. */
  readonly exempt: readonly boolean[];
}

/** The screens before a return, each drawn once a case and owned by one setting. Shares are from 0 to 1. */
export interface EligibilityParameters {
  /** For each nationality (index), whether it can be returned. */
  readonly returnable: Timeline<readonly boolean[]>;
  /** Share of cases exempt for any reason (youngest under one, pregnancy, illness …), by category. */
  readonly exempt: Timeline<ByCategory<number>>;
  /** The same by kind, where kinds are told apart: those that are exempt sum to `exempt` on every date. */
  readonly exemptKinds?: Timeline<ExemptKinds>;
  /** Share of the remaining cases that officers choose not to return, by category. */
  readonly discretion: Timeline<ByCategory<number>>;
}

/** Shares of each disposition, in the order of `dispositions`; they sum to 1. */
export type DispositionMix = readonly number[];

/** What becomes of people who are not returned. */
export interface FallbackParameters {
  /** `mix[category][nationality]`. Children alone always transfer out, whatever is written here. */
  readonly mix: ByCategory<readonly Timeline<DispositionMix>[]>;
  /** Hours in custody from the decision to the way out, by disposition in the order of `dispositions` (that of `hold` is unused). */
  readonly hours: readonly Distribution[];
}

/** A return point that a pathway may use, and the hours on the road from the hub to it. */
export interface PathwayPoint {
  /** Index into `BorderParameters.returnPoints`. */
  readonly point: number;
  /** Hours on the road from the hub to it. */
  readonly travelHours: number;
}

/** One way from custody to a return point: by bus to a hub, or from the sector itself. */
export interface PathwayParameters {
  /** Index into `BorderParameters.buses`, or -1 when the sector is its own hub. */
  readonly bus: number;
  /** Index of the sector in whose custody people wait for the interview and the return. */
  readonly hub: number;
  /** Return points in order of preference. */
  readonly points: readonly PathwayPoint[];
}

/** A waiting list of a port, in the city across: whoever comes there is called from it in turn. */
export interface PortListParameters {
  /** Index of the city in which they wait. */
  readonly city: number;
  /** Persons called on a local date. */
  readonly calls: Timeline<number>;
  /** Local hour, from 0 to 24, at which they are called. */
  readonly callHour: number;
  /** Hazard of giving up, an hour. */
  readonly leaveRate: number;
}

/** A sector of the Border Patrol; or a port, if it has a list. */
export interface SectorParameters extends NamedPlace {
  /** How people cross here, an entry a category. */
  readonly arrivals: readonly ArrivalParameters[];
  /** Room, and the limit on time in custody. */
  readonly custody: CustodyParameters;
  /** Agents, and the time they take. */
  readonly processing: ProcessingParameters;
  /** Who may be returned. */
  readonly eligibility: EligibilityParameters;
  /** What becomes of those who are not. */
  readonly fallback: FallbackParameters;
  /** In order of preference; none means nobody can be returned from here. */
  readonly pathways: readonly PathwayParameters[];
  /** Of a port: those who come there are let in only when they are called. */
  readonly list?: PortListParameters;
}

/** Opening hours with every hour of every day open. */
export const alwaysOpen: OpeningHours = { days: 0b1111111, from: 0, to: 24 };
