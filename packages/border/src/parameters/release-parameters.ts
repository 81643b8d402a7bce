import type { Distribution, ZoneTable } from "@mpp-sim/engine";
import type { HearingParameters, Named } from "./place-parameters.ts";
import type { Timeline } from "./timeline.ts";

/** The immigration court in the interior of the United States that hears people who were released, apart from the hearings of those returned. */
export interface InteriorCourtParameters extends HearingParameters {
  /** Zone of its dates. */
  readonly zone: ZoneTable;
  /** Cases a sitting day; Infinity where slots are no constraint. */
  readonly slots: Timeline<number>;
  /** Hours from the release to the earliest date. */
  readonly lead: Distribution;
  /** Hours from one hearing to the earliest date of the next. */
  readonly nextLead: Distribution;
}

/** A shelter in the United States that takes in people released from the custody of one sector. It turns nobody away. */
export interface UsShelterParameters extends Named {
  /** Index of the sector from whose custody people are released here. */
  readonly sector: number;
  /** Persons it is made for. */
  readonly beds: Timeline<number>;
  /** Share of released cases who come to it; the others travel on at once. */
  readonly share: number;
  /** Hours from the release to leaving it. */
  readonly stay: Distribution;
  /** Persons there when the first date of its sector begins; 0 unless given. What is left of their stays is drawn as in a steady flow. */
  readonly initial?: number;
}
