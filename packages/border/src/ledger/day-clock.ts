import { LocalCalendar, type ZoneTable } from "@mpp-sim/engine";

/** The local date of one time zone, moved on by the model at each local midnight. */
export class DayClock {
  readonly calendar: LocalCalendar;
  /** Day number of the local date now. */
  day: number;
  private readonly firstDay: number;
  private readonly lastIndex: number;

  constructor(zone: ZoneTable, firstDay: number, endDay: number) {
    this.calendar = new LocalCalendar(zone);
    this.firstDay = firstDay;
    this.lastIndex = endDay - firstDay - 1;
    this.day = this.calendar.dayOf(0);
  }

  /**
   * Index of the date in the period. The few hours by which a zone's period differs from the run's (which lasts from the
   * first zone's midnight to the last's) belong to its first and last date.
   */
  get index(): number {
    return Math.min(Math.max(this.day - this.firstDay, 0), this.lastIndex);
  }
}
