/** How a zone's clocks differ from UTC over time. A table of offsets is an input like any other. */
export interface ZoneTable {
  readonly name: string;
  /** Day number whose 00:00 UTC is simulation time 0. */
  readonly epochDay: number;
  /** Local time minus UTC, in hours, from each moment on (hours of simulation time, ascending, the first -Infinity). */
  readonly offsets: readonly { readonly from: number; readonly hours: number }[];
}

/** Turns simulation time, in hours, into local dates and hours of a zone and back. */
export class LocalCalendar {
  readonly zone: ZoneTable;
  /** The stretch of the last question: most questions are about the same season. */
  private current = 0;

  constructor(zone: ZoneTable) {
    this.zone = zone;
  }

  /** Day number of the local date; 00:00 belongs to the new day. */
  dayOf(time: number): number {
    return this.zone.epochDay + Math.floor((time + this.offsetAt(time)) / 24);
  }

  /** Local hour of the day, from 0 to below 24. */
  hourOfDay(time: number): number {
    const local = time + this.offsetAt(time);
    return local - 24 * Math.floor(local / 24);
  }

  /** The instant of 00:00 of a local date. */
  midnight(day: number): number {
    return this.at(day, 0);
  }

  /**
   * The instant of a local hour on a date. An hour that occurs twice means the first; an hour that does not occur (the clocks
   * jump over it) means the instant of the jump.
   */
  at(day: number, hour: number): number {
    const local = (day - this.zone.epochDay) * 24 + hour;
    const { offsets } = this.zone;
    for (let i = 0; i < offsets.length; i++) {
      const time = local - offsets[i]!.hours;
      const end = offsets[i + 1]?.from ?? Number.POSITIVE_INFINITY;
      if (time < end) return Math.max(time, offsets[i]!.from);
    }
    throw new RangeError(`offsets of ${this.zone.name} must not be empty`);
  }

  /** The first local midnight after `time`. */
  nextMidnight(time: number): number {
    return this.midnight(this.dayOf(time) + 1);
  }

  private offsetAt(time: number): number {
    const { offsets } = this.zone;
    let i = this.current;
    while (i > 0 && offsets[i]!.from > time) i--;
    while (i + 1 < offsets.length && offsets[i + 1]!.from <= time) i++;
    this.current = i;
    return offsets[i]!.hours;
  }
}
