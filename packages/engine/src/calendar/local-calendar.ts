/** How a zone's clocks differ from UTC over time. A table of offsets is an input like any other. */
export interface ZoneTable {
  /** Name of the zone, for messages, such as `America/Denver`. */
  readonly name: string;
  /** Day number whose 00:00 UTC is simulation time 0. */
  readonly epochDay: number;
  /** Local time minus UTC, in hours, from each moment on (hours of simulation time, ascending, the first -Infinity). */
  readonly offsets: readonly { readonly from: number; readonly hours: number }[];
}

/** Turns simulation time, in hours, into local dates and hours of a zone and back. */
export class LocalCalendar {
  /** The table of offsets that it uses. */
  readonly zone: ZoneTable;
  /** The stretch between two changes that was asked for last: most calls ask for the same one. */
  private current = 0;

  /** @throws RangeError if there are no offsets, they do not ascend from -Infinity, or one is not finite */
  constructor(zone: ZoneTable) {
    const { name, offsets } = zone;
    if (offsets[0]?.from !== Number.NEGATIVE_INFINITY) {
      throw new RangeError(`zone ${name}: first offset must be from -Infinity, got ${offsets[0]?.from}`);
    }
    offsets.forEach(({ from, hours }, i) => {
      if (i > 0 && !(from > offsets[i - 1]!.from && from < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`zone ${name}: offsets must ascend, got one from ${from} after ${offsets[i - 1]!.from}`);
      }
      if (!Number.isFinite(hours)) throw new RangeError(`zone ${name}: offset must be finite, got ${hours}`);
    });
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
    // The first stretch that is not over by then.
    let i = 0;
    while (i + 1 < offsets.length && local - offsets[i]!.hours >= offsets[i + 1]!.from) i++;
    return Math.max(local - offsets[i]!.hours, offsets[i]!.from);
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
