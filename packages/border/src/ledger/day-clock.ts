import { LocalCalendar, type Stateful, type StateTransfer, type ZoneTable } from "@mpp-sim/engine";

/** The local date of one time zone, moved on by the model at each local midnight. */
export class DayClock implements Stateful {
  readonly calendar: LocalCalendar;
  /** Day number of the local date now. */
  day: number;
  private readonly firstDay: number;
  private readonly endDay: number;

  constructor(zone: ZoneTable, firstDay: number, endDay: number) {
    this.calendar = new LocalCalendar(zone);
    this.firstDay = firstDay;
    this.endDay = endDay;
    this.day = this.calendar.dayOf(0);
  }

  /** Index of the date in the period; -1 in the few hours by which the run, from the first zone to the last, is longer than it. */
  get index(): number {
    return this.day < this.firstDay || this.day >= this.endDay ? -1 : this.day - this.firstDay;
  }

  transfer(state: StateTransfer): void {
    this.day = state.number(this.day);
  }
}
