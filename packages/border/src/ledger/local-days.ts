import type { Stateful, StateTransfer, ZoneTable } from "@mpp-sim/engine";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { DayClock } from "./day-clock.ts";

/** The local dates of every place: one clock a time zone, listed by place. */
export class LocalDays implements Stateful {
  readonly all: readonly DayClock[];
  readonly sectors: readonly DayClock[];
  readonly units: readonly DayClock[];
  readonly points: readonly DayClock[];
  readonly limits: readonly DayClock[];
  readonly cities: readonly DayClock[];
  readonly courts: readonly DayClock[];
  /** Hours of simulation time at which the last zone's period ends. */
  readonly horizon: number;

  constructor(parameters: BorderParameters) {
    const { firstDay, endDay } = parameters;
    const byZone = new Map<string, DayClock>();
    const clockOf = ({ zone }: { readonly zone: ZoneTable }): DayClock => {
      const clock = byZone.get(zone.name) ?? new DayClock(zone, firstDay, endDay);
      byZone.set(zone.name, clock);
      return clock;
    };
    this.sectors = parameters.sectors.map(clockOf);
    this.units = parameters.interviewUnits.map(clockOf);
    this.points = parameters.returnPoints.map(clockOf);
    this.limits = parameters.returnLimits.map(clockOf);
    this.cities = parameters.cities.map(clockOf);
    this.courts = parameters.courts.map(clockOf);
    this.all = [...byZone.values()];
    this.horizon = Math.max(...this.all.map(({ calendar }) => calendar.midnight(endDay)));
  }

  transfer(state: StateTransfer): void {
    for (const clock of this.all) clock.transfer(state);
  }
}
